import { describe, expect, test } from 'vitest'
import { supplierInquiry } from './inquiry.ts'
import type { InquiryInput } from './inquiry-questions.ts'
import { DETAILED, EXPORTED, inputOf, LISTING, NO_PRICE, OFFER, UNKNOWN } from './testing/export-input.ts'

const known: InquiryInput = { offer: DETAILED, quantity: 100, ...NO_PRICE, unitPrice: '10.10' }
const unknown: InquiryInput = { offer: UNKNOWN, quantity: 100, ...NO_PRICE }

test('asks to confirm what the page shows', () => {
  expect(supplierInquiry(known).zh).toBe(
    [
      '您好，我想采购贵店的这款产品：',
      '夏季新款百褶半身裙',
      'https://detail.1688.com/offer/710891050473.html',
      '计划采购数量：100件。麻烦您帮忙确认以下几点：',
      '1. 价格：页面显示单价¥10.10，采购100件能按这个价格吗？含税、含运费吗？量大还能优惠吗？',
      '2. 起订量：页面显示2件起批，不同款式和颜色可以混批吗？',
      '3. 交期：有现货吗？没有现货的话，下单后多少天能发货？',
      '4. 样品：能否先寄样品？样品费和运费是多少？下大货后样品费能退吗？',
      '5. 包装：页面显示单件30×20×5cm 0.35kg，这是含包装的尺寸和毛重吗？每箱装多少，外箱尺寸和整箱毛重是多少？',
      '6. 定制：能否印LOGO或定制包装？起订量和费用是多少？',
      '7. 票据：能否开增值税发票？能否提供出口报关需要的资料和检测报告？',
      '麻烦您了，期待您的回复，谢谢！',
    ].join('\n'),
  )
})

test('asks for what the page does not show', () => {
  const { zh } = supplierInquiry(unknown)
  expect(zh).toContain('采购100件的单价是多少？')
  expect(zh).toContain('最少多少起订？')
  expect(zh).toContain('单件的包装尺寸和毛重是多少？')
  expect(zh).toContain('有没有专利')
  expect(zh).not.toContain('页面显示')
  expect(zh).not.toMatch(/null|undefined|NaN|¥/)
})

describe('a price of another quantity is not put to the supplier as the price for this one:', () => {
  const asked = (at: Partial<InquiryInput>) => {
    const { zh, en } = supplierInquiry({ ...unknown, quantity: 500, ...at })
    return [zh.split('\n')[4], en.split('\n')[4]]
  }

  test('a list price, whose quantity is not stated', () => {
    expect(asked({ listPrice: { low: '35.50', high: null } })).toEqual([
      '1. 价格：页面标价¥35.50，未注明数量，采购500件的单价是多少？含税、含运费吗？量大还能优惠吗？',
      '1. Price: the page shows ¥35.50 without a quantity; what is the unit price for 500 pcs? Does it include tax and freight? Is there a discount for more?',
    ])
    expect(asked({ listPrice: { low: '10', high: '25' } })[0]).toContain('页面标价¥10.00–¥25.00，')
  })

  test('the range of the variants', () => {
    expect(asked({ variantPrices: { low: '10', high: '25' } })).toEqual([
      expect.stringContaining('页面显示不同规格的单价为¥10.00–¥25.00，采购500件的单价是多少？'),
      expect.stringContaining(
        'the page shows ¥10.00–¥25.00 depending on the variant; what is the unit price',
      ),
    ])
  })

  test('the price of the minimum', () => {
    expect(asked({ atMinimum: { quantity: 1000, unitPrice: '9.5' } })).toEqual([
      expect.stringContaining('页面显示1,000件起单价¥9.50，采购500件的单价是多少？'),
      expect.stringContaining(
        'the page shows ¥9.50 each from 1,000 pcs; what is the unit price for 500 pcs?',
      ),
    ])
  })
})

test('mentions only the known one of size and weight', () => {
  const heavy = { ...DETAILED, shipping: { ...DETAILED.shipping, heightCm: null } }
  expect(supplierInquiry({ ...known, offer: heavy }).zh).toContain('页面显示单件0.35kg，')
  const large = { ...DETAILED, shipping: { ...DETAILED.shipping, weightKg: null } }
  expect(supplierInquiry({ ...known, offer: large }).zh).toContain('页面显示单件30×20×5cm，')
})

test('asks for a trial order below the minimum', () => {
  const offer = { ...OFFER, minOrder: 500 }
  expect(supplierInquiry({ ...known, offer })).toMatchObject({
    zh: expect.stringContaining('页面显示500件起批，首单能否先拿100件试单？'),
    en: expect.stringContaining('the page shows 500 pcs; could the first order be 100 pcs as a trial?'),
  })
})

test('asks about a patent unless there is none', () => {
  const asked = (patented: boolean | null) => supplierInquiry({ ...known, offer: { ...OFFER, patented } })
  expect(asked(false)).toEqual({
    zh: expect.not.stringContaining('专利'),
    en: expect.not.stringMatching(/patent/i),
  })
  expect(asked(true).zh).toContain('能否提供授权书')
  expect(asked(null).zh).toContain('有没有专利')
})

describe.each([
  ['known', known],
  ['unknown', unknown],
])('with everything %s', (_what, input) => {
  test('the English version has the same questions', () => {
    const { zh, en } = supplierInquiry(input)
    const numbers = (text: string) => text.match(/^\d+(?=\. )/gm)
    expect(numbers(en)).toEqual(numbers(zh))
    expect(en.split('\n')).toHaveLength(zh.split('\n').length)
  })

  test('no Chinese remains in the English version but an untranslated title', () => {
    const english = supplierInquiry(input)
      .en.split('\n')
      .filter((line) => line !== input.offer.title)
    expect(english.join('\n')).not.toMatch(/[\p{sc=Han}，。？：]/u)
  })
})

test('units are in both languages', () => {
  const asked = (unit: string | null) =>
    supplierInquiry({ ...known, quantity: 1200, offer: { ...OFFER, unit } })
  expect(asked('套').zh).toContain('计划采购数量：1,200套。')
  expect(asked('套').en).toContain('Planned quantity: 1,200 sets.')
  expect(asked('piece').zh).toContain('计划采购数量：1,200 piece。')
  expect(asked(null).zh).toContain('计划采购数量：1,200件。')
  expect(asked('constructor').en).toContain('1,200 constructor.')
})

test("a supplier learns nothing about the user's listing, even if it is passed in", () => {
  const everything = {
    ...{ ...inputOf([]), ...EXPORTED, ...known },
    ...{ listing: LISTING, currency: 'AUD', converted: '9876.54' },
  }
  const { zh, en } = supplierInquiry(everything)
  for (const own of ['Women', '24.90', '0012345678905', 'AUD', '9876', 'good photos', 'sample', 'USD']) {
    expect(zh).not.toContain(own)
  }
  for (const own of ['Women', '24.90', '0012345678905', 'AUD', '9876', 'good photos', 'USD']) {
    expect(en).not.toContain(own)
  }
  expect({ zh, en }).toEqual(supplierInquiry(known))
})
