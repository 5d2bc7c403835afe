import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import type { EuroRates } from './convert.ts'
import type { CostInputs, KnownPrice } from './landed-cost.ts'
import { marginOf, type SellingPriceRange } from './margin.ts'

/** A yuan is 1.2 / 8 = 0.15 dollars. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2', JPY: '150', EUR: '1' } }
/** By air charged as 30 × 20 × 10 / 6000 = 1 kg. */
const shipping = { weightKg: 0.4, lengthCm: 30, widthCm: 20, heightCm: 10 }
const byAir: Assumptions = { freight: 'air', duty: { percent: '10' }, fee: 'usual', feeMinimum: { USD: '0' } }

const NO_PRICE: KnownPrice = { unitPrice: null, atMinimum: null, variantPrices: null, listPrice: null }

function inputs(change: Partial<CostInputs> = {}, unitPrice: string | null = '18.60'): CostInputs {
  const price = { ...NO_PRICE, unitPrice }
  return { quantity: 100, price, shipping, rates, assumptions: byAir, ...change }
}

function sellingPrice(
  price: string | null,
  priceTo: string | null = null,
  currency = 'USD',
): SellingPriceRange {
  return { price, priceTo, currency }
}

/** Without freight, duty, tax and fee: the goods are the only cost. */
const bare: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none', marketplace: 'US' }

describe('the profit', () => {
  test('runs from low price minus high costs to high price minus low costs', () => {
    // goods 2.79; freight 4.50 to 9; duty 10 % of the goods alone: 0.279; fee 8 to 15 % of 20
    // low 20 − 2.79 − 9 − 0.279 − 3 = 4.931, of 20: 0.24655
    // high 20 − 2.79 − 4.50 − 0.279 − 1.60 = 10.831, of 20: 0.54155
    const result = marginOf(sellingPrice('20'), inputs())
    expect(result).toMatchObject({
      ...{ currency: 'USD', country: 'US', verdict: 'tight', bound: null, doubts: [], missing: [] },
      profit: { low: '4.931', high: '10.831' },
      margin: { low: '0.2465', high: '0.5416' },
      landed: { low: '7.569', high: '12.069' },
      estimated: ['fee', 'freight'],
      notCounted: ['fulfilment', 'agent', 'domestic', 'inspection', 'spread', 'defects', 'other'],
    })
    const nothing = { bound: null, missingInputs: [] }
    expect(result.lines.filter(({ source }) => source !== 'notCounted')).toEqual([
      { name: 'sellingPrice', low: '20', high: '20', source: 'given', ...nothing },
      { name: 'vat', low: '0', high: '0', source: 'given', ...nothing },
      { name: 'fee', low: '1.6', high: '3', source: 'estimated', ...nothing },
      { name: 'goods', low: '2.79', high: '2.79', source: 'given', ...nothing },
      { name: 'freight', low: '4.5', high: '9', source: 'estimated', ...nothing },
      { name: 'duty', low: '0.279', high: '0.279', source: 'given', ...nothing },
    ])
  })

  test('can be a loss even in the best case', () => {
    // low 5 − 2.79 − 9 − 0.279 − 0.75 = −7.819, of 5: −1.5638; high 5 − 2.79 − 4.50 − 0.279 − 0.40 = −2.969: −0.5938
    expect(marginOf(sellingPrice('5'), inputs())).toMatchObject({
      profit: { low: '-7.819', high: '-2.969' },
      margin: { low: '-1.5638', high: '-0.5938' },
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
        inputs(
          { assumptions: { ...bare, fee: 'usual', feeMinimum: { CNY: '0' } } },
          (cents / 100).toFixed(2),
        ),
      )
      const [low, high] = [Number(margin?.low), Number(margin?.high)]
      expect(verdict).toBe(low >= 0.3 ? 'good' : high <= 0 ? 'loss' : 'tight')
      expect(low).toBeLessThanOrEqual(high)
    }
  })
})

describe('without a line that counts there is no result', () => {
  test.each([
    ['the selling price', marginOf(sellingPrice(null), inputs()), { sellingPrice: ['price'] }],
    ['a selling price of zero', marginOf(sellingPrice('0.00'), inputs()), { sellingPrice: ['price'] }],
    [
      'a readable selling price',
      marginOf({ ...sellingPrice(null), text: '12x' }, inputs()),
      { sellingPrice: ['invalidNumber'] },
    ],
    ['the price', marginOf(sellingPrice('20'), inputs({}, null)), { goods: ['price'] }],
    ['the weight', marginOf(sellingPrice('20'), inputs({ shipping: null })), { freight: ['weight'] }],
    [
      'rates',
      marginOf(sellingPrice('20'), inputs({ rates: undefined })),
      { goods: ['exchangeRate'], freight: ['exchangeRate'], duty: ['exchangeRate'] },
    ],
    [
      'the country',
      marginOf(sellingPrice('20', null, 'EUR'), inputs({ assumptions: { ...byAir, duty: 'country' } })),
      { vat: ['marketplace'], duty: ['marketplace'] },
    ],
    [
      'the rates of the country',
      marginOf(sellingPrice('20'), inputs({ assumptions: { ...byAir, duty: 'country', marketplace: 'ZZ' } })),
      { vat: ['countryRate'], duty: ['countryRate'] },
    ],
    [
      'the one rate of a country that has several',
      marginOf(sellingPrice('20'), inputs({ assumptions: { ...byAir, marketplace: 'BR' } })),
      { vat: ['countryRate'] },
    ],
    [
      'a fulfilment fee for such a size',
      marginOf(
        sellingPrice('20'),
        inputs({
          assumptions: { ...byAir, fulfilmentBy: 'fba', heightCm: '90', lengthCm: '9', widthCm: '9' },
        }),
      ),
      { fulfilment: ['fulfilmentFee'] },
    ],
    [
      'weight and size for the fulfilment fee',
      marginOf(sellingPrice('20'), inputs({ shipping: null, assumptions: { ...bare, fulfilmentBy: 'fba' } })),
      { fulfilment: ['weight', 'size'] },
    ],
  ])('%s', (_, { lines, missing, ...result }, reasons) => {
    expect(missing).toEqual(Object.keys(reasons))
    expect(Object.fromEntries(missing.map((name) => [name, inputsOf(lines, name)]))).toEqual(reasons)
    expect(result).toMatchObject({ profit: null, margin: null, verdict: null, bound: null })
    expect(result.order?.profit ?? null).toBeNull()
    for (const { low, high, source } of lines)
      expect(source === 'missing' || source === 'notCounted').toBe(low === null && high === null)
  })

  test('in any combination', () => {
    const removals = [
      (known: Known) => ({ ...known, price: sellingPrice(null) }),
      (known: Known) => ({ ...known, inputs: { ...known.inputs, price: NO_PRICE } }),
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

  test.each<[Partial<Assumptions>, string[]]>([
    [{ fee: { percent: '' } }, ['fee']],
    [{ fee: { percent: '101' } }, ['fee']],
    [{ feeMinimum: { USD: 'x' } }, ['fee']],
    [{ vat: { US: { percent: '-1' } } }, ['vat']],
    [{ vat: { US: { percent: '120' } } }, ['vat']],
    [{ duty: { percent: 'x' } }, ['duty']],
    [{ duty: { percent: '100.1' } }, ['duty']],
    [{ agentPercent: '150' }, ['agent']],
    [{ domestic: { perKg: 'x' } }, ['domestic']],
    [{ domestic: { perOrder: '-5' } }, ['domestic']],
    [{ inspection: 'x' }, ['inspection']],
    [{ spreadPercent: '' }, ['spread']],
    [{ defectsPercent: '100' }, ['defects']],
    [{ fulfilment: 'x' }, ['fulfilment']],
    [{ other: '' }, ['other']],
    [{ other: '-3' }, ['other']],
    [{ weightKg: '0' }, ['freight']],
    [{ widthCm: 'x' }, ['freight']],
    [{ freight: { perKg: '' } }, ['freight']],
    [{ freight: { perM3: 'x' } }, ['freight']],
    [{ ownRate: { from: 'CNY', to: 'USD', rate: 'x' } }, ['goods', 'freight', 'duty']],
  ])('an invalid number never counts as zero: %j', (change, names) => {
    const result = marginOf(sellingPrice('20'), inputs({ assumptions: { ...byAir, ...change } }))
    expect(result).toMatchObject({ missing: names, profit: null, verdict: null })
    for (const name of names) expect(inputsOf(result.lines, name)).toEqual(['invalidNumber'])
  })

  test('but what the order costs is known without a selling price', () => {
    // 2.79 + 4.50 to 9 + 0.279, for 100 pieces
    expect(marginOf(sellingPrice(null), inputs())).toMatchObject({
      landed: { low: '7.569', high: '12.069' },
      order: {
        total: { low: '756.9', high: '1206.9' },
        profit: null,
        roi: null,
        payback: null,
        breakEven: null,
      },
    })
    expect(marginOf(sellingPrice('20'), inputs({}, null))).toMatchObject({ landed: null, order: null })
  })

  test('but the other lines are still computed', () => {
    const { lines } = marginOf(
      sellingPrice('20'),
      inputs({ shipping: null, assumptions: { ...byAir, marketplace: 'GB' } }),
    )
    // Duty there is charged on freight too.
    expect(lines.filter(({ source }) => source !== 'notCounted').map(({ name, low }) => [name, low])).toEqual(
      [
        ['sellingPrice', '20'],
        ['vat', '3.33333333333333333333'],
        ['fee', '1.6'],
        ['goods', '2.79'],
        ['freight', null],
        ['duty', null],
      ],
    )
  })
})

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

const inputsOf = (lines: { name: string; missingInputs: string[] }[], name: string) =>
  lines.find((line) => line.name === name)?.missingInputs

interface Known {
  price: SellingPriceRange
  inputs: CostInputs
}
