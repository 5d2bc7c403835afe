import { describe, expect, test } from 'vitest'
import type { ProductInput } from '../../model/batch.ts'
import { type ColumnMap, currencyOfHeaders, guessColumns, inputsOf } from './columns.ts'
import { readTable, tableOfLines } from './read-table.ts'

async function guess(text: string) {
  const table = await readTable(new Blob([text]))
  const map = guessColumns(table)
  const named = Object.fromEntries(
    Object.entries(map).flatMap(([field, index]) =>
      typeof index === 'number' ? [[field, table.columns[index]]] : [],
    ),
  )
  return { table, map, named }
}

async function inputs(text: string, change: Partial<ColumnMap> = {}): Promise<ProductInput[]> {
  const { table, map } = await guess(text)
  return inputsOf(table, { ...map, ...change })
}

describe('columns are recognized', () => {
  test('in a table of Shopify', async () => {
    const { named, map } = await guess(
      'Handle,Title,Body (HTML),Vendor,Variant SKU,Variant Grams,Variant Price,Variant Compare At Price,Image Src,Image Position\n' +
        'tote,Tote bag,<p>big</p>,Us,T-1,620,39.99,59.99,https://cdn.shopify.com/s/files/1/a.jpg?v=1,1\n',
    )
    expect(named).toEqual({
      title: 'Title',
      productNumber: 'Variant SKU',
      weight: 'Variant Grams',
      price: 'Variant Price',
      picture: 'Image Src',
    })
    expect(map.weightUnit).toBe('g')
  })
  test('in a Chinese one, where the pictures have an empty column of their own', async () => {
    const { named, map } = await guess(
      '序号,图片,商品名称,货号,售价(美元),采购数量,毛重(kg),主图链接,商品链接,备注\n' +
        '1,,手提包,A-01,39.90,500,0.62,https://img.test/1.jpg,https://shop.test/1,急\n' +
        '2,,连衣裙,A-02,12.50,200,0.3,https://img.test/2.jpg,https://shop.test/2,\n',
    )
    expect(named).toEqual({
      title: '商品名称',
      productNumber: '货号',
      price: '售价(美元)',
      quantity: '采购数量',
      weight: '毛重(kg)',
      picture: '主图链接',
      link: '商品链接',
    })
    expect(map.weightUnit).toBe('kg')
  })
  test('and the picture of an offer, in what is left of an exported list, is none of the product', async () => {
    const text =
      'SKU,Photo,1688 candidate 1: picture URL\n1,https://a.test/1,https://cbu01.test/1.jpg\n2,,https://cbu01.test/2.jpg\n'
    expect((await guess(text)).named.picture).toBe('Photo')
    expect((await inputs(text))[1]?.picture).toEqual({ kind: 'none' })
  })
  test.each([
    ['image_url', 'picture'],
    ['Main Image URL', 'picture'],
    ['photo 1', 'picture'],
    ['图片地址', 'picture'],
    ['商品主图', 'picture'],
    ['item_name', 'title'],
    ['产品标题', 'title'],
    ['seller-sku', 'productNumber'],
    ['ASIN', 'productNumber'],
    ['商品编码', 'productNumber'],
    ['productUrl', 'link'],
    ['Price (USD)', 'price'],
    ['单价(元)', 'price'],
    ['Currency', 'currency'],
    ['QTY', 'quantity'],
    ['Item Weight (lbs)', 'weight'],
    ['img', 'picture'],
    ['Sale price', 'salePrice'],
    ['促销价', 'salePrice'],
    ['Artikelnr.', 'productNumber'],
    ['Artikelbezeichnung', 'title'],
    ['VK-Preis', 'price'],
    ['商品番号', 'productNumber'],
    ['商品名', 'title'],
    ['販売価格', 'price'],
    ['画像URL', 'picture'],
    ['상품명', 'title'],
    ['Nom du produit', 'title'],
    ['Prix TTC', 'price'],
    ['Precio de venta', 'price'],
    ['Preço promocional', 'salePrice'],
    ['Артикул', 'productNumber'],
    ['Наименование товара', 'title'],
    ['Ссылка на фото', 'picture'],
    ['Giá bán', 'price'],
    ['Harga', 'price'],
    ['Cena brutto', 'price'],
    ['Zdjęcie', 'picture'],
  ])('%s is the %s', async (header, field) => {
    expect((await guess(`Anything,${header}\nx,1\n`)).named).toEqual({ [field]: header })
  })
  test.each([
    ['English', 'Image URL,Product name,Selling price'],
    ['Chinese', '商品图片,商品名称,销售价'],
    ['Japanese', '商品画像,商品名,販売価格'],
    ['Korean', '상품 이미지,상품명,판매가'],
    ['German', 'Produktbild,Artikelbezeichnung,Verkaufspreis'],
    ['French', 'Image,Nom du produit,Prix de vente'],
    ['Spanish', 'Imagen principal,Nombre del producto,Precio de venta'],
    ['Portuguese', 'Imagem,Nome do produto,Preço de venda'],
    ['Italian', 'Immagine,Nome prodotto,Prezzo di vendita'],
    ['Russian', 'Фото,Название товара,Цена продажи'],
    ['Polish', 'Zdjęcie,Nazwa produktu,Cena sprzedaży'],
    ['Dutch', 'Afbeelding,Productnaam,Verkoopprijs'],
    ['Indonesian', 'Gambar produk,Nama produk,Harga jual'],
    ['Turkish', 'Görsel,Ürün adı,Satış fiyatı'],
    ['Vietnamese', 'Hình ảnh sản phẩm,Tên sản phẩm,Giá bán'],
    ['Thai', 'รูปภาพ,ชื่อสินค้า,ราคาขาย'],
  ])('in %s', async (_, header) => {
    const [picture, title, price] = header.split(',')
    expect((await guess(`${header}\nx,y,1\n`)).named).toEqual({ picture, title, price })
  })
  test.each([
    'Stock',
    'Compare at price',
    'MSRP',
    'MRP',
    'Cost price',
    'Shipping weight class',
    'Image position',
    '库存',
    '成本价',
    '吊牌价',
    '备注',
  ])('%s is none of them', async (header) => {
    expect((await guess(`SKU,Image,${header}\nx,a.jpg,1\n`)).named).toEqual({
      productNumber: 'SKU',
      picture: 'Image',
    })
  })
  test.each([
    'SKU,Brand logo,Main image\n1,logo.jpg,https://cdn.test/i/1\n2,logo.jpg,https://cdn.test/i/2\n',
    'SKU,Swatch Image URL,Main image\n1,https://cdn.test/r.jpg,https://cdn.test/i/1\n2,https://cdn.test/g.jpg,https://cdn.test/i/2\n',
    'SKU,Brand logo,Main image\n1,logo.jpg,A-01\n2,logo.jpg,A-02\n',
    'SKU,Image,Main image\n1,https://cdn.test/logo.jpg,https://cdn.test/i/1\n2,https://cdn.test/logo.jpg,https://cdn.test/i/2\n',
  ])('pictures are where the header says so, and not one for all products: %j', async (text) => {
    expect((await guess(text)).named).toEqual({ productNumber: 'SKU', picture: 'Main image' })
  })
  test('variants of one product may share its picture', async () => {
    const { named } = await guess('SKU,Image\n1,https://cdn.test/i/1\n2,https://cdn.test/i/1\n')
    expect(named).toEqual({ productNumber: 'SKU', picture: 'Image' })
  })
  test('by what is in them, without headers', async () => {
    const table = await tableOfLines(
      'https://img.test/1.jpg\tCommuter tote bag\t$39.99\nhttps://img.test/2.jpg\tCoin purse\t$9.90\n',
    )
    expect(guessColumns(table)).toMatchObject({ picture: 0, title: 1, price: 2, link: null })
  })
  test('numbers and amounts are no titles, a single column of words is', async () => {
    const table = await tableOfLines(
      'https://img.test/1.jpg\tTote\tCT-1180\nhttps://img.test/2.jpg\tPurse\tCP-0310\n',
    )
    expect(guessColumns(table)).toMatchObject({ picture: 0, title: 1, productNumber: 2 })
    const { named } = await guess('Image,MRP\na.jpg,"₹1,29,999.00"\nb.jpg,"Rs. 99,999"\n')
    expect(named).toEqual({ picture: 'Image' })
  })
  test('an address alone is the picture, whatever it is called', async () => {
    expect((await guess('URL\nhttps://img.test/picture?id=1\n')).named).toEqual({ picture: 'URL' })
  })
})

describe('products', () => {
  test('what a row says, and nothing that it does not', async () => {
    const text =
      'SKU;Title;Price;Qty;Weight;Image;Link\n00042;Bag;39,90 €;1.500 pcs;620 g;b.jpg;https://s.test/1\n7;;;;12;;\n'
    expect(await inputs(text)).toEqual([
      {
        line: 2,
        own: ['00042', 'Bag', '39,90 €', '1.500 pcs', '620 g', 'b.jpg', 'https://s.test/1'],
        title: 'Bag',
        productNumber: '00042',
        link: 'https://s.test/1',
        price: '39.90',
        currency: 'EUR',
        quantity: null,
        weightKg: '0.62',
        picture: { kind: 'file', name: 'b.jpg' },
      },
      {
        line: 3,
        own: ['7', '', '', '', '12', '', ''],
        title: null,
        productNumber: '7',
        link: null,
        price: null,
        currency: null,
        quantity: null,
        // Of what unit?
        weightKg: null,
        picture: { kind: 'none' },
        failure: { code: 'no_picture_named' },
      },
    ])
  })
  test('the currency is what the cell says, its column, or the header', async () => {
    expect((await inputs('Image,Price\na.jpg,US$12.50\n'))[0]).toMatchObject({
      price: '12.50',
      currency: 'USD',
    })
    expect((await inputs('Image,Price,Currency\na.jpg,12.50,gbp\n'))[0]).toMatchObject({ currency: 'GBP' })
    expect((await inputs('Image,Price (EUR)\na.jpg,12.50\n'))[0]).toMatchObject({ currency: 'EUR' })
    expect((await inputs('图片,售价(元)\na.jpg,12.50\n'))[0]).toMatchObject({ currency: 'CNY' })
    expect((await inputs('Image,Price\na.jpg,$12.50\n'))[0]).toMatchObject({ price: '12.50', currency: null })
  })
  test.each([
    ['Price (USD)', 'USD'],
    ['price_eur', 'EUR'],
    ['PRICE_USD', 'USD'],
    ['Price usd', 'USD'],
    ['Price RMB', 'CNY'],
    ['Price (€)', 'EUR'],
    ['Price in KES', 'KES'],
    ['Price (TRY)', 'TRY'],
    ['售价(美元)', 'USD'],
    ['售价 KES', 'KES'],
    ['Cup price', null],
    ['CUP PRICE', null],
    ['Top price', null],
    ['Price (all)', null],
    ['PRICE (ALL)', null],
    ['Price all colors', null],
    ['Price ALL', null],
    ['Try price', null],
    ['STD price', null],
    ['price_all', null],
  ])('the currency of a header %s', async (header, currency) => {
    const { table } = await guess(`Image,${header}\na.jpg,12.50\n`)
    expect(currencyOfHeaders(table, { price: 1, salePrice: null })).toBe(currency)
  })
  test('the user may correct what the header says, but not what a cell says', async () => {
    const rows = await inputs('Image,Price (TRY)\na.jpg,12.50\nb.jpg,€9\n', { priceCurrency: null })
    expect(rows.map(({ currency }) => currency)).toEqual([null, 'EUR'])
  })
  test('a range stays one', async () => {
    const rows = await inputs('Image,Price\na.jpg,$19.99-24.99\nb.jpg,$5\n')
    expect(rows[0]).toMatchObject({ price: '19.99', priceTo: '24.99' })
    expect(rows[1]?.priceTo).toBeUndefined()
  })
  test('where there is a sale price, that is what is paid', async () => {
    const rows = await inputs('Image,Regular price,Sale price\na.jpg,20.00,15.00\nb.jpg,20.00,\n')
    expect(rows.map(({ price }) => price)).toEqual(['15.00', '20.00'])
  })
  test('amounts of other countries', async () => {
    const rows = await inputs('Image,Price\na.jpg,"₹1,29,999.00"\nb.jpg,"3,980円"\nc.jpg,"39,90 zł"\n')
    expect(rows.map(({ price, currency }) => [price, currency])).toEqual([
      ['129999.00', 'INR'],
      ['3980', 'JPY'],
      ['39.90', 'PLN'],
    ])
  })
  test('where the first of several pictures is missing, the next one counts', async () => {
    const rows = await inputs('Title,Image,Image\nBag,a.jpg,b.jpg\nHat,,c.jpg\nCap,,\nCup,-,d.jpg\n')
    expect(rows.map(({ picture }) => picture)).toEqual([
      { kind: 'file', name: 'a.jpg' },
      { kind: 'file', name: 'c.jpg' },
      { kind: 'none' },
      { kind: 'file', name: 'd.jpg' },
    ])
  })
  test.each([
    ['500', 500],
    ['1,000 pcs', 1000],
    ['1.000.000', 1_000_000],
    ['50个', 50],
    ['12 Stück', 12],
    ['10.00', 10],
    // A thousand, or one?
    ['1.000', null],
    ['1.500 pcs', null],
    ['10-20', null],
    ['2 x 50', null],
    ['2 dozen', null],
    ['500+', null],
    ['-5', null],
  ])('a quantity of %s', async (cell, quantity) => {
    expect((await inputs(`Image\tQuantity\na.jpg\t${cell}\n`))[0]?.quantity).toBe(quantity)
  })
  test.each([
    ['620 g', '0.62'],
    ['1,250 g', '1.25'],
    ['1.250 kg', '1.25'],
    ['0.5公斤', '0.5'],
    ['2 lbs.', '0.90718474'],
    // 1.25 g, or 1250 g; 1.25 kg, or 1250 kg?
    ['1.250 g', null],
    ['1,250 kg', null],
    ['2 x 500 g', null],
    ['3*200g', null],
    ['0.5-1 kg', null],
    ['1 lb 4 oz', null],
    ['500', null],
  ])('a weight of %s', async (cell, weightKg) => {
    expect((await inputs(`Image\tWeight\na.jpg\t${cell}\n`))[0]?.weightKg).toBe(weightKg)
  })
  test('a unit that was chosen counts where the cell names none', async () => {
    const text = 'Image,Weight\na.jpg,12\nb.jpg,2 lb\n'
    expect((await inputs(text, { weightUnit: 'oz' })).map(({ weightKg }) => weightKg)).toEqual([
      '0.3401942775',
      '0.90718474',
    ])
  })
  test.each([
    ['https://img.test/a b.jpg', { kind: 'address', address: 'https://img.test/a%20b.jpg' }],
    ['//img.test/a.jpg', { kind: 'address', address: 'https://img.test/a.jpg' }],
    ['img.test/a.jpg', { kind: 'address', address: 'https://img.test/a.jpg' }],
    ['https://img.test/1.jpg,https://img.test/2.jpg', { kind: 'address', address: 'https://img.test/1.jpg' }],
    ['https://img.test/t_1,w_2/1.jpg', { kind: 'address', address: 'https://img.test/t_1,w_2/1.jpg' }],
    ...[
      'https://img.test/1.jpg https://img.test/2.jpg',
      'https://img.test/1.jpg、https://img.test/2.jpg',
      'https://img.test/1.jpg red cup',
      'Red cup https://img.test/1.jpg',
      'Red cup, https://img.test/1.jpg.',
      '<img src="https://img.test/1.jpg" alt="a cup">',
      "<img src='https://img.test/1.jpg'>",
      '![cup](https://img.test/1.jpg)',
      '[https://img.test/1.jpg]',
      '(https://img.test/1.jpg)',
      '“https://img.test/1.jpg”',
      '主图：https://img.test/1.jpg',
    ].map((cell): [string, object] => [cell, { kind: 'address', address: 'https://img.test/1.jpg' }]),
    ['https://img.test/cup_(1).jpg', { kind: 'address', address: 'https://img.test/cup_(1).jpg' }],
    ["https://img.test/cup's.jpg", { kind: 'address', address: "https://img.test/cup's.jpg" }],
    [
      'img.test/?u=https://o.test/1.jpg',
      { kind: 'address', address: 'https://img.test/?u=https://o.test/1.jpg' },
    ],
    ['https://img.test/i/1 photo', { kind: 'address', address: 'https://img.test/i/1' }],
    ['a.jpg;b.jpg', { kind: 'file', name: 'a.jpg' }],
    ['a.jpg, b.jpg', { kind: 'file', name: 'a.jpg' }],
    ['a.jpg|b.jpg', { kind: 'file', name: 'a.jpg' }],
    ['red, large.jpg', { kind: 'file', name: 'red, large.jpg' }],
    ['C:\\photos\\bags\\a.jpg', { kind: 'file', name: 'photos/bags/a.jpg' }],
    ['./bags/a.jpg', { kind: 'file', name: 'bags/a.jpg' }],
    ['A-01', { kind: 'file', name: 'A-01' }],
  ])('the picture of %s', async (cell, picture) => {
    const [input] = await inputs(`Title\tImage\nBag\t${cell}\n`)
    expect(input?.picture).toEqual(picture)
    expect(input?.failure).toBeUndefined()
  })
  test.each([
    ['javascript:alert(1)', 'address_invalid'],
    ['data:image/png;base64,AAAA', 'address_invalid'],
    ['https://', 'address_invalid'],
    ['ftp://img.test/a.jpg', 'address_invalid'],
    ['#N/A', 'no_picture_named'],
    ['-', 'no_picture_named'],
    ['n/a', 'no_picture_named'],
    ['None', 'no_picture_named'],
    ['暂无图片', 'no_picture_named'],
    ['=DISPIMG("ID_1",1)', 'no_picture_named'],
  ])('%s names none', async (cell, code) => {
    const [input] = await inputs(`Title\tImage\nBag\t${cell}\n`)
    expect(input).toMatchObject({ picture: { kind: 'none' }, failure: { code } })
  })
})
