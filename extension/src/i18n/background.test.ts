import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { backgroundTexts } from './background.ts'

test.each([
  ['en-GB', 'Find on 1688'],
  ['zh-TW', '在 1688 上找同款'],
  ['de', 'Find on 1688'],
])('in a browser in %s the menu item is “%s”', (language, words) => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(language)
  expect(backgroundTexts().menuItem).toBe(words)
})
