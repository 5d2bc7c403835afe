import { expect, test } from 'vitest'
import { convert, type EuroRates } from './convert.ts'

/** Round figures for easy reading: one euro is 8 yuan, 1.2 dollars or 150 yen. */
const rates: EuroRates = { date: '2026-11-24', rates: { CNY: '8', USD: '1.2', JPY: '150' } }

test.each([
  // 18.60 / 8 × 1.2 = 2.325 × 1.2 = 2.79
  ['18.60', 'CNY', 'USD', '2.79'],
  // 2.79 / 1.2 × 8 = 2.325 × 8 = 18.6
  ['2.79', 'USD', 'CNY', '18.6'],
  // 18.60 / 8 = 2.325
  ['18.60', 'CNY', 'EUR', '2.325'],
  ['2.325', 'EUR', 'CNY', '18.6'],
  // 8 × 150 / 8 = 150
  ['8', 'CNY', 'JPY', '150'],
  // 1 / 150 × 8 = 0.05333…, to twenty decimals
  ['1', 'JPY', 'CNY', '0.05333333333333333333'],
  // A loss stays one.
  ['-8', 'CNY', 'EUR', '-1'],
  ['0', 'CNY', 'USD', '0'],
])('%s %s is %s %s', (amount, from, to, expected) => {
  expect(convert(amount, from, to, rates)).toBe(expected)
})

test('an amount converted back and forth keeps its digits', () => {
  // A third: with a rounded rate, 99.99… would come back.
  const thirds: EuroRates = { date: '2026-11-24', rates: { CNY: '3', USD: '7' } }
  const there = convert('100', 'CNY', 'USD', thirds)
  expect(there).toBe('233.33333333333333333333')
  expect(Number(convert(there, 'USD', 'CNY', thirds))).toBe(100)
  expect(convert('300', 'CNY', 'USD', thirds)).toBe('700')
})

test.each(['XAU', 'usd', '', 'constructor', '__proto__', 'toString'])('%j has no rate', (currency) => {
  expect(convert('10', 'CNY', currency, rates)).toBeNull()
  expect(convert('10', currency, 'CNY', rates)).toBeNull()
})

test.each(['0', '-1', '', 'N/A', '1,2', 'NaN', '1e3'])('the rate %j is invalid', (rate) => {
  const broken = { ...rates, rates: { ...rates.rates, USD: rate } }
  expect(convert('10', 'CNY', 'USD', broken)).toBeNull()
  expect(convert('10', 'USD', 'CNY', broken)).toBeNull()
  // The user wants the custom rate: while it is invalid, nothing takes its place.
  const own = { from: 'CNY', to: 'USD', rate } as const
  expect(convert('8', 'CNY', 'USD', rates, own)).toBeNull()
  expect(convert('1.2', 'USD', 'CNY', rates, own)).toBeNull()
  expect(convert('8', 'CNY', 'EUR', rates, own)).toBe('1')
})

test.each([null, '', 'n/a', '1,5', '١'])('the amount %j stays unknown', (amount) => {
  expect(convert(amount, 'CNY', 'USD', rates)).toBeNull()
})

test('without rates only the same currency is known', () => {
  expect(convert('10', 'CNY', 'USD', undefined)).toBeNull()
  expect(convert('10', 'EUR', 'USD', undefined)).toBeNull()
  expect(convert('10.50', 'CNY', 'CNY', undefined)).toBe('10.5')
})

test('a custom rate takes precedence, in both directions and for its own pair only', () => {
  const own = { from: 'CNY', to: 'USD', rate: '0.16' } as const
  // 18.60 × 0.16 = 2.976, and 2.976 / 0.16 = 18.6
  expect(convert('18.60', 'CNY', 'USD', rates, own)).toBe('2.976')
  expect(convert('2.976', 'USD', 'CNY', rates, own)).toBe('18.6')
  expect(convert('18.60', 'CNY', 'USD', undefined, own)).toBe('2.976')
  expect(convert('18.60', 'CNY', 'EUR', rates, own)).toBe('2.325')
  expect(convert('18.60', 'CNY', 'EUR', undefined, own)).toBeNull()
})
