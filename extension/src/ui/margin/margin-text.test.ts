import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { Assumptions } from '../../model/assumptions.ts'
import type { CostInputs } from '../../pricing/landed-cost.ts'
import { marginOf } from '../../pricing/margin.ts'
import {
  doubtSteps,
  marginText,
  missingSteps,
  missingText,
  moneyText,
  percentText,
  sellingPriceText,
} from './margin-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

test.each([
  ['0.5812', '0.6603', '58–66%'],
  ['0.3001', '0.3042', '30%'],
  ['-0.2534', '-0.0901', '-25% to -9%'],
  ['-0.04', '0.11', '-4% to 11%'],
])('a margin from %s to %s is “%s”', (low, high, text) => {
  expect(percentText({ low, high })).toBe(text)
})

test.each([
  ['2.614', '3.1', '$2.61–3.10'],
  ['2.614', '2.611', '$2.61'],
  ['-8.95', '2', '-$8.95 to $2.00'],
])('a profit from %s to %s is “%s”', (low, high, text) => {
  expect(moneyText({ low, high }, 'USD')).toBe(text)
})

test.each([
  ['$39.99', { price: '39.99' }],
  ['$10.00–25.00', { price: '10', priceTo: '25' }],
  ['from $5.00', { price: '5', isFrom: true }],
  ['', { price: null }],
])('a listing says “%s”', (text, rest) => {
  expect(sellingPriceText({ priceTo: null, currency: 'USD', ...rest })).toBe(text)
})

const margin = { low: '0.2', high: '0.35' }
test.each([
  [null, '20–35%'],
  ['atMost', 'at most 35%'],
  ['atLeast', 'at least 20%'],
  ['open', '20–35% if these figures hold'],
] as const)('with the bound %s it is “%s”', (bound, text) => {
  expect(marginText({ margin, bound })).toBe(text)
})

function resultOf(assumed: Partial<Assumptions>, price: Partial<CostInputs['price']> = { unitPrice: '10' }) {
  const known = { unitPrice: null, atMinimum: null, variantPrices: null, listPrice: null, ...price }
  const assumptions: Assumptions = { freight: 'air', duty: 'country', fee: 'usual', ...assumed }
  const rates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.12' } }
  const inputs = { quantity: 500, price: known, shipping: null, rates, assumptions }
  return marginOf({ price: '20', priceTo: null, currency: 'USD' }, inputs)
}

test('what is missing is told as the next step, each once', () => {
  expect(missingText(resultOf({}))).toBe('Add weight to see your margin')
  expect(missingSteps(resultOf({ fulfilmentBy: 'fba' }))).toEqual([
    'Add weight to see your margin',
    'Add size to see your margin',
  ])
  expect(missingSteps(resultOf({ weightKg: '1', duty: { percent: 'x' }, agentPercent: '101' }))).toEqual([
    'Check the number: buying agent',
    'Check the number: duty',
  ])
  // The field that cannot be read is named, not each line that depends on it.
  const agentRate = { from: 'CNY', to: 'USD', rate: 'x' } as const
  expect(missingSteps(resultOf({ weightKg: 'light', lengthCm: 'y', ownRate: agentRate }))).toEqual([
    'Check the number: exchange rate',
    'Check the number: weight',
    'Check the number: size',
  ])
  expect(missingSteps(resultOf({ weightKg: '1', marketplace: 'ZZ' }))).toEqual([
    'No preset for this country: enter VAT/GST',
    'No preset for this country: enter duty',
  ])
})

test('a doubt is told with its next step', () => {
  expect(doubtSteps(resultOf({ weightKg: '0.3' }, { listPrice: { low: '10', high: null } }))).toEqual([
    'Only the list price is known, not the price for 500: get the price tiers, or enter a quote',
    'Freight may be charged by volume: add the size, or choose “weight only”',
  ])
  const weighed = { weightKg: '0.3', divisor: 'none' } as const
  expect(doubtSteps(resultOf(weighed, { atMinimum: { quantity: 1000, unitPrice: '9' } }))).toEqual([
    'The minimum order is 1,000, not 500: raise the quantity',
  ])
})
