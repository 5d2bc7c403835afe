import { DetailedOfferSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { responseOf, upstreamOf } from '../testing/upstream.ts'
import { crossborderDetail } from './crossborder-detail.ts'

const PRODUCT = { subject: '保温杯', minOrderQuantity: 5 }

async function answerTo(body: object, offerId = '714000001') {
  const upstream = upstreamOf([responseOf(200, body)])
  const offer = await crossborderDetail.read(offerId, 'en', upstream)
  expect(v.parse(DetailedOfferSchema, offer)).toEqual(offer)
  return { offer, sent: upstream.sent }
}
const detailOf = async (product: object) =>
  (await answerTo({ result: { success: true, result: { ...PRODUCT, ...product } } })).offer

async function pricesOf(productSaleInfo: object, productSkuInfos: unknown = null) {
  const { price, priceMax, promotionPrice, dropshipPrice, priceTiers, variants } = await detailOf({
    productSaleInfo,
    productSkuInfos,
  })
  const tiers = priceTiers.map(({ minQuantity, price }) => `${minQuantity}: ${price}`)
  return {
    ...{ price, priceMax, promotionPrice, dropshipPrice, tiers },
    variants: variants?.map((variant) => variant.price),
  }
}
const NO_PRICE = { price: null, priceMax: null, tiers: [] }

describe('the price', () => {
  test('is that of the first tier; promotion and dropshipping prices are others', async () => {
    const priceRangeList = [
      { startQuantity: 200, price: '8.20' },
      { startQuantity: 5, price: '9.60', promotionPrice: '9.00' },
    ]
    const fenxiaoSaleInfo = { onePiecePrice: '14.5', offerPrice: '11' }
    expect(await pricesOf({ quoteType: 0, priceRangeList, fenxiaoSaleInfo })).toMatchObject({
      ...{ price: '9.60', priceMax: null, promotionPrice: '9.00', dropshipPrice: '14.5' },
      tiers: ['5: 9.60', '200: 8.20'],
    })
  })

  test.each<[string, object]>([
    ['starts at 0', { startQuantity: 0, price: '9.60' }],
    ['is negotiable', { startQuantity: 5, price: '询价' }],
    ['has a promotion price only', { startQuantity: 5, promotionPrice: '9.00' }],
  ])('is unknown if the first tier %s, and so are those of variants', async (_what, first) => {
    const priceRangeList = [first, { startQuantity: 200, price: '8.20' }]
    const skus = [{ price: '9.60' }, { price: '9.60' }]
    expect(await pricesOf({ quoteType: 2, priceRangeList, price: '9.60' }, skus)).toMatchObject({
      ...{ price: null, priceMax: null, tiers: ['200: 8.20'], variants: [null, null] },
    })
  })

  test.each<[unknown, string | null, string | null]>([
    ['9.60', '9.60', null],
    ['¥9.60-12', '9.60', '12'],
    ['面议', null, null],
    [undefined, null, null],
  ])('is %o where that is all that is said', async (price, low, high) => {
    for (const priceRangeList of [null, [], '', undefined])
      expect(await pricesOf({ quoteType: 0, priceRangeList, price })).toMatchObject({
        ...{ ...NO_PRICE, price: low, priceMax: high },
      })
  })

  test('of variants is from the lowest to the highest, if each is known', async () => {
    const sale = { quoteType: 1, priceRangeList: [{ startQuantity: 1, price: '1' }], price: '1' }
    expect(await pricesOf(sale, [{ price: '12' }, { price: 9.6 }, { price: '¥30' }])).toMatchObject({
      ...{ price: '9.6', priceMax: '30', tiers: [], variants: ['12', '9.6', '30'] },
    })
    expect(await pricesOf(sale, [{ price: '12' }, { price: 12 }])).toMatchObject({
      price: '12',
      priceMax: null,
    })
    expect(await pricesOf(sale, [{ price: '12' }, { price: null, promotionPrice: '5' }])).toMatchObject({
      ...{ ...NO_PRICE, promotionPrice: null, variants: ['12', null] },
    })
  })

  test('of variants is unknown if one of them could not be read at all', async () => {
    const sku = { price: '12' }
    for (const unreadable of [null, 'x', 7])
      expect(await pricesOf({ quoteType: 1 }, [sku, unreadable])).toMatchObject({
        ...{ ...NO_PRICE, variants: ['12', null] },
      })
    expect(await pricesOf({ quoteType: 1 }, [sku, sku])).toMatchObject({ price: '12' })
  })

  test('is unknown if the variants’ prices differ and nothing says whether the tiers hold for them', async () => {
    const priceRangeList = [{ startQuantity: 1, price: '1.20' }]
    const skus = [{ price: '1.20' }, { price: '24.80' }]
    for (const quoteType of [undefined, null, 'x'])
      expect(await pricesOf({ quoteType, priceRangeList }, skus)).toMatchObject({
        ...{ ...NO_PRICE, tiers: [], variants: [null, null] },
      })
    expect(await pricesOf({ quoteType: 2, priceRangeList }, skus)).toMatchObject({ tiers: ['1: 1.20'] })
    const [same] = skus
    expect(await pricesOf({ priceRangeList }, [same, same])).toMatchObject({ tiers: ['1: 1.20'] })
    expect(await pricesOf({ priceRangeList: [] }, skus)).toMatchObject({ price: '1.20', priceMax: '24.80' })
  })

  test('on promotion is known of variants if it is the same for all', async () => {
    const sku = { price: '12', promotionPrice: '10' }
    const promoted = async (...skus: object[]) => (await pricesOf({ quoteType: 1 }, skus)).promotionPrice
    expect(await promoted(sku, sku)).toBe('10')
    expect(await promoted(sku, { ...sku, promotionPrice: '11' })).toBeNull()
    expect(await promoted(sku, { price: '12' })).toBeNull()
  })
})

describe('whether it can be bought', () => {
  test.each([
    ['published', 'active'],
    ['Published', 'active'],
    ['auto expired', 'unavailable'],
    ['member_deleted', 'unavailable'],
    ['deleted', 'unavailable'],
    ['TBD', 'unavailable'],
    ['untread', 'unavailable'],
    ['something else', null],
    ['', null],
    [null, null],
    [3, null],
  ])('with the status %o: %s', async (status, read) => {
    expect((await detailOf({ status })).status).toBe(read)
  })
})

test('pictures, attributes, certificates and the lot size', async () => {
  const images = ['//cbu01.alicdn.com/1.jpg', 'javascript:alert(1)', 'img/ibank/2.jpg', null]
  const attribute = { attributeName: '材质', attributeNameTrans: 'Material', value: '304不锈钢' }
  const { subject: _, ...rest } = await detailOf({
    productImage: { images, whiteImage: 'https://cbu01.alicdn.com/w.jpg' },
    productAttribute: [
      { ...attribute, valueTrans: 'Stainless steel' },
      { attributeName: '容量', value: 500 },
      { attributeName: '空', value: '' },
      null,
    ],
    certificateList: [{ certificateName: '实用新型专利证书', certificateCode: 'ZL 1' }, {}, 'x'],
    batchNumber: '24',
    tradeScore: '4.9',
  }).then((offer) => ({ ...offer, subject: null }))
  expect(rest).toMatchObject({
    images: ['https://cbu01.alicdn.com/1.jpg', 'https://cbu01.alicdn.com/img/ibank/2.jpg'],
    imageUrl: 'https://cbu01.alicdn.com/1.jpg',
    attributes: [
      { name: '材质', value: '304不锈钢', nameTranslated: 'Material', valueTranslated: 'Stainless steel' },
      { name: '容量', value: '500', nameTranslated: null, valueTranslated: null },
    ],
    certificates: [{ name: '实用新型专利证书', code: 'ZL 1' }],
    ...{ patented: true, lotSize: 24, tradeScore: 4.9 },
  })
})

test('an offer that says nothing else has empty lists and `null`, never 0 or ""', async () => {
  expect(await detailOf({ batchNumber: 0, tradeScore: '0', minOrderQuantity: 0, soldOut: '900' })).toEqual({
    ...{ offerId: '714000001', title: '保温杯', titleTranslated: null, currency: 'CNY', unit: null },
    ...{ price: null, priceMax: null, promotionPrice: null, dropshipPrice: null, priceTiers: [] },
    ...{
      minOrder: null,
      monthlySales: null,
      repurchaseRate: null,
      patented: null,
      tradeScore: null,
      topCategoryId: null,
    },
    ...{ status: null, images: [], imageUrl: null, attributes: [], variants: [], lotSize: null },
    ...{ mixedOrder: null, certificates: [], services: [], sentFrom: null, stock: null },
    supplier: {
      ...{ name: null, location: null, years: null, verified: null, badges: [] },
      ...{ loginId: null, scores: [], rates: [] },
    },
    shipping: { weightKg: null, lengthCm: null, widthCm: null, heightCm: null },
    detailUrl: 'https://detail.1688.com/offer/714000001.html',
  })
})

test.each<[object, object | null]>([
  [
    { sellerMixSetting: { generalHunpi: true, mixAmount: 300, mixNumber: '6' } },
    { allowed: true, minAmount: '300', minQuantity: 6 },
  ],
  [
    { sellerMixSetting: { generalHunpi: 'false', mixAmount: 300, mixNumber: 6 } },
    { allowed: false, minAmount: null, minQuantity: null },
  ],
  [
    { sellerMixSetting: { isGeneralHunpi: 1, mixAmount: 0, mixNumber: null } },
    { allowed: true, minAmount: null, minQuantity: null },
  ],
  [
    { tagInfoList: [{ key: 'isSupportMix', value: true }], sellerMixSetting: { generalHunpi: false } },
    { allowed: true, minAmount: null, minQuantity: null },
  ],
  [{ sellerMixSetting: { mixAmount: 300 } }, null],
  [{ sellerMixSetting: null }, null],
])('%o is a mixed order as %o', async (fields, mixedOrder) => {
  expect((await detailOf(fields)).mixedOrder).toEqual(mixedOrder)
})

test('where goods are sent from is not where the supplier is', async () => {
  const productShippingInfo = { sendGoodsAddressText: '浙江省义乌市' }
  expect(await detailOf({ productShippingInfo, sellerDataInfo: { tpYear: '6年' } })).toMatchObject({
    sentFrom: '浙江省义乌市',
    supplier: { location: null, years: 6 },
  })
  expect(await detailOf({ productShippingInfo, companyAddress: '上海市' })).toMatchObject({
    sentFrom: '浙江省义乌市',
    supplier: { location: '上海市' },
  })
})

test.each<[unknown, number | null]>([
  [99999, 99999],
  ['40', 40],
  [0, 0],
  ['0', 0],
  [null, null],
  [undefined, null],
  [-3, null],
  ['有货', null],
])('a stock of %o is %o, of the offer and of a variant', async (amountOnSale, stock) => {
  const offer = await detailOf({ productSaleInfo: { amountOnSale }, productSkuInfos: [{ amountOnSale }] })
  expect(offer.stock).toBe(stock)
  expect(offer.variants?.[0]?.stock).toBe(stock)
})

test('a variant says what it is in both languages, as far as 1688 does', async () => {
  const skuAttributes = [
    { attributeName: '颜色', attributeNameTrans: 'Colour', value: '红色', valueTrans: 'Red' },
    { attributeName: '尺码', value: 'XL' },
  ]
  expect((await detailOf({ productSkuInfos: [{ skuAttributes }] })).variants?.[0]?.attributes).toEqual([
    { name: '颜色', value: '红色', nameTranslated: 'Colour', valueTranslated: 'Red' },
    { name: '尺码', value: 'XL', nameTranslated: null, valueTranslated: null },
  ])
})

test('what all variants weigh, the offer weighs', async () => {
  const detail = (skuId: number, weight: number) => ({ skuId, weight })
  const shippingOf = async (...skuShippingDetails: object[]) =>
    (
      await detailOf({
        productSkuInfos: [{ skuId: 1 }, { skuId: 2 }],
        productShippingInfo: { skuShippingDetails },
      })
    ).shipping.weightKg
  expect(await shippingOf(detail(1, 0.3), detail(2, 0.3))).toBe(0.3)
  expect(await shippingOf(detail(1, 0.3), detail(2, 0.4))).toBeNull()
  expect(await shippingOf(detail(1, 0.3))).toBeNull()
})

describe('the answer', () => {
  const product = { ...PRODUCT, subjectTrans: 'Cup' }
  test.each<[string, object]>([
    ['wrapped', { result: { success: 'True', result: product } }],
    ['flat', { success: true, code: '200', result: product }],
    ['with data in place of result', { success: 1, data: product }],
    ['as JSON within a text', { result: { code: 200, result: JSON.stringify(product) } }],
  ])('is read %s', async (_form, body) => {
    expect((await answerTo(body)).offer.titleTranslated).toBe('Cup')
  })

  test.each<[string, unknown]>([
    ['null', null],
    ['missing', undefined],
    ['an empty text', ''],
    ['the text "null"', 'null'],
    ['an empty list', []],
  ])('%s is an offer that 1688 does not know', async (_form, result) => {
    await expect(answerTo({ result: { success: true, code: '200', result } })).rejects.toMatchObject({
      code: 'invalid_request',
      isFinal: true,
    })
  })

  test('of another offer, or without any title, is a bad one', async () => {
    for (const fields of [{ offerId: 99 }, { subject: ' ', subjectTrans: null }])
      await expect(detailOf(fields)).rejects.toMatchObject({ code: 'upstream_bad_response' })
  })
})

test('one title is enough', async () => {
  expect(await detailOf({ subject: '', subjectTrans: 'Flask' })).toMatchObject({
    title: 'Flask',
    titleTranslated: 'Flask',
  })
})

test('an id beyond 2^53 is asked for with all its digits', async () => {
  const { sent, offer } = await answerTo(
    { result: { success: true, result: { ...PRODUCT, offerId: '9007199254740993001' } } },
    '9007199254740993001',
  )
  expect(sent[0]?.params.offerDetailParam).toBe('{"offerId":9007199254740993001,"country":"en"}')
  expect(offer.offerId).toBe('9007199254740993001')
})
