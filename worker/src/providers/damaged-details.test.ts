import { type DetailedOffer, DetailedOfferSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { responseOf, upstreamOf } from '../testing/upstream.ts'
import { crossborderDetail } from './crossborder-detail.ts'

/** A detail with every member that is read, in the platform's own forms. */
const PRODUCT = {
  offerId: 714000001,
  subject: '保温杯',
  subjectTrans: 'Vacuum flask',
  status: 'published',
  minOrderQuantity: 2,
  batchNumber: 6,
  topCategoryId: 201205206,
  tradeScore: '4.8',
  isPatentProduct: false,
  companyName: '永康市某杯业有限公司',
  productImage: { images: ['https://cbu01.alicdn.com/1.jpg'], whiteImage: 'https://cbu01.alicdn.com/w.jpg' },
  productAttribute: [
    { attributeName: '材质', attributeNameTrans: 'Material', value: '不锈钢', valueTrans: 'Stainless steel' },
  ],
  productSaleInfo: {
    amountOnSale: 120,
    quoteType: 1,
    priceRangeList: null,
    unitInfo: { unit: '个', transUnit: 'piece' },
    fenxiaoSaleInfo: { onePiecePrice: '14.5', startQuantity: 1, onePieceFreePostage: true },
  },
  productSkuInfos: [
    sku(1, '9.80', { promotionPrice: '9.00', amountOnSale: 120 }),
    sku(2, '12.00', { promotionPrice: '11.00', amountOnSale: 0 }),
  ],
  productShippingInfo: {
    sendGoodsAddressText: '浙江省金华市',
    weight: 0.4,
    length: 8,
    width: 8,
    height: 24,
    shippingTimeGuarantee: 'shipIn48Hours',
    skuShippingDetails: [{ skuId: '1', weight: 0.3, length: 7, width: 7, height: 20 }],
  },
  sellerMixSetting: { generalHunpi: true, mixAmount: 300, mixNumber: 6 },
  certificateList: [{ certificateName: '外观专利证书', certificateCode: 'ZL 2021 3 0123456.7' }],
  tagInfoList: [{ key: 'noReason7DReturn', value: true }],
  sellerDataInfo: {
    tpYear: 8,
    compositeServiceScore: '4.5',
    logisticsExperienceScore: '4.0',
    qualityRefundWithin30Day: '0.5%',
    collect30DayWithin48HPercent: '0.975',
  },
}

/** Which parts of an answer depend on a member of the platform's. */
const DEPENDENT: Record<string, (keyof DetailedOffer)[]> = {
  offerId: [],
  subject: ['title'],
  subjectTrans: ['titleTranslated'],
  status: ['status'],
  minOrderQuantity: ['minOrder'],
  batchNumber: ['lotSize'],
  topCategoryId: ['topCategoryId'],
  tradeScore: ['tradeScore'],
  isPatentProduct: ['patented'],
  companyName: ['supplier'],
  productImage: ['images', 'imageUrl'],
  productAttribute: ['attributes'],
  productSaleInfo: [
    'stock',
    'price',
    'priceMax',
    'promotionPrice',
    'priceTiers',
    'variants',
    'unit',
    'dropshipPrice',
  ],
  productSkuInfos: ['variants', 'price', 'priceMax', 'promotionPrice'],
  productShippingInfo: ['sentFrom', 'shipping', 'variants', 'services'],
  sellerMixSetting: ['mixedOrder'],
  certificateList: ['certificates'],
  tagInfoList: ['services', 'mixedOrder'],
  sellerDataInfo: ['supplier', 'services'],
}

const DAMAGED: unknown[] = [
  undefined,
  null,
  '',
  'null',
  '面议',
  '<b>',
  -1,
  0.5,
  true,
  [],
  {},
  [null],
  [[{}]],
  { value: {} },
]

const whole = await read(PRODUCT)

async function read(product: object): Promise<DetailedOffer> {
  const upstream = upstreamOf([responseOf(200, { result: { success: true, result: product } })])
  const offer = await crossborderDetail.read('714000001', 'en', upstream)
  return v.parse(DetailedOfferSchema, offer)
}

test('everything in it is read', () => {
  const unread = Object.entries(whole).filter(([, value]) => value === null || String(value) === '')
  // The platform says the first and the last of search items only; the variants' promotion prices differ.
  expect(unread.map(([name]) => name).sort()).toEqual([
    'monthlySales',
    'priceTiers',
    'promotionPrice',
    'repurchaseRate',
  ])
  expect(Object.keys(DEPENDENT).sort()).toEqual(Object.keys(PRODUCT).sort())
})

describe('a member in a form that nobody expects', () => {
  test.each(Object.keys(PRODUCT))('leaves everything else as it was: %s', async (name) => {
    // Another id is the answer about another offer.
    for (const damaged of name === 'offerId' ? [undefined, null, '', 'x', {}] : DAMAGED)
      expectSame(await read({ ...PRODUCT, [name]: damaged }), DEPENDENT[name] ?? [], damaged)
  })

  const MEMBERS = Object.entries(PRODUCT).flatMap(([name, part]) =>
    isObject(part) ? Object.keys(part).map((member) => [name, member] as const) : [],
  )
  test.each(MEMBERS)('leaves everything else as it was: %s.%s', async (name, member) => {
    for (const damaged of DAMAGED) {
      const part = { ...(PRODUCT[name as 'productSaleInfo'] as object), [member]: damaged }
      expectSame(await read({ ...PRODUCT, [name]: part }), DEPENDENT[name] ?? [], damaged)
    }
  })

  test.each(Object.keys(PRODUCT.productSkuInfos[0] ?? {}))(
    'of one variant leaves the other variants, and what else is said of it: %s',
    async (member) => {
      for (const damaged of DAMAGED) {
        const [first, ...others] = PRODUCT.productSkuInfos
        const { variants } = await read({
          ...PRODUCT,
          productSkuInfos: [{ ...first, [member]: damaged }, ...others],
        })
        expect(variants).toHaveLength(2)
        expect(variants?.[1]).toEqual(whole.variants?.[1])
        const said = variants?.[0]
        const before = whole.variants?.[0]
        if (member !== 'skuAttributes')
          expect([said?.attributes, said?.imageUrl]).toEqual([before?.attributes, before?.imageUrl])
        if (member !== 'price') expect(said?.price).toBe(before?.price)
        if (member !== 'amountOnSale') expect(said?.stock).toBe(before?.stock)
        if (member === 'amountOnSale') expect(said?.stock).toBe(null)
        if (member === 'price') expect(said?.price).toBe(damaged === 0.5 ? '0.5' : null)
      }
    },
  )
})

function expectSame(offer: DetailedOffer, but: (keyof DetailedOffer)[], damaged: unknown): void {
  const rest = (one: DetailedOffer) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => !but.includes(name as keyof DetailedOffer)))
  expect(rest(offer), `damaged to ${JSON.stringify(damaged)}`).toEqual(rest(whole))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sku(skuId: number, price: string, rest: object) {
  const attribute = {
    attributeName: '颜色',
    attributeNameTrans: 'Colour',
    value: `红${skuId}`,
    valueTrans: `Red ${skuId}`,
    skuImageUrl: `https://cbu01.alicdn.com/${skuId}.jpg`,
  }
  return { skuId, price, ...rest, skuAttributes: [attribute] }
}
