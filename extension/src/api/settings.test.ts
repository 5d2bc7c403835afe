import { expect, test } from 'vitest'
import { readAddress } from './settings.ts'

test.each([
  ['https://proxy.example', 'https://proxy.example'],
  ['  https://proxy.example/  ', 'https://proxy.example'],
  ['proxy.example', 'https://proxy.example'],
  ['https://example.com/find/', 'https://example.com/find'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787/', 'http://localhost:8787'],
])('the address %s is stored as %s', (input, address) => {
  expect(readAddress(input)).toEqual({ address })
})

test.each([
  ['', 'empty'],
  ['http://proxy.example', 'insecure'],
  ['http://127.0.0.1.example.com', 'insecure'],
  ['https://', 'malformed'],
  ['https://user@proxy.example', 'malformed'],
  ['https://proxy.example/?a=b', 'malformed'],
  ['not an address', 'malformed'],
])('the address %s is refused as %s', (input, fault) => {
  expect(readAddress(input)).toEqual({ fault })
})
