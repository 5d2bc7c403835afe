import { afterEach, expect, test, vi } from 'vitest'
import { domainFault } from './domain.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => Response.json(body, { status }))

test('a name without DNS records is free', async () => {
  expect(await domainFault('proxy.example.com', async () => false)).toBeUndefined()
})

test.each([
  ['is set up', 200, { status: 'ok', service: 'find-on-1688', version: '1', provider: 'dropship' }],
  [
    'lacks settings',
    503,
    { type: 't', title: 't', status: 503, detail: 'd', code: 'not_configured', requestId: 'r' },
  ],
])('a name at which this worker answers may stay, if it %s', async (_, status, body) => {
  answering(status, body)
  expect(await domainFault('proxy.example.com', async () => true)).toBeUndefined()
})

test('a name that points to something else is not taken', async () => {
  answering(200, { hello: 'shop' })
  expect(await domainFault('shop.example.com', async () => true)).toMatch(
    /points to something else already: delete/,
  )
})

test('where DNS does not answer, that is said', async () => {
  const error = Object.assign(new Error(), { code: 'ETIMEOUT' })
  expect(await domainFault('proxy.example.com', () => Promise.reject(error))).toMatch(
    /\(ETIMEOUT\): --yes goes on/,
  )
})
