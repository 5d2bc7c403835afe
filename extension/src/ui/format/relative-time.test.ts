import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ago } from './relative-time.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const HOUR = 3_600_000

test.each([
  [0, 'this minute'],
  [59_000, 'this minute'],
  [60_000, '1 minute ago'],
  [2 * HOUR, '2 hours ago'],
  [24 * HOUR, 'yesterday'],
  [6.9 * 24 * HOUR, '6 days ago'],
])('%d ms ago is told as “%s”', (past, words) => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  expect(ago(NOW - past, NOW)).toBe(words)
})

test('what is a week old is told by its date', () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  expect(ago(NOW - 7 * 24 * HOUR, NOW)).toBe('Nov 17, 2026')
})
