import { env } from 'cloudflare:workers'
import { type IssuedClient, PATHS, type Problem, type Usage } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../clients/hash.ts'
import { ask, askForClient, problemOf } from '../testing/http.ts'

function create(body: BodyInit, token = env.ADMIN_TOKEN): Promise<Response> {
  return ask(PATHS.adminClients, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body })
}

function usage(key: string): Promise<Response> {
  return ask(PATHS.usage, { headers: { Authorization: `Bearer ${key}` } })
}

describe('a new client', () => {
  test('gets a key of 32 random bytes that works at once', async () => {
    const response = await create('{"name":"laptop"}')
    expect(response.status).toBe(201)
    const client = await response.json<IssuedClient>()
    expect(client).toMatchObject({ name: 'laptop', dailySearches: null, expiresAt: null })
    expect(client.key).toMatch(/^f1688_[0-9a-f]{16}_[\w-]{43}$/)
    expect((await askForClient()).key).not.toBe(client.key)
    const answer = await usage(client.key)
    expect(answer.status).toBe(200)
    expect(await answer.json<Usage>()).toMatchObject({ client: { id: client.id, name: 'laptop' } })
  })

  test('leaves nothing of its key behind but the hash', async () => {
    const { id, key } = await askForClient()
    const kept = (await env.CLIENTS.get(`client:${id}`)) ?? ''
    expect(kept).toContain(await sha256Hex(key))
    expect(kept).not.toContain(key)
    expect(kept).not.toContain(key.split('_').slice(2).join('_'))
  })

  test.each([
    ['no JSON', 'name=x'],
    ['no name', '{}'],
    ['an empty name', '{"name":"  "}'],
    ['an unknown field', '{"name":"x","admin":true}'],
    ['searches below one', '{"name":"x","dailySearches":0}'],
    ['a date that is none', '{"name":"x","expiresAt":"tomorrow"}'],
    ['too much', JSON.stringify({ name: 'x'.repeat(5000) })],
  ])('is refused with %s', async (_name, body) => {
    expect(await problemOf(await create(body))).toEqual([400, 'invalid_request'])
  })

  test.each(['', 'wrong', 'canary-admin-toke', 'canary-admin-tokens'])(
    'is refused with the token %o',
    async (token) => {
      const response = await create('{"name":"x"}', token)
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
      expect(await problemOf(response)).toEqual([401, 'unauthorized'])
    },
  )

  test('is refused where the worker has no admin token, even an empty one', async () => {
    const { ADMIN_TOKEN: _, ...without } = env
    const init = { method: 'POST', headers: { Authorization: 'Bearer x' }, body: '{"name":"x"}' }
    for (const bindings of [without, { ...env, ADMIN_TOKEN: '' }])
      expect(await problemOf(await ask(PATHS.adminClients, init, bindings))).toEqual([503, 'not_configured'])
  })
})

describe('a client key', () => {
  test.each<[string, (key: string) => string]>([
    ['of another client', (key) => key.replace(/_[0-9a-f]{16}_/, '_0123456789abcdef_')],
    ['with another secret part', (key) => key.slice(0, -1) + (key.endsWith('A') ? 'E' : 'A')],
    ['cut short', (key) => key.slice(0, -1)],
    ['too long', (key) => `${key}A`],
    ['in capitals', (key) => key.toUpperCase()],
    ['that is the stored hash', (key) => `${key.slice(0, 23)}${'a'.repeat(43)}`],
    ['that reaches for another stored key', () => 'f1688_../client:x_aaaa'],
    ['of nothing', () => ''],
  ])('%s is refused', async (_name, change) => {
    const { key } = await askForClient()
    expect(await problemOf(await usage(change(key)))).toEqual([401, 'unauthorized'])
  })

  test('is refused once it has expired', async () => {
    const past = await askForClient({ name: 'old', expiresAt: '2020-01-01T00:00:00Z' })
    const future = await askForClient({ name: 'new', expiresAt: '2999-01-01T00:00:00Z' })
    expect(await problemOf(await usage(past.key))).toEqual([401, 'unauthorized'])
    expect((await usage(future.key)).status).toBe(200)
  })

  test('is refused where what is stored is damaged', async () => {
    const { id, key } = await askForClient()
    await env.CLIENTS.put(`client:${id}`, '{"id":"x"}')
    expect(await problemOf(await usage(key))).toEqual([401, 'unauthorized'])
  })

  test('a refusal says what to do, and nothing of the key', async () => {
    const text = await (await usage('f1688_0123456789abcdef_secretsecret')).text()
    expect(JSON.parse(text)).toMatchObject({ status: 401, code: 'unauthorized' } satisfies Partial<Problem>)
    expect(text).not.toContain('secretsecret')
  })
})
