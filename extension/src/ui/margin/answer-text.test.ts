import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { Assumptions } from '../../model/assumptions.ts'
import type { CostInputs } from '../../pricing/landed-cost.ts'
import { marginOf, type SellingPriceRange } from '../../pricing/margin.ts'
import { answerText } from './answer-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const QUOTED = { unitPrice: '40', atMinimum: null, variantPrices: null, listPrice: null }
/** One dollar is eight yuan. */
const RATES = { date: '2026-11-24', rates: { CNY: '8', USD: '1' } }
/** Nothing is left but the goods, 5 dollars a piece. */
const BARE: Assumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none', vat: { US: 'none' } }

function resultOf(
  sellingPrice: Partial<SellingPriceRange>,
  inputs: Partial<CostInputs> = {},
  assumed: Partial<Assumptions> = {},
) {
  return marginOf(
    { price: '20', priceTo: null, currency: 'USD', ...sellingPrice },
    {
      ...{ quantity: 200, price: QUOTED, shipping: null, rates: RATES },
      ...inputs,
      assumptions: { ...BARE, ...assumed },
    },
  )
}

describe('what remains of a piece and of the order', () => {
  test.each([
    ['a profit', { price: '20', priceTo: '25' }, '$15.00–20.00 profit each', '$3,000–4,000 for 200'],
    ['one profit', { price: '6' }, '$1.00 profit each', '$200.00 for 200'],
    ['a loss', { price: '1', priceTo: '2.5' }, 'Loses $2.50–4.00 each', '$500.00–800.00 for 200'],
    [
      'either',
      { price: '3.8', priceTo: '8.4' },
      'From a loss of $1.20 to a profit of $3.40 each',
      'a loss of $240.00 to a profit of $680.00 for 200',
    ],
    ['nothing', { price: '5' }, 'Breaks even', 'Breaks even'],
    ['nothing or a loss', { price: '3', priceTo: '5' }, 'Loses $0.00–2.00 each', '$0.00–400.00 for 200'],
    ['nothing or a profit', { price: '5', priceTo: '7' }, '$0.00–2.00 profit each', '$0.00–400.00 for 200'],
  ])('%s', (_, sellingPrice, each, order) => {
    expect(answerText(resultOf(sellingPrice))).toMatchObject({ each, order })
  })

  test.each([
    ['a profit', '20', 'at least $15.00 profit each'],
    ['a loss', '4', 'Loses at most $1.00 each'],
  ])('of a listing that sells from a price on: %s', (_, price, each) => {
    expect(answerText(resultOf({ price, isFrom: true })).each).toBe(each)
  })

  test.each([
    ['a profit', '40', '10', 'at most $15.00 profit each'],
    ['a loss', '10', '10', 'Loses at least $15.00 each'],
  ])('where freight may only be higher: %s', (_, price, perKg, each) => {
    const freight = { freight: { perKg: String(Number(perKg) * 8) }, divisor: '6000', weightKg: '2' } as const
    expect(answerText(resultOf({ price }, {}, freight)).each).toBe(each)
  })
})

test('the verdict, what it leaves out, and the return only of a profit', () => {
  const good = answerText(resultOf({ price: '20' }))
  expect(good).toMatchObject({ tone: 'good', title: 'Profitable: 75%', without: 'without fulfilment' })
  expect(good).toMatchObject({ roi: 'ROI 300%', estimates: undefined, steps: [] })
  const loss = answerText(resultOf({ price: '2', priceTo: '2.5' }))
  expect(loss).toMatchObject({ tone: 'loss', title: 'Loss: -150% to -100%', roi: undefined })
  expect(answerText(resultOf({ price: '20' }, {}, { fee: 'usual' })).estimates).toBe(
    'estimated: marketplace fee',
  )
})

test('without a margin, what a piece costs is told if it is known', () => {
  const noPrice = answerText(resultOf({ price: null }))
  expect(noPrice).toMatchObject({ title: 'Not enough data', each: 'landed cost $5.00 each' })
  expect(noPrice.steps).toEqual(['Add selling price to see your margin'])
  const noWeight = answerText(resultOf({}, {}, { freight: 'air' }))
  expect(noWeight).toMatchObject({ each: undefined, steps: ['Add weight to see your margin'] })
})

test('where 1688 has been asked in vain, nobody is told to ask it', () => {
  const listed = { ...QUOTED, unitPrice: null, listPrice: { low: '40', high: null } }
  const result = resultOf({}, { price: listed }, { freight: 'air', weightKg: '1' })
  expect(answerText(result).steps).toHaveLength(2)
  const steps = (state: 'askable' | 'unavailable') =>
    answerText(result, { figures: ['size', 'tiers'], state }).steps
  expect(steps('askable')[0]).toContain('get the price tiers')
  expect(steps('unavailable')).toEqual([
    'No size from 1688: enter it, or choose “weight only”',
    'No price for 200 from 1688: enter the supplier’s quote',
  ])
})
