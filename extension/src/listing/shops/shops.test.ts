import { expect, test } from 'vitest'
import { SHOPS } from './shops.ts'

const nowhere = { querySelector: () => null } as unknown as Document

test.each([
  ['Amazon', 'https://www.amazon.com/Trailmate-Backpack/dp/B0TRAIL22X/ref=sr_1_1?th=1', 'B0TRAIL22X'],
  ['Amazon', 'https://www.amazon.co.jp/gp/product/B0TRAIL22X', 'B0TRAIL22X'],
  ['Amazon', 'https://smile.amazon.com.mx/dp/B0TRAIL22X', 'B0TRAIL22X'],
  ['eBay', 'https://www.ebay.co.uk/itm/256012345678?hash=item3b', '256012345678'],
  ['eBay', 'https://www.ebay.com/itm/Trailmate-Backpack/256012345678', '256012345678'],
  ['Walmart', 'https://www.walmart.com/ip/Trailmate-Backpack/55885487', '55885487'],
  ['AliExpress', 'https://es.aliexpress.com/item/1005006123456789.html', '1005006123456789'],
  ['Etsy', 'https://www.etsy.com/uk/listing/1234567890/trailmate-backpack', '1234567890'],
  ['Temu', 'https://www.temu.com/trailmate-backpack-g-601099512345678.html', '601099512345678'],
  ['Shein', 'https://us.shein.com/Trailmate-Backpack-p-12345678-cat-1234.html', '12345678'],
  ['Mercado Libre', 'https://articulo.mercadolibre.com.ar/MLA-1234567890-mochila-_JM', 'MLA-1234567890'],
  ['Mercado Libre', 'https://www.mercadolivre.com.br/mochila/p/MLB49200061', 'MLB49200061'],
  ['Shopee', 'https://shopee.ph/Trailmate-Backpack-i.102443022.20790600795', '20790600795'],
  ['Lazada', 'https://www.lazada.sg/products/trailmate-backpack-i2345678901-s12345678901.html', '2345678901'],
  [
    'Alibaba',
    'https://www.alibaba.com/product-detail/Trailmate-Backpack_1600123456789.html',
    '1600123456789',
  ],
])('a product URL of %s contains its number', (name, address, number) => {
  const url = new URL(address)
  const shop = SHOPS.find(({ isShop }) => isShop(url, nowhere))
  expect(shop?.name).toBe(name)
  expect(shop?.number.exec(url.pathname)?.[1]).toBe(number)
})

test.each([
  'https://amazon.example/dp/B0TRAIL22X',
  'https://www.amazon.com.example.net/',
  'https://notebay.com/itm/1',
])('a lookalike host is not the shop: %s', (address) =>
  expect(SHOPS.find(({ isShop }) => isShop(new URL(address), nowhere))).toBeUndefined(),
)

test('every entry says when it was last checked', () => {
  for (const { checkedAt } of SHOPS) expect(checkedAt).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
})
