import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { bare, byAir, inputs, NO_PRICE, sellingPrice } from '../testing/cost-inputs.ts'
import type { MissingInput } from './figure.ts'
import type { CostInputs } from './landed-cost.ts'
import { marginOf, type SellingPriceRange } from './margin.ts'

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

  test.each<[Partial<Assumptions>, string[], MissingInput?]>([
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
    [{ weightKg: '0' }, ['freight'], 'invalidWeight'],
    [{ widthCm: 'x' }, ['freight'], 'invalidSize'],
    [{ freight: { perKg: '' } }, ['freight']],
    [{ freight: { perM3: 'x' } }, ['freight']],
    [{ ownRate: { from: 'CNY', to: 'USD', rate: 'x' } }, ['goods', 'freight', 'duty'], 'invalidExchangeRate'],
  ])('an invalid number never counts as zero: %j', (change, names, input = 'invalidNumber') => {
    const result = marginOf(sellingPrice('20'), inputs({ assumptions: { ...byAir, ...change } }))
    expect(result).toMatchObject({ missing: names, profit: null, verdict: null })
    for (const name of names) expect(inputsOf(result.lines, name)).toEqual([input])
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

const inputsOf = (lines: { name: string; missingInputs: string[] }[], name: string) =>
  lines.find((line) => line.name === name)?.missingInputs

interface Known {
  price: SellingPriceRange
  inputs: CostInputs
}
