import { expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { detailsWith, offerWith, tiers } from '../testing/offers.ts'
import type { EuroRates } from './convert.ts'
import { toAmountRange } from './cost-line.ts'
import { type Figure, isKnown, sumOf } from './figure.ts'
import { type CostInputs, costInputsFor, dutyRule, landedCosts } from './landed-cost.ts'
import { MARKETPLACES } from './marketplaces.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2' } }
const skirt = offerWith({ priceTiers: tiers([2, '20'], [100, '18.60']), minOrder: 2 })
/** 30 × 20 × 10 / 6000 = 1 kg, though it weighs 0.4. */
const details = detailsWith({ shipping: { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 } })
const byAir: Assumptions = { freight: 'air', duty: 'country', fee: 'none' }

/** As sold to a country, in dollars. */
function costs(inputs: CostInputs, country = 'GB', currency = 'USD') {
  return landedCosts(inputs, dutyRule(inputs.assumptions.duty, MARKETPLACES[country]), currency)
}
const amounts = (figure: Figure) => (isKnown(figure) ? toAmountRange(figure.range) : figure)
const total = (inputs: CostInputs, country?: string) => amounts(sumOf(Object.values(costs(inputs, country))))

test('goods, freight and duty add up to the landed cost of a piece', () => {
  // goods 18.60 × 0.15 = 2.79
  // freight 1 kg × 30 = ¥30 = 4.50, 1 kg × 60 = ¥60 = 9.00
  // duty 2 % of ¥48.60 = ¥0.972 = 0.1458, 12 % of ¥78.60 = ¥9.432 = 1.4148
  // total 2.79 + 4.50 + 0.1458 = 7.4358, 2.79 + 9 + 1.4148 = 13.2048
  const inputs = costInputsFor(skirt, 100, rates, byAir, details)
  const { goods, freight, duty, ...others } = costs(inputs)
  expect(amounts(goods)).toEqual({ low: '2.79', high: '2.79' })
  expect(amounts(freight)).toEqual({ low: '4.5', high: '9' })
  expect(amounts(duty)).toEqual({ low: '0.1458', high: '1.4148' })
  expect(new Set(Object.values(others))).toEqual(new Set(['notCounted']))
  expect(total(inputs)).toEqual({ low: '7.4358', high: '13.2048' })
})

test('the United States charge duty on the goods alone', () => {
  // 7.5 % of ¥18.60 = 0.20925, 45 % = 1.2555
  const { duty } = costs(costInputsFor(skirt, 100, rates, byAir, details), 'US')
  expect(amounts(duty)).toEqual({ low: '0.20925', high: '1.2555' })
})

test('by sea the volume is not charged by the kilogram', () => {
  // 0.4 kg × 8 = ¥3.20 = 0.48, 0.4 kg × 18 = ¥7.20 = 1.08
  const { freight } = costs(costInputsFor(skirt, 100, rates, { ...byAir, freight: 'sea' }, details))
  expect(amounts(freight)).toEqual({ low: '0.48', high: '1.08' })
})

test('the price tier of the quantity counts', () => {
  // 20 × 0.15 = 3
  const goodsAt = (quantity: number) => costs(costInputsFor(skirt, quantity, rates, byAir, details)).goods
  expect(goodsAt(99)).toMatchObject({ estimated: false })
  expect(amounts(goodsAt(99))).toEqual({ low: '3', high: '3' })
  expect(goodsAt(1)).toMatchObject({ doubts: ['belowMinimum'] })
  const withoutTiers = offerWith({ price: '20', minOrder: 1 })
  expect(costs(costInputsFor(withoutTiers, 5, rates, byAir, details)).goods).toMatchObject({
    doubts: ['listPrice'],
  })
})

test('custom figures take precedence over presets and over the offer', () => {
  // 0.5 kg × 40 = ¥20 = 3; duty 10 % of ¥38.60 = ¥3.86 = 0.579; total 2.79 + 3 + 0.579 = 6.369
  const own: Assumptions = {
    ...{ freight: { perKg: '40' }, divisor: 'none', duty: { percent: '10' }, fee: 'none', weightKg: '0.5' },
  }
  expect(total(costInputsFor(skirt, 100, rates, own, details))).toEqual({ low: '6.369', high: '6.369' })
  // Volume is charged unless the user says otherwise: 1 kg × 40 = ¥40 = 6
  const { divisor: _, ...byVolume } = own
  expect(amounts(costs(costInputsFor(skirt, 100, rates, byVolume, details)).freight)).toMatchObject({
    low: '6',
  })
  // Any divisor can be chosen for a preset too: 6000 / 8000 = 0.75 kg × 30 = ¥22.50 = 3.375
  const bySlowAir: Assumptions = { ...byAir, divisor: '8000' }
  expect(amounts(costs(costInputsFor(skirt, 100, rates, bySlowAir, details)).freight)).toMatchObject({
    low: '3.375',
  })
  // 0.15 → 0.2 dollars a yuan: 18.60 × 0.2 = 3.72
  const ownRate = { from: 'CNY', to: 'USD', rate: '0.2' } as const
  expect(amounts(costs(costInputsFor(skirt, 100, rates, { ...own, ownRate }, details)).goods)).toMatchObject({
    low: '3.72',
  })
})

test('zero duty is no estimate, and free freight needs no weight', () => {
  const nothing: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none' }
  const { freight, duty } = costs(costInputsFor(skirt, 100, rates, nothing))
  expect([freight, duty]).toMatchObject([{ estimated: false }, { estimated: false }])
  expect(total(costInputsFor(skirt, 100, rates, nothing))).toEqual({ low: '2.79', high: '2.79' })
})

test('a line that depends on a missing one is missing too, without a reason of its own', () => {
  const unweighed = costInputsFor(skirt, 100, rates, byAir)
  expect(costs(unweighed)).toMatchObject({
    freight: { missingInputs: ['weight'] },
    duty: { missingInputs: [] },
  })
  expect(total(unweighed)).toEqual({ missingInputs: [] })
  // Not where duty is charged on the goods.
  expect(isKnown(costs(unweighed, 'US').duty)).toBe(true)
  expect(isKnown(costs(costInputsFor(skirt, 100, undefined, byAir, details), 'GB', 'CNY').goods)).toBe(true)
})

test('what is paid once for an order is shared by its pieces', () => {
  const assumptions: Assumptions = { ...byAir, inspection: '1000', domestic: { perOrder: '500' } }
  const shared = costs(costInputsFor(skirt, 200, rates, assumptions, details))
  // ¥1000/200 = 0.75, ¥500/200 = 0.375
  expect(amounts(shared.inspection)).toEqual({ low: '0.75', high: '0.75' })
  expect(amounts(shared.domestic)).toEqual({ low: '0.375', high: '0.375' })
})
