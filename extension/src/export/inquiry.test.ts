import type { OfferVariant } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import type { KnownOffer } from '../model/variant-match.ts'
import { supplierInquiry } from './inquiry.ts'
import type { InquiryInput } from './inquiry-questions.ts'
import { DETAILED, EXPORTED, inputOf, LISTING, NO_PRICE, OFFER, UNKNOWN } from './testing/export-input.ts'

const known: InquiryInput = { offer: DETAILED, quantity: 100, ...NO_PRICE, unitPrice: '10.10' }
const unknown: InquiryInput = { offer: UNKNOWN, quantity: 100, ...NO_PRICE }

function variantOf(value: string, more: Partial<OfferVariant> = {}): OfferVariant {
  return {
    id: value,
    attributes: [{ name: '颜色', value, nameTranslated: 'Colour', valueTranslated: null }],
    price: null,
    promotionPrice: null,
    stock: null,
    imageUrl: null,
    weightKg: null,
    ...more,
  }
}

const asked = (input: InquiryInput) => supplierInquiry([input]).zh

/** What is asked of the known offer, with other details, of the variants that are meant. */
function askedOf(details: object, variants: OfferVariant[] = [], more: Partial<InquiryInput> = {}): string {
  const match = { keys: variants.map(({ id }) => id ?? ''), by: 'photo' as const }
  const offer: KnownOffer = { ...DETAILED, ...details, ...(variants.length > 0 && { match }) }
  return asked({ ...known, offer, variants, ...more })
}

test('asks only for what the page leaves open', () => {
  expect(asked(known)).toBe(
    [
      '您好，我想采购贵店的这款产品：',
      '夏季新款百褶半身裙',
      'https://detail.1688.com/offer/710891050473.html',
      '计划采购数量：100件。麻烦您帮忙确认以下几点：',
      '1. 价格：页面显示采购100件单价¥10.10，含税、含运费吗？量大还能优惠吗？',
      '2. 交期：有现货吗？没有现货的话，下单后多少天能发货？',
      '3. 样品：能否先寄样品？样品费和运费是多少？下大货后样品费能退吗？',
      '4. 包装：每箱装多少，外箱尺寸和整箱毛重是多少？',
      '5. 定制：能否印LOGO或定制包装？起订量和费用是多少？',
      '6. 票据：能否开增值税发票？能否提供出口报关需要的资料和检测报告？',
      '麻烦您了，期待您的回复，谢谢！',
    ].join('\n'),
  )
})

test('asks for everything where the page says nothing', () => {
  const zh = asked(unknown)
  expect(zh).toContain('采购100件的单价是多少？')
  expect(zh).toContain('最少多少起订？')
  expect(zh).toContain('可以混批吗？')
  expect(zh).toContain('有现货吗？')
  expect(zh).toContain('单件的包装尺寸和毛重是多少？')
  expect(zh).toContain('有没有专利')
  expect(zh).not.toContain('页面显示')
  expect(zh).not.toMatch(/null|undefined|NaN|¥/)
})

describe('a price of another quantity is not put to the supplier as the price for this one:', () => {
  const priceAsked = (at: Partial<InquiryInput>) => {
    const { zh, en } = supplierInquiry([{ ...unknown, quantity: 500, ...at }])
    return [zh.split('\n')[4], en.split('\n')[4]]
  }

  test('a list price, whose quantity is not stated', () => {
    expect(priceAsked({ listPrice: { low: '35.50', high: null } })).toEqual([
      '1. 价格：页面标价¥35.50，未注明数量，采购500件的单价是多少？含税、含运费吗？量大还能优惠吗？',
      '1. Price: the page shows ¥35.50 without a quantity; what is the unit price for 500 pcs? Does that include tax and freight? Is there a discount for larger orders?',
    ])
    expect(priceAsked({ listPrice: { low: '10', high: '25' } })[0]).toContain('页面标价¥10.00–¥25.00，')
  })

  test('the range of the variants', () => {
    expect(priceAsked({ variantPrices: { low: '10', high: '25' } })).toEqual([
      expect.stringContaining('页面显示不同规格的单价为¥10.00–¥25.00，采购500件的单价是多少？'),
      expect.stringContaining(
        'the page shows ¥10.00–¥25.00 depending on the variant; what is the unit price',
      ),
    ])
  })

  test('the price of the minimum', () => {
    expect(priceAsked({ atMinimum: { quantity: 1000, unitPrice: '9.5' } })).toEqual([
      expect.stringContaining('页面显示1,000件起单价¥9.50，采购500件的单价是多少？'),
      expect.stringContaining(
        'the page shows ¥9.50 each from 1,000 pcs; what is the unit price for 500 pcs?',
      ),
    ])
  })
})

test('names the variants that are meant, in both languages', () => {
  const red = variantOf('红色', { attributes: [...twoOf('红色', 'Red'), ...twoOf('500毫升', '500 ml')] })
  const { zh, en } = supplierInquiry([{ ...known, variants: [red, variantOf('蓝色')] }])
  expect(zh.split('\n')[3]).toBe('规格：红色，500毫升；蓝色')
  expect(en.split('\n')[3]).toBe('Variant: Red, 500 ml; 蓝色')
  expect(asked(known)).not.toContain('规格')
})

const twoOf = (value: string, valueTranslated: string) => [
  { name: null, value, nameTranslated: null, valueTranslated },
]

describe('stock:', () => {
  const [red, blue] = [variantOf('红色', { stock: 200 }), variantOf('蓝色', { stock: 0 })]
  const variants = [red, blue]

  test('enough of what is meant leaves only the time to ask, and nothing where that is promised', () => {
    expect(askedOf({ variants }, [red])).toContain('交期：下单后多少天能发货？')
    const soon = askedOf({ variants, services: ['ships48h'] }, [red])
    expect(soon).not.toMatch(/交期|库存/)
  })

  test('none, or too few, is said', () => {
    expect(askedOf({ variants }, [blue])).toContain('页面显示无货，什么时候能补货？')
    expect(askedOf({ variants }, [red], { quantity: 500 })).toContain('页面显示现货200件，其余多少天能发货？')
  })

  test('unknown is neither none nor enough', () => {
    const unclear = variantOf('绿色')
    expect(askedOf({ variants: [red, unclear] }, [unclear])).toContain('有现货吗？')
  })

  test('enough of all variants together says nothing of the one that is meant', () => {
    expect(askedOf({ variants })).toContain('有现货吗？')
    expect(askedOf({ variants: [blue] })).toContain('页面显示无货')
    expect(askedOf({ variants: [], stock: 300 })).not.toContain('有现货吗？')
  })
})

test('mixing is asked only of several variants, and only if the page does not say', () => {
  const variants = [variantOf('红色'), variantOf('蓝色')]
  const mixed = { allowed: false, minAmount: null, minQuantity: null }
  expect(askedOf({ variants })).toContain('混批')
  expect(askedOf({ variants, mixedOrder: mixed })).not.toContain('混批')
  expect(askedOf({ variants }, variants.slice(0, 1))).not.toContain('混批')
  expect(askedOf({ variants: variants.slice(0, 1) })).not.toContain('混批')
})

test('a sample is not asked of whoever sells a single piece', () => {
  expect(askedOf({ minOrder: 1, priceTiers: [] })).not.toContain('样品：')
  expect(askedOf({ services: ['dropship'] })).not.toContain('样品：')
  expect(askedOf({ services: ['ships24h'] })).toContain('样品：')
})

test('a lot is asked to be split only where the quantity needs it', () => {
  expect(askedOf({ lotSize: 12 })).toContain('页面显示每手12件，能否拆开拿100件？')
  expect(askedOf({ lotSize: 50 })).not.toContain('每手')
  expect(askedOf({ lotSize: null })).not.toContain('每手')
})

test('of an offer that is no longer for sale it is asked first whether it can be had', () => {
  expect(askedOf({ status: 'unavailable' })).toContain('1. 供货：页面显示这款已下架，还能供货吗？')
  expect(askedOf({ status: 'active' })).not.toContain('已下架')
})

test('asks for the one of size and weight that the page lacks', () => {
  const { shipping } = DETAILED
  expect(askedOf({ shipping: { ...shipping, heightCm: null } })).toContain('单件的包装尺寸是多少？')
  expect(askedOf({ shipping: { ...shipping, weightKg: null } })).toContain('单件的毛重是多少？')
})

test('asks for a trial order below the minimum', () => {
  const offer = { ...OFFER, minOrder: 500 }
  expect(supplierInquiry([{ ...known, offer }])).toMatchObject({
    zh: expect.stringContaining('页面显示500件起批，首单能否先拿100件试单？'),
    en: expect.stringContaining('the page shows 500 pcs; could my first order be 100 pcs as a trial?'),
  })
})

test('asks about a patent unless there is none', () => {
  const patentAsked = (patented: boolean | null) =>
    supplierInquiry([{ ...known, offer: { ...OFFER, patented } }])
  expect(patentAsked(false)).toEqual({
    zh: expect.not.stringContaining('专利'),
    en: expect.not.stringMatching(/patent/i),
  })
  expect(patentAsked(true).zh).toContain('能否提供授权书')
  expect(patentAsked(null).zh).toContain('有没有专利')
})

describe.each([
  ['with everything known', [known]],
  ['with everything unknown', [unknown]],
  ['of two offers', [known, unknown]],
])('%s', (_what, inputs) => {
  test('the English version has the same questions', () => {
    const { zh, en } = supplierInquiry(inputs)
    const numbers = (text: string) => text.match(/^\d+(?=\. )/gm)
    expect(numbers(en)).toEqual(numbers(zh))
    expect(en.split('\n')).toHaveLength(zh.split('\n').length)
  })

  test('no Chinese remains in the English version but an untranslated title', () => {
    const { en } = supplierInquiry(inputs)
    const rest = inputs.reduce((text, { offer }) => text.replace(offer.title, ''), en)
    expect(rest).not.toMatch(/[\p{sc=Han}，。？：]/u)
  })
})

test('several offers of one supplier are one message, and what is asked of all is asked once', () => {
  const { zh } = supplierInquiry([known, { ...unknown, quantity: 20 }])
  const lines = zh.split('\n')
  expect(lines[0]).toBe('您好，我想采购贵店的以下2款产品，麻烦您帮忙确认：')
  expect(lines.filter((line) => line.startsWith('【'))).toEqual(['【1】夏季新款百褶半身裙', '【2】裙'])
  expect(lines.filter((line) => line.startsWith('计划采购数量'))).toEqual([
    '计划采购数量：100件',
    '计划采购数量：20件',
  ])
  expect(zh).toContain(DETAILED.detailUrl)
  expect(zh).toContain(UNKNOWN.detailUrl)
  for (const once of ['您好', '定制：', '票据：', '谢谢']) expect(zh.split(once)).toHaveLength(2)
  expect(zh.split('样品：')).toHaveLength(3)
})

test('units are in both languages', () => {
  const ofUnit = (unit: string | null) =>
    supplierInquiry([{ ...known, quantity: 1200, offer: { ...OFFER, unit } }])
  expect(ofUnit('套').zh).toContain('计划采购数量：1,200套。')
  expect(ofUnit('套').en).toContain('Planned quantity: 1,200 sets.')
  expect(ofUnit('piece').zh).toContain('计划采购数量：1,200 piece。')
  expect(ofUnit(null).zh).toContain('计划采购数量：1,200件。')
  expect(ofUnit('constructor').en).toContain('1,200 constructor.')
})

test("a supplier learns nothing about the user's listing, even if it is passed in", () => {
  const everything = {
    ...{ ...inputOf([]), ...EXPORTED, ...known },
    ...{ listing: LISTING, currency: 'AUD', converted: '9876.54' },
  }
  for (const inputs of [[everything], [everything, everything]]) {
    const { zh, en } = supplierInquiry(inputs)
    for (const own of ['Women', '24.90', '0012345678905', 'AUD', '9876', 'good photos', 'sample', 'USD']) {
      expect(zh).not.toContain(own)
    }
    for (const own of ['Women', '24.90', '0012345678905', 'AUD', '9876', 'good photos', 'USD']) {
      expect(en).not.toContain(own)
    }
  }
  expect(supplierInquiry([everything])).toEqual(supplierInquiry([known]))
})
