import { expect, test } from 'vitest'
import { LABELS } from './labels.ts'
import { toPlainText } from './plain-text.ts'
import { EXPORTED, EXPORTED_UNKNOWN, inputOf, OFFER } from './testing/export-input.ts'

test('offers in English, the translated title first', () => {
  expect(toPlainText(inputOf([EXPORTED, EXPORTED_UNKNOWN]), LABELS.en)).toBe(
    [
      '2 offers on 1688, my quantity 100 (2026-11-24 15:30)',
      '',
      '1. Summer pleated skirt',
      '   夏季新款百褶半身裙',
      '   ¥10.10 each (about $1.40), MOQ 2 件',
      '   Supplier: 杭州某某服饰有限公司 (浙江省杭州市)',
      '   https://detail.1688.com/offer/710891050473.html',
      '',
      '2. 裙',
      '   Price unknown, MOQ unknown',
      '   https://detail.1688.com/offer/1.html',
    ].join('\n'),
  )
})

test('offers in Chinese', () => {
  const few = { ...EXPORTED, offer: { ...OFFER, minOrder: 2000 }, belowMinimum: true }
  expect(toPlainText(inputOf([few], { quantity: 1000 }), LABELS.zh)).toBe(
    [
      '1688 货源 1 个，采购数量 1,000（2026-11-24 15:30）',
      '',
      '1. 夏季新款百褶半身裙',
      '   单价 ¥10.10（约 US$1.40），起订量 2,000 件（高于采购数量 1,000）',
      '   供应商：杭州某某服饰有限公司（浙江省杭州市）',
      '   https://detail.1688.com/offer/710891050473.html',
    ].join('\n'),
  )
})

test('a list price or a range of variants is not stated as the price at my quantity', () => {
  const text = (rest: object, labels = LABELS.en) =>
    toPlainText(inputOf([{ ...EXPORTED_UNKNOWN, ...rest }], { quantity: 500 }), labels)
  const listed = { listPrice: { low: '35.5', high: null } }
  expect(text(listed)).toContain('   list price ¥35.50, price at 500 unknown, ')
  expect(text(listed, LABELS.zh)).toContain('   列表价 ¥35.50（采购 500 的价格未知），')
  expect(text({ variantPrices: { low: '10', high: '25' } })).toContain(
    '   ¥10.00–¥25.00 each, depending on the variant, ',
  )
  const few = text({ atMinimum: { quantity: 1000, unitPrice: '9.5' }, belowMinimum: true })
  expect(few).toContain('   ¥9.50 each from 1,000, ')
})

test('a minimum above my quantity is pointed out', () => {
  const few = { ...EXPORTED, offer: { ...OFFER, minOrder: 200 }, belowMinimum: true }
  expect(toPlainText(inputOf([few]), LABELS.en)).toContain('MOQ 200 件 (above my 100)')
})

test('a title stays on its line', () => {
  const offer = { ...OFFER, titleTranslated: 'Skirt\n\n2. Cheaper skirt' }
  expect(toPlainText(inputOf([{ ...EXPORTED, offer }]), LABELS.en)).toContain('1. Skirt 2. Cheaper skirt\n')
})

test('notes and the listing stay private', () => {
  const text = toPlainText(inputOf([EXPORTED]), LABELS.en)
  for (const own of ['good photos', 'sample', 'Women', '24.90', '0012345678905'])
    expect(text).not.toContain(own)
})

test('without offers there is only a heading', () => {
  expect(toPlainText(inputOf([]), LABELS.en)).toBe('0 offers on 1688, my quantity 100 (2026-11-24 15:30)')
})

test('with several photos each offer says how many found it', () => {
  const found = inputOf([{ ...EXPORTED, foundBy: 4 }], { photos: 5 })
  expect(toPlainText(found, LABELS.en)).toContain('\n   found by 4 of 5 photos\n')
  expect(toPlainText(found, LABELS.zh)).toContain('5 张图中 4 张搜到')
  expect(toPlainText(inputOf([EXPORTED]), LABELS.en)).not.toContain('photos')
})
