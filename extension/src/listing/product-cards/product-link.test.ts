import { expect, test } from 'vitest'
import { productLinkAt, productLinkOf } from './product-link.ts'

const page = new URL('https://www.shop.example/collections/bags?page=2')
const at = (address: string, from = page) => productLinkAt(new URL(address, from), from)
const element = (href: string, { href: baseURI } = page) =>
  ({ getAttribute: () => href, ownerDocument: { baseURI } }) as unknown as Element

test.each([
  ['https://www.amazon.de/Tote-Bag/dp/B0TRAIL22X/ref=sr_1_1?keywords=bag', 'B0TRAIL22X'],
  ['https://www.ebay.com/itm/256012345678?hash=item3b', '256012345678'],
  ['https://www.etsy.com/uk/listing/1234567890/tote', '1234567890'],
  ['https://www.walmart.com/ip/Tote-Bag/55885487?from=/search', '55885487'],
  ['https://es.aliexpress.com/item/1005006123456789.html?spm=a2g', '1005006123456789'],
  ['https://shopee.ph/Tote-i.102443022.20790600795?sp_atk=1', '20790600795'],
  ['https://www.lazada.com.ph/products/tote-i2345678901-s12345678901.html', '2345678901'],
  ['https://www.temu.com/tote-g-601099512345678.html', '601099512345678'],
  ['https://www.temu.com/goods.html?_bg_fs=1&goods_id=601099512345678', '601099512345678'],
  ['https://produto.mercadolivre.com.br/MLB-1234567890-bolsa-_JM', 'MLB-1234567890'],
  ['https://www.ozon.ru/product/sumka-zhenskaya-1234567890/?at=x', '1234567890'],
  ['https://www.wildberries.ru/catalog/123456789/detail.aspx', '123456789'],
  ['https://www.coupang.com/vp/products/7654321?itemId=1', '7654321'],
  ['https://item.rakuten.co.jp/marlow/tote-01/?s-id=x', 'marlow/tote-01'],
  ['https://allegro.pl/oferta/torba-damska-12345678901', '12345678901'],
  ['https://www.flipkart.com/tote/p/itm1a2b3c4d5e6f7?pid=BAGG1234567', 'itm1a2b3c4d5e6f7'],
])('the address of a product has its number: %s', (address, number) => {
  expect(at(address)).toMatchObject({ number, isLikely: true })
})

test('all addresses of a product have one key', () => {
  const keys = [
    '/products/tote',
    '/collections/bags/products/tote?variant=41',
    'https://shop.example/products/tote/#reviews',
    '/products/tote?utm_source=mail',
  ].map((address) => at(address)?.key)
  expect(new Set(keys)).toEqual(new Set(['shop.example/products/tote?']))
})

test('products that only a parameter tells apart have different keys', () => {
  const [one, other] = ['/product.php?id=1&lang=en', '/product.php?lang=en&id=2'].map((each) => at(each)?.key)
  expect(one).not.toBe(other)
})

test.each(['/cart', '/account/login', '/blogs/how-to', '/', '/collections/bags?page=3', '/img/tote.jpg'])(
  '%s is no product',
  (address) => expect(at(address)).toBeUndefined(),
)

test.each(['#', '#top', '', 'javascript:void(0)', 'mailto:a@shop.example'])('“%s” leads to no page', (href) =>
  expect(productLinkOf(element(href), page)).toBeUndefined(),
)

test('an advertisement leads to its product, not to the counter on the way', () => {
  const amazon = new URL('https://www.amazon.com/s?k=bag')
  const counter = element('/sspa/click?spc=M&url=%2FTote%2Fdp%2FB0TRAIL22X%2Fref%3Dsr_1_1', amazon)
  expect(productLinkOf(counter, amazon)).toMatchObject({ number: 'B0TRAIL22X', key: 'Amazon B0TRAIL22X' })
})

test('the numbers of two shops never meet', () => {
  expect(at('https://www.ebay.com/itm/256012345678')?.key).not.toBe(
    at('https://www.etsy.com/listing/256012345678')?.key,
  )
})

test('a lookalike host is not the shop', () => {
  expect(at('https://amazon.example/Tote/dp/B0TRAIL22X')?.number).toBeUndefined()
})
