import { afterEach, expect, test, vi } from 'vitest'
import { domainFault } from './domain.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (body: unknown) => vi.stubGlobal('fetch', async () => Response.json(body))

test('a name without DNS records is free', async () => {
  expect(await domainFault('proxy.example.com', async () => false)).toBeUndefined()
})

test.each([{ service: 'find-on-1688' }, { code: 'not_configured' }])(
  '%j answers there: it is this worker',
  async (body) => {
    answering(body)
    expect(await domainFault('proxy.example.com', async () => true)).toBeUndefined()
  },
)

test('a name that points to something else is not taken', async () => {
  answering({ hello: 'shop' })
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
