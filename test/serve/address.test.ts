import { connectionCode, readConnectionCode } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { isLoopback, localAddress } from './address.ts'

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8787', true],
  ['localhost', 'http://localhost:8787', true],
  ['::1', 'http://localhost:8787', true],
  ['0.0.0.0', 'http://127.0.0.1:8787', false],
  ['::', 'http://127.0.0.1:8787', false],
  ['192.168.1.20', 'http://192.168.1.20:8787', false],
])('a worker on %s is reached at an address that fits into a connection code', (host, address, loopback) => {
  expect(localAddress(host, 8787)).toBe(address)
  expect(readConnectionCode(connectionCode({ address, key: 'k' }))).toEqual({ address, key: 'k' })
  expect(isLoopback(host)).toBe(loopback)
})
