import { canonicalJson as ours } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { bytesOfBase64Url, canonicalJson } from './encoding.js'

test.each<[string, unknown]>([
  ['names in the order of UTF-16', { '\ufb33': 1, '\ud83d\ude00': 2, '\r': 3, 1: 4, ö: 5, '€': 6 }],
  ['numbers', [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0, 1e21, 9007199254740992]],
  ['texts', '\u20ac$\u000f\nA\'B"\\\u2028</script>'],
  ['undefined members', { b: undefined, a: [null, true, { c: {} }, []] }],
])('canonical JSON is what the worker signs: %s', (_what, value) => {
  expect(canonicalJson(value)).toBe(ours(value))
})

test('a lone surrogate has no canonical form', () => {
  expect(() => canonicalJson(['\ud83d'])).toThrow(TypeError)
})

test.each(['AB==', 'A+A', 'AA ', 'AB', 'AAAAA'])('%j is not Base64url', (text) => {
  expect(() => bytesOfBase64Url(text)).toThrow(TypeError)
})
