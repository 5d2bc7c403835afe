import { expect, test } from 'vitest'
import { packedPiece } from './chargeable-weight.ts'
import { FBA_SCHEDULES, fulfilmentFee } from './fulfilment.ts'

function fee(country: string, weightKg: string, [lengthCm, widthCm, heightCm]: [string, string, string]) {
  const schedule = FBA_SCHEDULES[country]
  if (!schedule) throw new Error(country)
  const range = fulfilmentFee(packedPiece(null, { weightKg, lengthCm, widthCm, heightCm }), schedule)
  return range && [range.low.toFixed(), range.high.toFixed()]
}

test('the first row that a piece fits into counts, however it is turned', () => {
  expect(fee('GB', '0.08', ['20', '10', '2'])).toEqual(['1.4', '2.3'])
  expect(fee('GB', '0.3', ['2', '10', '20'])).toEqual(['1.7', '2.4'])
  expect(fee('GB', '0.3', ['10', '12', '20'])).toEqual(['2.25', '3.3'])
  expect(fee('GB', '0.3', ['30', '15', '40'])).toEqual(['2.3', '3.5'])
  expect(fee('DE', '3', ['34', '25', '12'])).toEqual(['3.8', '5.6'])
})

test('volume counts in the United States, but not for the smallest size', () => {
  // 38 × 30 × 1.8 = 2052, over 5022 = 0.41 kg
  expect(fee('US', '0.2', ['38', '30', '1.8'])).toEqual(['2.4', '4.5'])
  // 40 × 30 × 15 = 18,000, over 5022 = 3.58 kg
  expect(fee('US', '0.3', ['40', '30', '15'])).toEqual(['7.2', '11'])
})

test('a piece that is too large or too heavy has no fee', () => {
  expect(fee('GB', '1', ['50', '10', '10'])).toBeNull()
  expect(fee('GB', '12', ['40', '30', '20'])).toBeNull()
  expect(fee('US', '10', ['40', '30', '20'])).toBeNull()
})

test.each(Object.keys(FBA_SCHEDULES))(
  'in %s a heavier piece of the same size never costs less',
  (country) => {
    const rows = FBA_SCHEDULES[country]?.bands ?? []
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1]
      if (!next || next.sides !== row.sides) continue
      expect(Number(next.kg)).toBeGreaterThan(Number(row.kg))
      expect(Number(next.low)).toBeGreaterThanOrEqual(Number(row.low))
      expect(Number(next.high)).toBeGreaterThanOrEqual(Number(row.high))
    }
  },
)
