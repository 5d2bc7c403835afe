import { afterEach, expect, test, vi } from 'vitest'
import { PROXY } from '../testing/answers.ts'
import { getAttestationKeys } from './get-attestation-keys.ts'

const KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: 'ours',
  alg: 'EdDSA',
  use: 'sig',
}

afterEach(() => vi.unstubAllGlobals())

function ask(body: unknown) {
  const fetch = vi.fn(async (_: string) => Response.json(body))
  vi.stubGlobal('fetch', fetch)
  const keys = getAttestationKeys(new AbortController().signal, PROXY)
  expect(fetch.mock.calls[0]?.[0]).toBe('https://proxy.example/v1/attestation-keys')
  return keys
}

test('the worker’s keys are returned, and an empty set is an answer too', async () => {
  expect(await ask({ keys: [KEY] })).toEqual({ keys: [KEY] })
  expect(await ask({ keys: [] })).toEqual({ keys: [] })
})

test('anything but a set of keys is a bad answer', async () => {
  await expect(ask({ keys: [{ ...KEY, x: 'short' }] })).rejects.toMatchObject({
    failure: { code: 'proxy_bad_answer' },
  })
})
