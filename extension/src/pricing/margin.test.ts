import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../model/assumptions.ts'
import { bare, inputs, sellingPrice } from '../testing/cost-inputs.ts'
import { marginOf } from './margin.ts'

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
      { name: 'vat', low: '0', high: '0', source: 'preset', ...nothing },
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
