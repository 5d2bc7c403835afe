import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { marginText } from './margin-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

test.each([
  ['0.5812', '0.6603', '58–66 %'],
  ['0.3001', '0.3042', '30 %'],
  ['-0.2534', '-0.0901', '-25 … -9 %'],
  ['-0.04', '0.11', '-4 … 11 %'],
])('a margin from %s to %s is “%s”', (low, high, text) => {
  expect(marginText({ low, high })).toBe(text)
})
