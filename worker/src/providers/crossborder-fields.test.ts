import { expect, test } from 'vitest'
import { readCommon } from './crossborder-fields.ts'

const supplierOf = (sellerDataInfo: Record<string, string | number | null>) =>
  readCommon({ sellerDataInfo }, '1').supplier

test('scores are of 5, and each that cannot be read is missing by itself', () => {
  const { scores } = supplierOf({
    compositeServiceScore: '3.5',
    logisticsExperienceScore: 4,
    offerExperienceScore: '0.0',
    afterSalesExperienceScore: '5.1',
    disputeComplaintScore: '高',
    consultingExperienceScore: '5.0',
    tradeMedalLevel: '4',
  })
  expect(scores).toEqual([
    { code: 'service', value: 3.5 },
    { code: 'logistics', value: 4 },
    { code: 'consulting', value: 5 },
  ])
})

test.each<[string | number | null, number | undefined, number | undefined]>([
  ['97.5%', 0.975, 0.975],
  ['0.12%', 0.0012, 0.0012],
  ['0.975', 0.975, undefined],
  [0.004, 0.004, undefined],
  ['97.5', 0.975, 0.975],
  ['0', 0, 0],
  // All were sent within 48 hours; of refunds it may be one in a hundred, or all.
  ['1', 1, undefined],
  ['100.1%', undefined, undefined],
  ['-1%', undefined, undefined],
  ['少', undefined, undefined],
  ['', undefined, undefined],
  [null, undefined, undefined],
])('a rate of %o', (said, shipped48h, qualityRefunds30d) => {
  const { rates } = supplierOf({ qualityRefundWithin30Day: said, collect30DayWithin48HPercent: said })
  const read = Object.fromEntries(rates.map(({ code, value }) => [code, value]))
  expect([read.shipped48h, read.qualityRefunds30d]).toEqual([shipped48h, qualityRefunds30d])
})

test('an answer without the figures has none', () => {
  expect(readCommon({}, '1').supplier).toMatchObject({ scores: [], rates: [], loginId: null })
  expect(readCommon({ sellerDataInfo: 'x' }, '1').supplier).toMatchObject({ scores: [], rates: [] })
})

test.each([
  [201205206, '201205206'],
  ['312', '312'],
  [0, null],
  ['裙子', null],
  [null, null],
])('the category %o is %o', (topCategoryId, read) => {
  expect(readCommon({ topCategoryId }, '1').topCategoryId).toBe(read)
})
