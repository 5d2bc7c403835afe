import { expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { detailsWith, offerWith, tiers } from '../testing/offers.ts'
import type { EuroRates } from './convert.ts'
import { isKnown, toAmountRange, toCostLine, uncertainLines } from './cost-line.ts'
import { plus } from './decimal.ts'
import { type CostInputs, costInputsFor, landedCosts } from './landed-cost.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2' } }
const skirt = offerWith({ priceTiers: tiers([2, '20'], [100, '18.60']), minOrder: 2 })
/** 30 × 20 × 10 / 6000 = 1 kg, though it weighs 0.4. */
const details = detailsWith({ shipping: { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 } })
const byAir: Assumptions = { freight: 'air', duty: 'usual', fee: 'none' }

/** The costs as lines, and their total. */
function landedCost(inputs: CostInputs, currency: string) {
  const { goods, freight, duty } = landedCosts(inputs, currency)
  const lines = [toCostLine('goods', goods), toCostLine('freight', freight), toCostLine('duty', duty)]
  const known = isKnown(goods) && isKnown(freight) && isKnown(duty)
  const total = known ? toAmountRange(plus(plus(goods.range, freight.range), duty.range)) : null
  return { currency, lines, total, ...uncertainLines(lines) }
}

const line = (inputs: CostInputs, name: string) =>
  landedCost(inputs, 'USD').lines.find((line) => line.name === name)

test('goods, freight and duty add up to the landed cost of a piece', () => {
  // goods 18.60 × 0.15 = 2.79
  // freight 1 kg × 30 = ¥30 = 4.50, 1 kg × 60 = ¥60 = 9.00
  // duty 3 % of ¥48.60 = ¥1.458 = 0.2187, 12 % of ¥78.60 = ¥9.432 = 1.4148
  // total 2.79 + 4.50 + 0.2187 = 7.5087, 2.79 + 9 + 1.4148 = 13.2048
  expect(landedCost(costInputsFor(skirt, 100, rates, byAir, details), 'USD')).toEqual({
    currency: 'USD',
    lines: [
      { name: 'goods', low: '2.79', high: '2.79', source: 'given', required: true, missingInputs: [] },
      { name: 'freight', low: '4.5', high: '9', source: 'estimated', required: true, missingInputs: [] },
      {
        name: 'duty',
        low: '0.2187',
        high: '1.4148',
        source: 'estimated',
        required: false,
        missingInputs: [],
      },
    ],
    total: { low: '7.5087', high: '13.2048' },
    missing: [],
    estimated: ['freight', 'duty'],
  })
})

test('by sea the volume is not charged', () => {
  // 0.4 kg × 8 = ¥3.20 = 0.48, 0.4 kg × 18 = ¥7.20 = 1.08
  const inputs = costInputsFor(skirt, 100, rates, { ...byAir, freight: 'sea' }, details)
  expect(line(inputs, 'freight')).toMatchObject({ low: '0.48', high: '1.08', source: 'estimated' })
})

test('the price tier of the quantity counts', () => {
  // 20 × 0.15 = 3
  expect(line(costInputsFor(skirt, 99, rates, byAir, details), 'goods')).toMatchObject({
    low: '3',
    source: 'given',
  })
  expect(line(costInputsFor(skirt, 1, rates, byAir, details), 'goods')).toMatchObject({ source: 'estimated' })
  const withoutTiers = offerWith({ price: '20', minOrder: 1 })
  expect(line(costInputsFor(withoutTiers, 5, rates, byAir, details), 'goods')).toMatchObject({
    source: 'estimated',
  })
})

test('custom figures take precedence over presets and over the offer', () => {
  // 0.5 kg × 40 = ¥20 = 3; duty 10 % of ¥38.60 = ¥3.86 = 0.579; total 2.79 + 3 + 0.579 = 6.369
  const own: Assumptions = {
    freight: { perKg: '40' },
    duty: { percent: '10' },
    fee: 'none',
    weightKg: '0.5',
  }
  expect(landedCost(costInputsFor(skirt, 100, rates, own, details), 'USD')).toMatchObject({
    total: { low: '6.369', high: '6.369' },
    missing: [],
    estimated: [],
  })
  // A custom rate without a custom weight: 1 kg by volume × 40 = ¥40 = 6
  const { weightKg: _, ...ownRateOnly } = own
  expect(line(costInputsFor(skirt, 100, rates, ownRateOnly, details), 'freight')).toMatchObject({
    low: '6',
    source: 'given',
  })
  // 0.15 → 0.2 dollars a yuan: 18.60 × 0.2 = 3.72
  const ownRate = { from: 'CNY', to: 'USD', rate: '0.2' } as const
  expect(line(costInputsFor(skirt, 100, rates, { ...own, ownRate }, details), 'goods')).toMatchObject({
    low: '3.72',
  })
})

test('a figure that depends on an estimate is one', () => {
  const percent: Assumptions = { ...byAir, duty: { percent: '10' } }
  expect(line(costInputsFor(skirt, 100, rates, percent, details), 'duty')).toMatchObject({
    source: 'estimated',
  })
  // With an unknown size, more may be charged than the weight.
  const light = detailsWith({ shipping: { weightKg: 0.4, lengthCm: null, widthCm: null, heightCm: null } })
  const perKg: Assumptions = { ...byAir, freight: { perKg: '40' } }
  expect(line(costInputsFor(skirt, 100, rates, perKg, light), 'freight')).toMatchObject({
    source: 'estimated',
  })
})

test('zero duty is not an estimate, and zero freight needs no weight', () => {
  const nothing: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none' }
  expect(landedCost(costInputsFor(skirt, 100, rates, nothing), 'USD')).toMatchObject({
    total: { low: '2.79', high: '2.79' },
    missing: [],
    estimated: [],
  })
})

test('a missing line says why, and prevents a total', () => {
  const unweighed = landedCost(costInputsFor(skirt, 100, rates, byAir), 'USD')
  expect(unweighed.lines).toEqual([
    { name: 'goods', low: '2.79', high: '2.79', source: 'given', required: true, missingInputs: [] },
    { name: 'freight', low: null, high: null, source: 'missing', required: true, missingInputs: ['weight'] },
    { name: 'duty', low: null, high: null, source: 'missing', required: false, missingInputs: [] },
  ])
  expect(unweighed).toMatchObject({ total: null, missing: ['freight'], estimated: [] })

  const unpriced = landedCost(costInputsFor(offerWith(), 1, rates, byAir, details), 'USD')
  expect(unpriced).toMatchObject({ total: null, missing: ['goods'] })
  expect(unpriced.lines[0]?.missingInputs).toEqual(['price'])

  const ratesUnknown = landedCost(costInputsFor(skirt, 100, undefined, byAir, details), 'USD')
  expect(ratesUnknown).toMatchObject({ total: null, missing: ['goods', 'freight'] })
  expect(ratesUnknown.lines.map(({ missingInputs }) => missingInputs)).toEqual([
    ['exchangeRate'],
    ['exchangeRate'],
    ['exchangeRate'],
  ])
  expect(landedCost(costInputsFor(skirt, 100, undefined, byAir, details), 'CNY').total).not.toBeNull()
})

test.each([
  [{ freight: { perKg: '' } }, 'freight'],
  [{ freight: { perKg: 'x' } }, 'freight'],
  [{ weightKg: '' }, 'freight'],
  [{ weightKg: '0' }, 'freight'],
  [{ duty: { percent: '' } }, 'duty'],
  [{ duty: { percent: '-1' } }, 'duty'],
])('an invalid number does not count as zero: %j', (change, name) => {
  const inputs = costInputsFor(skirt, 100, rates, { ...byAir, ...change }, details)
  expect(line(inputs, name)).toMatchObject({
    low: null,
    source: 'missing',
    required: true,
    missingInputs: ['invalidNumber'],
  })
  expect(landedCost(inputs, 'USD')).toMatchObject({ total: null, missing: [name] })
})
