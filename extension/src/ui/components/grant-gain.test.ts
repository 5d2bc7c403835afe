import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { NO_PAGE, type SentPicture, type Source } from '../../model/picture.ts'
import { gainTexts } from './grant-gain.ts'

setTexts(en)
vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')

const screenshot = { fromWidth: 400, fromHeight: 400 } as SentPicture
const gain = (source: Partial<Source>) => gainTexts('shop.example', { ...NO_PAGE, ...source }, screenshot)
const larger = (address: string) => ({ larger: [{ address, isSameFile: true }] })

test('the tooltip says what it replaces', () => {
  expect(gain({ shown: { width: 1500, height: 1500 } }).tooltip).toContain('1500×1500 instead of 400×400.')
})

test('where the shown version is the largest, its size is known', () => {
  expect(gain({ shown: { width: 1500, height: 1500 } }).label).toBe('Allow shop.example for 1500×1500')
})

test('what an address asks for is a limit', () => {
  expect(
    gain({ shown: { width: 400, height: 400 }, ...larger('https://shop.example/bag_1500x1500.jpg') }).label,
  ).toBe('Allow shop.example for up to 1500×1500')
})

test('the size of a larger version is not invented', () => {
  const text = 'Allow shop.example for the full-size picture'
  expect(gain({ shown: { width: 800, height: 800 }, ...larger('https://shop.example/bag.jpg') }).label).toBe(
    text,
  )
  expect(gain({}).label).toBe(text)
})

test('where it is no larger than the screenshot, no size is promised', () => {
  expect(gain({ shown: { width: 400, height: 400 } }).label).toBe('Allow shop.example')
})
