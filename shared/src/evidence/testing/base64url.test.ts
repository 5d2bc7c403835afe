import { expect, test } from 'vitest'
import { bytesOfBase64Url } from './base64url.ts'

test('every byte survives a round trip, at any length', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (let length = 0; length <= 256; length++) {
    const bytes = all.slice(256 - length)
    expect(bytesOfBase64Url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes)
  }
})

test.each(['A', 'AB==', 'A+A', 'A/A', 'AA ', 'AA\n', 'é', 'AAAAA'])('%j is malformed', (text) => {
  expect(bytesOfBase64Url(text)).toBeUndefined()
})

test.each(['AB', 'A_', 'AAB'])('%j is not the canonical text of its bytes, and is refused', (text) => {
  expect(Buffer.from(text, 'base64url').toString('base64url')).not.toBe(text)
  expect(bytesOfBase64Url(text)).toBeUndefined()
})
