import { expect, test } from 'vitest'
import { LABELS } from './labels.ts'
import { toText } from './plain-text.ts'
import { inputOf, OFFER, OUT, OUT_UNKNOWN } from './testing/example.ts'

test('offers in English, the translated title first', () => {
  expect(toText(inputOf([OUT, OUT_UNKNOWN]), LABELS.en)).toBe(
    [
      '2 offers on 1688, my quantity 100 (2026-11-24 15:30)',
      '',
      '1. Summer pleated skirt',
      '   夏季新款百褶半身裙',
      '   ¥10.10 each (about $1.40), minimum 2 件',
      '   Supplier: 杭州某某服饰有限公司 (浙江省杭州市)',
      '   https://detail.1688.com/offer/710891050473.html',
      '',
      '2. 裙',
      '   Price unknown, minimum unknown',
      '   https://detail.1688.com/offer/1.html',
    ].join('\n'),
  )
})

test('offers in Chinese', () => {
  const few = { ...OUT, offer: { ...OFFER, minOrder: 2000 }, belowMinimum: true }
  expect(toText(inputOf([few], { quantity: 1000 }), LABELS.zh)).toBe(
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

test('a minimum above my quantity is said to be', () => {
  const few = { ...OUT, offer: { ...OFFER, minOrder: 200 }, belowMinimum: true }
  expect(toText(inputOf([few]), LABELS.en)).toContain('minimum 200 件 (more than my 100)')
})

test('a title stays on its line', () => {
  const offer = { ...OFFER, titleTranslated: 'Skirt\n\n2. Cheaper skirt' }
  expect(toText(inputOf([{ ...OUT, offer }]), LABELS.en)).toContain('1. Skirt 2. Cheaper skirt\n')
})

test('neither notes nor the listing are handed on', () => {
  const text = toText(inputOf([OUT]), LABELS.en)
  for (const own of ['good photos', 'sample', 'Women', '24.90', '0012345678905'])
    expect(text).not.toContain(own)
})

test('no offers are a heading', () => {
  expect(toText(inputOf([]), LABELS.en)).toBe('0 offers on 1688, my quantity 100 (2026-11-24 15:30)')
})

test('of several photos it is told by how many an offer was found', () => {
  const found = inputOf([{ ...OUT, foundBy: 4 }], { photos: 5 })
  expect(toText(found, LABELS.en)).toContain('\n   found by 4 of 5 photos\n')
  expect(toText(found, LABELS.zh)).toContain('5 张图中 4 张搜到')
  expect(toText(inputOf([OUT]), LABELS.en)).not.toContain('photos')
})
