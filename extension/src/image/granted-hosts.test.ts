import { expect, test } from 'vitest'
import { isCovered } from './fetch.ts'

const PICTURE = 'https://cbu01.alicdn.com:8443/img/ibank/1.jpg'

test.each([
  ['https://cbu01.alicdn.com/*', true],
  ['https://*.alicdn.com/*', true],
  ['*://*.alicdn.com/*', true],
  ['https://*/*', true],
  ['http://cbu01.alicdn.com/*', false],
  ['https://alicdn.com/*', false],
  ['https://*.cdn.com/*', false],
  ['https://shop.example/*', false],
  ['nonsense', false],
])('%s covers a picture at cbu01.alicdn.com: %s', (pattern, covers) => {
  expect(isCovered(PICTURE, pattern)).toBe(covers)
})

test('a pattern for all subdomains covers the domain itself', () => {
  expect(isCovered('https://alicdn.com/1.jpg', 'https://*.alicdn.com/*')).toBe(true)
})

test('an address that is none is covered by nothing', () => {
  expect(isCovered('', 'https://*/*')).toBe(false)
})
