import { expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { detailsWith } from '../testing/details.ts'
import { offerWith, tiers } from '../testing/offers.ts'
import type { EuroRates } from './convert.ts'
import { costLineOf, isKnown, rangeOf, uncertaintiesIn } from './cost-line.ts'
import { type Costing, costingOf, landedCosts } from './landed-cost.ts'
import { plus } from './range.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2' } }
const skirt = offerWith({ priceTiers: tiers([2, '20'], [100, '18.60']), minOrder: 2 })
/** 30 × 20 × 10 / 6000 = 1 kg, though it weighs 0.4. */
const details = detailsWith({ shipping: { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 } })
const byAir: Assumptions = { freight: 'air', duty: 'usual', fee: 'none' }

/** The costs as lines, with their total. */
function landedCost(costing: Costing, currency: string) {
  const { goods, freight, duty } = landedCosts(costing, currency)
  const lines = [costLineOf('goods', goods), costLineOf('freight', freight), costLineOf('duty', duty)]
  const known = isKnown(goods) && isKnown(freight) && isKnown(duty)
  const total = known ? rangeOf(plus(plus(goods.band, freight.band), duty.band)) : null
  return { currency, lines, total, ...uncertaintiesIn(lines) }
}

const line = (costing: Costing, name: string) =>
  landedCost(costing, 'USD').lines.find((line) => line.name === name)

test('goods, freight and duty make what a piece costs until it is there', () => {
  // goods 18.60 × 0.15 = 2.79
  // freight 1 kg × 30 = ¥30 = 4.50, 1 kg × 60 = ¥60 = 9.00
  // duty 3 % of ¥48.60 = ¥1.458 = 0.2187, 12 % of ¥78.60 = ¥9.432 = 1.4148
  // total 2.79 + 4.50 + 0.2187 = 7.5087, 2.79 + 9 + 1.4148 = 13.2048
  expect(landedCost(costingOf(skirt, 100, rates, byAir, details), 'USD')).toEqual({
    currency: 'USD',
    lines: [
      { name: 'goods', low: '2.79', high: '2.79', how: 'given', decisive: true, lacks: [] },
      { name: 'freight', low: '4.5', high: '9', how: 'estimated', decisive: true, lacks: [] },
      { name: 'duty', low: '0.2187', high: '1.4148', how: 'estimated', decisive: false, lacks: [] },
    ],
    total: { low: '7.5087', high: '13.2048' },
    missing: [],
    estimated: ['freight', 'duty'],
  })
})

test('by sea the space is not charged', () => {
  // 0.4 kg × 8 = ¥3.20 = 0.48, 0.4 kg × 18 = ¥7.20 = 1.08
  const costing = costingOf(skirt, 100, rates, { ...byAir, freight: 'sea' }, details)
  expect(line(costing, 'freight')).toMatchObject({ low: '0.48', high: '1.08', how: 'estimated' })
})

test('the price step of the quantity counts', () => {
  // 20 × 0.15 = 3
  expect(line(costingOf(skirt, 99, rates, byAir, details), 'goods')).toMatchObject({ low: '3', how: 'given' })
  expect(line(costingOf(skirt, 1, rates, byAir, details), 'goods')).toMatchObject({ how: 'estimated' })
  const stepless = offerWith({ price: '20', minOrder: 1 })
  expect(line(costingOf(stepless, 5, rates, byAir, details), 'goods')).toMatchObject({ how: 'estimated' })
})

test('own figures go before presets and before what the offer says', () => {
  // 0.5 kg × 40 = ¥20 = 3; duty 10 % of ¥38.60 = ¥3.86 = 0.579; total 2.79 + 3 + 0.579 = 6.369
  const own: Assumptions = {
    freight: { perKg: '40' },
    duty: { percent: '10' },
    fee: 'none',
    weightKg: '0.5',
  }
  expect(landedCost(costingOf(skirt, 100, rates, own, details), 'USD')).toMatchObject({
    total: { low: '6.369', high: '6.369' },
    missing: [],
    estimated: [],
  })
  // An own rate without an own weight: 1 kg by volume × 40 = ¥40 = 6
  const { weightKg: _, ...ownRateOnly } = own
  expect(line(costingOf(skirt, 100, rates, ownRateOnly, details), 'freight')).toMatchObject({
    low: '6',
    how: 'given',
  })
  // 0.15 → 0.2 dollars a yuan: 18.60 × 0.2 = 3.72
  const ownRate = { from: 'CNY', to: 'USD', rate: '0.2' } as const
  expect(line(costingOf(skirt, 100, rates, { ...own, ownRate }, details), 'goods')).toMatchObject({
    low: '3.72',
  })
})

test('what rests on an estimate is one', () => {
  const percent: Assumptions = { ...byAir, duty: { percent: '10' } }
  expect(line(costingOf(skirt, 100, rates, percent, details), 'duty')).toMatchObject({ how: 'estimated' })
  // A weight without a size may be charged as more.
  const light = detailsWith({ shipping: { weightKg: 0.4, lengthCm: null, widthCm: null, heightCm: null } })
  const perKg: Assumptions = { ...byAir, freight: { perKg: '40' } }
  expect(line(costingOf(skirt, 100, rates, perKg, light), 'freight')).toMatchObject({ how: 'estimated' })
})

test('no duty is a decision and no estimate, and no freight needs no weight', () => {
  const nothing: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none' }
  expect(landedCost(costingOf(skirt, 100, rates, nothing), 'USD')).toMatchObject({
    total: { low: '2.79', high: '2.79' },
    missing: [],
    estimated: [],
  })
})

test('what is missing says why, and withholds the total', () => {
  const unweighed = landedCost(costingOf(skirt, 100, rates, byAir), 'USD')
  expect(unweighed.lines).toEqual([
    { name: 'goods', low: '2.79', high: '2.79', how: 'given', decisive: true, lacks: [] },
    { name: 'freight', low: null, high: null, how: 'missing', decisive: true, lacks: ['weight'] },
    { name: 'duty', low: null, high: null, how: 'missing', decisive: false, lacks: [] },
  ])
  expect(unweighed).toMatchObject({ total: null, missing: ['freight'], estimated: [] })

  const unpriced = landedCost(costingOf(offerWith(), 1, rates, byAir, details), 'USD')
  expect(unpriced).toMatchObject({ total: null, missing: ['goods'] })
  expect(unpriced.lines[0]?.lacks).toEqual(['price'])

  const ratesUnknown = landedCost(costingOf(skirt, 100, undefined, byAir, details), 'USD')
  expect(ratesUnknown).toMatchObject({ total: null, missing: ['goods', 'freight'] })
  expect(ratesUnknown.lines.map(({ lacks }) => lacks)).toEqual([['exchange'], ['exchange'], ['exchange']])
  expect(landedCost(costingOf(skirt, 100, undefined, byAir, details), 'CNY').total).not.toBeNull()
})

test.each([
  [{ freight: { perKg: '' } }, 'freight'],
  [{ freight: { perKg: 'x' } }, 'freight'],
  [{ weightKg: '' }, 'freight'],
  [{ weightKg: '0' }, 'freight'],
  [{ duty: { percent: '' } }, 'duty'],
  [{ duty: { percent: '-1' } }, 'duty'],
])('a figure that is none does not count as zero: %j', (change, name) => {
  const costing = costingOf(skirt, 100, rates, { ...byAir, ...change }, details)
  expect(line(costing, name)).toMatchObject({ low: null, how: 'missing', decisive: true, lacks: ['figure'] })
  expect(landedCost(costing, 'USD')).toMatchObject({ total: null, missing: [name] })
})
