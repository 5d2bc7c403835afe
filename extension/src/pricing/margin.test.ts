import { describe, expect, test } from 'vitest'
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../model/assumptions.ts'
import type { EuroRates } from './convert.ts'
import type { Costing } from './landed-cost.ts'
import { marginOf, type Sale } from './margin.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2', JPY: '150' } }
/** Charged as 30 × 20 × 10 / 6000 = 1 kg by air. */
const shipping = { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 }
const byAir: Assumptions = DEFAULT_ASSUMPTIONS

function costing(change: Partial<Costing> = {}, unitPrice: string | null = '18.60'): Costing {
  const price = { unitPrice, stepsKnown: true, belowMinimum: false }
  return { price, shipping, rates, assumptions: byAir, ...change }
}

function sale(price: string | null, priceTo: string | null = null, currency = 'USD'): Sale {
  return { price, priceTo, currency }
}

/** Goods and an own fee, and nothing else that costs. */
const bare: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none' }

describe('what is left of a sale', () => {
  test('is the low sale less the high costs, to the high sale less the low costs', () => {
    // goods 2.79; freight 4.50 to 9; duty 0.2187 to 1.4148 (worked out beside landedCost); fee 8 to 15 % of 20
    // low 20 − 2.79 − 9 − 1.4148 − 3 = 3.7952, of 20: 0.18976
    // high 20 − 2.79 − 4.50 − 0.2187 − 1.60 = 10.8913, of 20: 0.544565
    expect(marginOf(sale('20'), costing())).toEqual({
      currency: 'USD',
      lines: [
        { name: 'sale', low: '20', high: '20', how: 'given', decisive: true, lacks: [] },
        { name: 'goods', low: '2.79', high: '2.79', how: 'given', decisive: true, lacks: [] },
        { name: 'freight', low: '4.5', high: '9', how: 'estimated', decisive: true, lacks: [] },
        { name: 'duty', low: '0.2187', high: '1.4148', how: 'estimated', decisive: false, lacks: [] },
        { name: 'fee', low: '1.6', high: '3', how: 'estimated', decisive: false, lacks: [] },
        { name: 'other', low: null, high: null, how: 'missing', decisive: false, lacks: [] },
      ],
      margin: { low: '3.7952', high: '10.8913' },
      share: { low: '0.1897', high: '0.5446' },
      verdict: 'tight',
      missing: [],
      estimated: ['freight', 'duty', 'fee'],
    })
  })

  test('by sea leaves room', () => {
    // freight 0.48 to 1.08; duty 3 % of ¥21.80 = ¥0.654 = 0.0981, 12 % of ¥25.80 = ¥3.096 = 0.4644
    // low 20 − 2.79 − 1.08 − 0.4644 − 3 = 12.6656, of 20: 0.63328
    // high 20 − 2.79 − 0.48 − 0.0981 − 1.60 = 15.0319, of 20: 0.751595
    expect(marginOf(sale('20'), costing({ assumptions: { ...byAir, freight: 'sea' } }))).toMatchObject({
      margin: { low: '12.6656', high: '15.0319' },
      share: { low: '0.6332', high: '0.7516' },
      verdict: 'good',
    })
  })

  test('can be a loss in the best case', () => {
    // low 5 − 2.79 − 9 − 1.4148 − 0.75 = −8.9548, of 5: −1.79096
    // high 5 − 2.79 − 4.50 − 0.2187 − 0.40 = −2.9087, of 5: −0.58174
    expect(marginOf(sale('5'), costing())).toMatchObject({
      margin: { low: '-8.9548', high: '-2.9087' },
      share: { low: '-1.7910', high: '-0.5817' },
      verdict: 'loss',
    })
  })

  test('of a range of prices takes the fee of each end', () => {
    // 10 − 1 − 2.79 = 6.21, of 10: 0.621; 20 − 2 − 2.79 = 15.21, of 20: 0.7605
    const assumptions: Assumptions = { ...bare, fee: { percent: '10' } }
    const expected = {
      margin: { low: '6.21', high: '15.21' },
      share: { low: '0.6210', high: '0.7605' },
      estimated: [],
    }
    expect(marginOf(sale('10', '20'), costing({ assumptions }))).toMatchObject(expected)
    expect(marginOf(sale('20', '10'), costing({ assumptions })), 'the wrong way round').toMatchObject(
      expected,
    )
  })

  test('is in the money of the sale', () => {
    // A yuan is 150 / 8 = 18.75 yen: 18.60 × 18.75 = 348.75, and 1000 − 348.75 = 651.25
    expect(marginOf(sale('1000', null, 'JPY'), costing({ assumptions: bare }))).toMatchObject({
      currency: 'JPY',
      margin: { low: '651.25', high: '651.25' },
      share: { low: '0.6512', high: '0.6513' },
    })
  })

  test('takes a further cost of a piece', () => {
    // 20 − 2.79 − 1.21 = 16
    const result = marginOf(sale('20'), costing({ assumptions: { ...bare, other: '1.21' } }))
    expect(result).toMatchObject({ margin: { low: '16', high: '16' }, missing: [], estimated: [] })
    expect(result.lines.at(-1)).toMatchObject({ name: 'other', low: '1.21', how: 'given' })
  })
})

describe('the verdict in yuan, of a sale at 10', () => {
  test.each([
    ['7', '0.3000', '0.3000', 'good'],
    ['7.0001', '0.2999', '0.3000', 'tight'],
    ['9.9999', '0.0000', '0.0001', 'tight'],
    ['10', '0.0000', '0.0000', 'loss'],
    ['10.00001', '-0.0001', '0.0000', 'loss'],
    ['20', '-1.0000', '-1.0000', 'loss'],
  ])('at a cost of %s: %s to %s is %s', (unitPrice, low, high, verdict) => {
    expect(marginOf(sale('10', null, 'CNY'), costing({ assumptions: bare }, unitPrice))).toMatchObject({
      share: { low, high },
      verdict,
    })
  })

  test('can be read off the shares that are shown', () => {
    for (let cents = 1; cents <= 1500; cents += 7) {
      const { share, verdict } = marginOf(
        sale('9.99', null, 'CNY'),
        costing({ assumptions: { ...bare, fee: 'usual' } }, (cents / 100).toFixed(2)),
      )
      const [low, high] = [Number(share?.low), Number(share?.high)]
      expect(verdict).toBe(low >= 0.3 ? 'good' : high <= 0 ? 'loss' : 'tight')
      expect(low).toBeLessThanOrEqual(high)
    }
  })
})

describe('without a decisive line there is no result', () => {
  test.each([
    ['the selling price', marginOf(sale(null), costing()), ['sale']],
    ['a selling price of zero', marginOf(sale('0.00'), costing()), ['sale']],
    ['the price', marginOf(sale('20'), costing({}, null)), ['goods']],
    ['the weight', marginOf(sale('20'), costing({ shipping: null })), ['freight']],
    ['rates', marginOf(sale('20'), costing({ rates: undefined })), ['goods', 'freight']],
    ['a rate for this currency', marginOf(sale('20', null, 'XAU'), costing()), ['goods', 'freight']],
  ])('%s', (_, { lines, missing, ...result }, names) => {
    expect(missing).toEqual(names)
    expect(result).toMatchObject({ margin: null, share: null, verdict: null })
    for (const { low, high, how } of lines) expect(how === 'missing').toBe(low === null && high === null)
  })

  test('in whatever combination', () => {
    const lacking = [
      (known: Known) => ({ ...known, sale: sale(null) }),
      (known: Known) => ({ ...known, costing: { ...known.costing, price: costing({}, null).price } }),
      (known: Known) => ({ ...known, costing: { ...known.costing, shipping: null } }),
      (known: Known) => ({ ...known, costing: { ...known.costing, rates: undefined } }),
    ]
    for (let chosen = 0; chosen < 2 ** lacking.length; chosen++) {
      const without = lacking.filter((_, index) => chosen & (2 ** index))
      const known = without.reduce((known, lack) => lack(known), { sale: sale('20'), costing: costing() })
      const { margin, share, verdict, missing } = marginOf(known.sale, known.costing)
      for (const result of [margin, share, verdict]) expect(result === null).toBe(chosen !== 0)
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
  ])('a figure that was set and is none: %j', (change, name) => {
    const result = marginOf(sale('20'), costing({ assumptions: { ...byAir, ...change } }))
    expect(result).toMatchObject({ missing: [name], margin: null, verdict: null })
  })

  test('but lines that need nothing missing are told', () => {
    const { lines } = marginOf(sale('20'), costing({ shipping: null }))
    expect(lines.map(({ name, low }) => [name, low])).toEqual([
      ['sale', '20'],
      ['goods', '2.79'],
      ['freight', null],
      ['duty', null],
      ['fee', '1.6'],
      ['other', null],
    ])
  })
})

interface Known {
  sale: Sale
  costing: Costing
}
