import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { ago, kilobytes, money, percent, whole } from './text.ts'

test('yuan keep their digits and have at least two decimals', () => {
  expect(money('10.1')).toBe('10.10')
  expect(money('7')).toBe('7.00')
  expect(money('0.085')).toBe('0.085')
  expect(money('1234567.5')).toBe('1,234,567.50')
  expect(money('123456789012345678.99')).toBe('123,456,789,012,345,678.99')
})

test('counts, shares and sizes are readable', () => {
  expect(whole(12_345)).toBe('12,345')
  expect(percent(0.13)).toBe('13%')
  expect(kilobytes(51_400)).toBe('51')
  expect(kilobytes(820)).toBe('0.8')
})

const NOW = Date.UTC(2026, 10, 24, 12)
const HOUR = 3_600_000

test.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [60_000, '1 minute ago'],
  [2 * HOUR, '2 hours ago'],
  [24 * HOUR, 'yesterday'],
  [6.9 * 24 * HOUR, '6 days ago'],
])('%d ms ago is “%s”', (past, words) => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  expect(ago(NOW - past, NOW)).toBe(words)
})

test('a week ago is a date', () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  expect(ago(NOW - 7 * 24 * HOUR, NOW)).toBe('Nov 17, 2026')
})
