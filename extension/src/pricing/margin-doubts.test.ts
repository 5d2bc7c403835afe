import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { bare, inputs, NO_PRICE, sellingPrice, shipping } from '../testing/cost-inputs.ts'
import type { CostInputs, KnownPrice } from './landed-cost.ts'
import { marginOf, type SellingPriceRange } from './margin.ts'

describe('what is known on one side only', () => {
  const doubtful = (
    price: Partial<KnownPrice>,
    selling = sellingPrice('20'),
    change: Partial<CostInputs> = {},
  ) => marginOf(selling, inputs({ assumptions: bare, ...change, price: { ...NO_PRICE, ...price } }))

  test('a list price is that of an unknown quantity', () => {
    // 20 − 18.60 × 0.15 = 17.21
    expect(doubtful({ listPrice: { low: '18.60', high: null } })).toMatchObject({
      ...{ profit: { low: '17.21', high: '17.21' }, bound: 'open', doubts: ['listPrice'], verdict: null },
    })
  })

  test('a range of variants widens the result', () => {
    // 20 − 25 × 0.15 = 16.25; 20 − 10 × 0.15 = 18.50
    const band = { profit: { low: '16.25', high: '18.5' }, verdict: null }
    expect(doubtful({ variantPrices: { low: '10', high: '25' } })).toMatchObject({
      ...{ ...band, bound: null, doubts: ['variants'] },
    })
    expect(doubtful({ listPrice: { low: '10', high: '25' } })).toMatchObject({
      ...band,
      doubts: ['listPrice'],
    })
  })

  test('below the minimum the price is that of the minimum', () => {
    expect(doubtful({ atMinimum: { quantity: 200, unitPrice: '20' } })).toMatchObject({
      ...{ profit: { low: '17', high: '17' }, bound: 'open', doubts: ['belowMinimum'], verdict: null },
    })
  })

  test('a quote of the supplier settles the price, and is never zero', () => {
    const quoted = (quote: string) =>
      doubtful({ listPrice: { low: '10', high: '25' } }, sellingPrice('20'), { quote })
    // 20 − 12 × 0.15 = 18.20
    expect(quoted('12')).toMatchObject({ profit: { low: '18.2', high: '18.2' }, doubts: [], verdict: 'good' })
    for (const quote of ['', '0', 'ten'])
      expect(quoted(quote)).toMatchObject({ profit: null, missing: ['goods'] })
  })

  const light = { ...shipping, weightKg: 0.3, heightCm: null }
  const perKg: Assumptions = { ...bare, freight: { perKg: '40' } }

  test('with an unknown size more may be charged, so the profit is at most that', () => {
    // 20 − 2.79 − 0.3 × 40 × 0.15 = 15.41
    const result = marginOf(sellingPrice('20'), inputs({ shipping: light, assumptions: perKg }))
    expect(result).toMatchObject({
      ...{ profit: { low: '15.41', high: '15.41' }, bound: 'atMost', doubts: ['size'], verdict: null },
    })
    expect(result.lines.find(({ name }) => name === 'freight')).toMatchObject({
      low: '1.8',
      bound: 'atLeast',
    })
    // Duty on freight, defects and exchange bear the same doubt.
    const assumptions: Assumptions = {
      ...{ ...perKg, marketplace: 'GB', duty: { percent: '10' }, vat: { GB: 'none' } },
      ...{ defectsPercent: '5', spreadPercent: '1' },
    }
    const { lines } = marginOf(sellingPrice('20'), inputs({ shipping: light, assumptions }))
    const bounded = lines.filter(({ bound }) => bound === 'atLeast').map(({ name }) => name)
    expect(bounded).toEqual(['freight', 'duty', 'spread', 'defects'])
  })

  test('the size, or a line that charges no volume, settles it', () => {
    const settled = [
      { ...perKg, divisor: 'none' } as const,
      { ...perKg, lengthCm: '40', widthCm: '30', heightCm: '15' },
    ]
    for (const assumptions of settled)
      expect(marginOf(sellingPrice('20'), inputs({ shipping: light, assumptions }))).toMatchObject({
        ...{ bound: null, doubts: [], verdict: expect.stringMatching(/good|loss/) },
      })
    // 3 kg × 40 × 0.15 = 18: 20 − 2.79 − 18 = −0.79, where the weight alone promised 15.41
    const assumptions = settled[1] ?? perKg
    expect(marginOf(sellingPrice('20'), inputs({ shipping: light, assumptions })).profit?.high).toBe('-0.79')
  })

  test('a price “from” is at least that, and so is the profit', () => {
    const from: SellingPriceRange = { ...sellingPrice('20'), isFrom: true }
    const exact = { unitPrice: '18.60' }
    expect(doubtful(exact, from)).toMatchObject({ bound: 'atLeast', doubts: ['fromPrice'], verdict: null })
    expect(doubtful(exact, from)).toMatchObject({ landedBound: null })
    // With its upper end it is a range like any other.
    expect(doubtful(exact, { ...from, priceTo: '30' })).toMatchObject({
      bound: null,
      doubts: [],
      verdict: 'good',
    })
  })

  test('opposite doubts leave both sides open', () => {
    const from: SellingPriceRange = { ...sellingPrice('20'), isFrom: true }
    expect(marginOf(from, inputs({ shipping: light, assumptions: perKg }))).toMatchObject({
      ...{ bound: 'open', doubts: ['fromPrice', 'size'], verdict: null },
    })
  })
})
