import { describe, expect, test } from 'vitest'
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../model/assumptions.ts'
import type { EuroRates } from './convert.ts'
import type { CostInputs } from './landed-cost.ts'
import { marginOf, type SellingPriceRange } from './margin.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2', JPY: '150' } }
/** By air charged as 30 × 20 × 10 / 6000 = 1 kg. */
const shipping = { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 }
const byAir: Assumptions = DEFAULT_ASSUMPTIONS

function inputs(change: Partial<CostInputs> = {}, unitPrice: string | null = '18.60'): CostInputs {
  const price = { unitPrice, variantPrices: null, atMinimum: null, listPrice: null }
  return { price, shipping, rates, assumptions: byAir, ...change }
}

function sellingPrice(
  price: string | null,
  priceTo: string | null = null,
  currency = 'USD',
): SellingPriceRange {
  return { price, priceTo, currency }
}

/** Without freight, duty and fee: the goods are the only cost. */
const bare: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none' }

describe('the profit', () => {
  test('runs from low price minus high costs to high price minus low costs', () => {
    // goods 2.79; freight 4.50 to 9; duty 0.2187 to 1.4148 (as in landed-cost.test.ts); fee 8 to 15 % of 20
    // low 20 − 2.79 − 9 − 1.4148 − 3 = 3.7952, of 20: 0.18976
    // high 20 − 2.79 − 4.50 − 0.2187 − 1.60 = 10.8913, of 20: 0.544565
    expect(marginOf(sellingPrice('20'), inputs())).toEqual({
      currency: 'USD',
      lines: [
        { name: 'sellingPrice', low: '20', high: '20', source: 'given', required: true, missingInputs: [] },
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
        { name: 'fee', low: '1.6', high: '3', source: 'estimated', required: false, missingInputs: [] },
        { name: 'other', low: null, high: null, source: 'missing', required: false, missingInputs: [] },
      ],
      profit: { low: '3.7952', high: '10.8913' },
      margin: { low: '0.1897', high: '0.5446' },
      verdict: 'tight',
      missing: [],
      estimated: ['freight', 'duty', 'fee'],
    })
  })

  test('by sea is good', () => {
    // freight 0.48 to 1.08; duty 3 % of ¥21.80 = ¥0.654 = 0.0981, 12 % of ¥25.80 = ¥3.096 = 0.4644
    // low 20 − 2.79 − 1.08 − 0.4644 − 3 = 12.6656, of 20: 0.63328
    // high 20 − 2.79 − 0.48 − 0.0981 − 1.60 = 15.0319, of 20: 0.751595
    expect(marginOf(sellingPrice('20'), inputs({ assumptions: { ...byAir, freight: 'sea' } }))).toMatchObject(
      {
        profit: { low: '12.6656', high: '15.0319' },
        margin: { low: '0.6332', high: '0.7516' },
        verdict: 'good',
      },
    )
  })

  test('can be a loss even in the best case', () => {
    // low 5 − 2.79 − 9 − 1.4148 − 0.75 = −8.9548, of 5: −1.79096
    // high 5 − 2.79 − 4.50 − 0.2187 − 0.40 = −2.9087, of 5: −0.58174
    expect(marginOf(sellingPrice('5'), inputs())).toMatchObject({
      profit: { low: '-8.9548', high: '-2.9087' },
      margin: { low: '-1.7910', high: '-0.5817' },
      verdict: 'loss',
    })
  })

  test('for a range of selling prices takes the fee of each end', () => {
    // 10 − 1 − 2.79 = 6.21, of 10: 0.621; 20 − 2 − 2.79 = 15.21, of 20: 0.7605
    const assumptions: Assumptions = { ...bare, fee: { percent: '10' } }
    const expected = {
      profit: { low: '6.21', high: '15.21' },
      margin: { low: '0.6210', high: '0.7605' },
      estimated: [],
    }
    expect(marginOf(sellingPrice('10', '20'), inputs({ assumptions }))).toMatchObject(expected)
    expect(marginOf(sellingPrice('20', '10'), inputs({ assumptions })), 'reversed').toMatchObject(expected)
  })

  test('is in the currency of the selling price', () => {
    // A yuan is 150 / 8 = 18.75 yen: 18.60 × 18.75 = 348.75, and 1000 − 348.75 = 651.25
    expect(marginOf(sellingPrice('1000', null, 'JPY'), inputs({ assumptions: bare }))).toMatchObject({
      currency: 'JPY',
      profit: { low: '651.25', high: '651.25' },
      margin: { low: '0.6512', high: '0.6513' },
    })
  })

  test('includes other costs per piece', () => {
    // 20 − 2.79 − 1.21 = 16
    const result = marginOf(sellingPrice('20'), inputs({ assumptions: { ...bare, other: '1.21' } }))
    expect(result).toMatchObject({ profit: { low: '16', high: '16' }, missing: [], estimated: [] })
    expect(result.lines.at(-1)).toMatchObject({ name: 'other', low: '1.21', source: 'given' })
  })
})

describe('the verdict in yuan, for a selling price of 10', () => {
  test.each([
    ['7', '0.3000', '0.3000', 'good'],
    ['7.0001', '0.2999', '0.3000', 'tight'],
    ['9.9999', '0.0000', '0.0001', 'tight'],
    ['10', '0.0000', '0.0000', 'loss'],
    ['10.00001', '-0.0001', '0.0000', 'loss'],
    ['20', '-1.0000', '-1.0000', 'loss'],
  ])('at a cost of %s: %s to %s is %s', (unitPrice, low, high, verdict) => {
    expect(marginOf(sellingPrice('10', null, 'CNY'), inputs({ assumptions: bare }, unitPrice))).toMatchObject(
      {
        margin: { low, high },
        verdict,
      },
    )
  })

  test('agrees with the rounded margins', () => {
    for (let cents = 1; cents <= 1500; cents += 7) {
      const { margin, verdict } = marginOf(
        sellingPrice('9.99', null, 'CNY'),
        inputs({ assumptions: { ...bare, fee: 'usual' } }, (cents / 100).toFixed(2)),
      )
      const [low, high] = [Number(margin?.low), Number(margin?.high)]
      expect(verdict).toBe(low >= 0.3 ? 'good' : high <= 0 ? 'loss' : 'tight')
      expect(low).toBeLessThanOrEqual(high)
    }
  })
})

describe('without a required line there is no result', () => {
  test.each([
    ['the selling price', marginOf(sellingPrice(null), inputs()), ['sellingPrice']],
    ['a selling price of zero', marginOf(sellingPrice('0.00'), inputs()), ['sellingPrice']],
    ['the price', marginOf(sellingPrice('20'), inputs({}, null)), ['goods']],
    ['the weight', marginOf(sellingPrice('20'), inputs({ shipping: null })), ['freight']],
    ['rates', marginOf(sellingPrice('20'), inputs({ rates: undefined })), ['goods', 'freight']],
    ['a rate for this currency', marginOf(sellingPrice('20', null, 'XAU'), inputs()), ['goods', 'freight']],
  ])('%s', (_, { lines, missing, ...result }, names) => {
    expect(missing).toEqual(names)
    expect(result).toMatchObject({ profit: null, margin: null, verdict: null })
    for (const { low, high, source } of lines)
      expect(source === 'missing').toBe(low === null && high === null)
  })

  test('in any combination', () => {
    const removals = [
      (known: Known) => ({ ...known, price: sellingPrice(null) }),
      (known: Known) => ({ ...known, inputs: { ...known.inputs, price: inputs({}, null).price } }),
      (known: Known) => ({ ...known, inputs: { ...known.inputs, shipping: null } }),
      (known: Known) => ({ ...known, inputs: { ...known.inputs, rates: undefined } }),
    ]
    for (let chosen = 0; chosen < 2 ** removals.length; chosen++) {
      const without = removals.filter((_, index) => chosen & (2 ** index))
      const known = without.reduce((known, remove) => remove(known), {
        price: sellingPrice('20'),
        inputs: inputs(),
      })
      const { profit, margin, verdict, missing } = marginOf(known.price, known.inputs)
      for (const result of [profit, margin, verdict]) expect(result === null).toBe(chosen !== 0)
      expect(missing.length > 0).toBe(chosen !== 0)
    }
  })

  test.each<[Partial<Assumptions>, string]>([
    [{ fee: { percent: '' } }, 'fee'],
    [{ fee: { percent: '101' } }, 'fee'],
    [{ duty: { percent: 'x' } }, 'duty'],
    [{ other: '' }, 'other'],
    [{ other: '-3' }, 'other'],
    [{ weightKg: '0' }, 'freight'],
  ])('an invalid number: %j', (change, name) => {
    const result = marginOf(sellingPrice('20'), inputs({ assumptions: { ...byAir, ...change } }))
    expect(result).toMatchObject({ missing: [name], profit: null, verdict: null })
  })

  test('but the other lines are still computed', () => {
    const { lines } = marginOf(sellingPrice('20'), inputs({ shipping: null }))
    expect(lines.map(({ name, low }) => [name, low])).toEqual([
      ['sellingPrice', '20'],
      ['goods', '2.79'],
      ['freight', null],
      ['duty', null],
      ['fee', '1.6'],
      ['other', null],
    ])
  })
})

interface Known {
  price: SellingPriceRange
  inputs: CostInputs
}
