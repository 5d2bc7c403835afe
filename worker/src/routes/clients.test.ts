import { env } from 'cloudflare:workers'
import { type ClientList, type IssuedClient, PATHS, type Problem, type Usage } from '@find-on-1688/shared'
import { describe, expect, test, vi } from 'vitest'
import { sha256Hex } from '../hash.ts'
import {
  createTestClient,
  fetchWorker,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
} from '../testing/http.ts'

function create(body: BodyInit, token = env.ADMIN_TOKEN): Promise<Response> {
  return fetchWorker(PATHS.adminClients, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body,
  })
}

function usage(key: string): Promise<Response> {
  return fetchWorker(PATHS.usage, { headers: { Authorization: `Bearer ${key}` } })
}

describe('a new client', () => {
  test('gets a key of 32 random bytes that works at once', async () => {
    const response = await create('{"name":"laptop"}')
    expect(response.status).toBe(201)
    const client = await response.json<IssuedClient>()
    expect(client).toMatchObject({ name: 'laptop', dailySearches: null, expiresAt: null })
    expect(client.key).toMatch(/^f1688_[0-9a-f]{16}_[\w-]{43}$/)
    expect((await createTestClient()).key).not.toBe(client.key)
    const answer = await usage(client.key)
    expect(answer.status).toBe(200)
    expect(await answer.json<Usage>()).toMatchObject({ client: { id: client.id, name: 'laptop' } })
  })

  test('leaves nothing of its key behind but the hash', async () => {
    const { id, key } = await createTestClient()
    const stored = (await env.CLIENTS.get(`client:${id}`)) ?? ''
    expect(stored).toContain(await sha256Hex(key))
    expect(stored).not.toContain(key)
    expect(stored).not.toContain(key.split('_').slice(2).join('_'))
  })

  test.each([
    ['invalid JSON', 'name=x'],
    ['no name', '{}'],
    ['an empty name', '{"name":"  "}'],
    ['an unknown field', '{"name":"x","admin":true}'],
    ['less than one search', '{"name":"x","dailySearches":0}'],
    ['an invalid date', '{"name":"x","expiresAt":"tomorrow"}'],
    ['too much', JSON.stringify({ name: 'x'.repeat(5000) })],
  ])('is refused with %s', async (_name, body) => {
    expect(await statusAndCode(await create(body))).toEqual([400, 'invalid_request'])
  })

  test.each(['', 'wrong', 'canary-admin-toke', 'canary-admin-tokens'])(
    'is refused with the token %o',
    async (token) => {
      const response = await create('{"name":"x"}', token)
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
      expect(await statusAndCode(response)).toEqual([401, 'unauthorized'])
    },
  )

  test.each([undefined, '', 'x', 'fifteen-letters'])('is refused if the admin token is %o', async (token) => {
    const { ADMIN_TOKEN: _, ...without } = env
    const bindings = token === undefined ? without : { ...env, ADMIN_TOKEN: token }
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: '{"name":"x"}' }
    const response = await fetchWorker(PATHS.adminClients, init, bindings)
    expect(await statusAndCode(response)).toEqual([503, 'not_configured'])
  })

  test('is created with an admin token of sixteen characters', async () => {
    const token = 'sixteen-letters!'
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: '{"name":"x"}' }
    const response = await fetchWorker(PATHS.adminClients, init, { ...env, ADMIN_TOKEN: token })
    expect(response.status).toBe(201)
  })
})

describe('a client key', () => {
  test.each<[string, (key: string) => string]>([
    ['of another client', (key) => key.replace(/_[0-9a-f]{16}_/, '_0123456789abcdef_')],
    ['with another secret part', (key) => key.slice(0, -1) + (key.endsWith('A') ? 'E' : 'A')],
    ['truncated', (key) => key.slice(0, -1)],
    ['too long', (key) => `${key}A`],
    ['in upper case', (key) => key.toUpperCase()],
    ['that is the stored hash', (key) => `${key.slice(0, 23)}${'a'.repeat(43)}`],
    ['that points at another stored key', () => 'f1688_../client:x_aaaa'],
    ['that is empty', () => ''],
  ])('%s is refused', async (_name, change) => {
    const { key } = await createTestClient()
    expect(await statusAndCode(await usage(change(key)))).toEqual([401, 'unauthorized'])
  })

  test('is refused once it has expired', async () => {
    const past = await createTestClient({ name: 'old', expiresAt: '2020-01-01T00:00:00Z' })
    const future = await createTestClient({ name: 'new', expiresAt: '2999-01-01T00:00:00Z' })
    expect(await statusAndCode(await usage(past.key))).toEqual([401, 'unauthorized'])
    expect((await usage(future.key)).status).toBe(200)
  })

  test('is refused if the stored record is damaged', async () => {
    const { id, key } = await createTestClient()
    await env.CLIENTS.put(`client:${id}`, '{"id":"x"}')
    expect(await statusAndCode(await usage(key))).toEqual([401, 'unauthorized'])
  })

  test('a refusal says what to do and does not contain the key', async () => {
    const text = await (await usage('f1688_0123456789abcdef_secretsecret')).text()
    expect(JSON.parse(text)).toMatchObject({ status: 401, code: 'unauthorized' } satisfies Partial<Problem>)
    expect(text).not.toContain('secretsecret')
  })
})

const admin = { Authorization: `Bearer ${env.ADMIN_TOKEN}` }

async function listAll(): Promise<ClientList['clients']> {
  const all: ClientList['clients'] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''
    const page: ClientList = await (
      await fetchWorker(PATHS.adminClients + query, { headers: admin })
    ).json<ClientList>()
    all.push(...page.clients)
    cursor = page.cursor
  }
  return all
}

describe('the operator', () => {
  test('sees every client, a page at a time, without keys or hashes', async () => {
    const creations = Array.from({ length: 60 }, (_, i) =>
      createTestClient({ name: `listed ${i}`, dailySearches: 9 }),
    )
    const issued = await Promise.all(creations)
    const response = await fetchWorker(PATHS.adminClients, { headers: admin })
    const text = await response.text()
    expect(text).not.toMatch(/f1688_|keyHash/)
    const listed = await listAll()
    for (const { key: _, ...client } of issued) expect(listed).toContainEqual({ ...client, searchesToday: 0 })
  })

  test('is told that a parameter is given twice', async () => {
    const response = await fetchWorker(`${PATHS.adminClients}?cursor=a&cursor=a`, { headers: admin })
    expect(await statusAndCode(response)).toEqual([400, 'invalid_request'])
  })

  test('sees how many searches each client made today', async () => {
    mockGateway((api) =>
      api.includes('upload')
        ? { result: { success: true, result: '1688' } }
        : { result: { success: true, result: { data: [] } } },
    )
    const { id, key } = await createTestClient({ name: 'busy' })
    for (let i = 0; i < 3; i++) await fetchWorker(PATHS.search, searchInit(key, jpegOf(400, 400)))
    vi.restoreAllMocks()
    expect((await listAll()).find((client) => client.id === id)?.searchesToday).toBe(3)
  })

  test('revokes a client: its key is refused, and no other', async () => {
    const [gone, stays] = [
      await createTestClient({ name: 'gone' }),
      await createTestClient({ name: 'stays' }),
    ]
    const revoke = () => fetchWorker(`${PATHS.adminClients}/${gone.id}`, { method: 'DELETE', headers: admin })
    expect((await revoke()).status).toBe(204)
    expect(await statusAndCode(await usage(gone.key))).toEqual([401, 'unauthorized'])
    expect((await usage(stays.key)).status).toBe(200)
    expect(await statusAndCode(await revoke())).toEqual([400, 'invalid_request'])
    expect((await listAll()).some(({ id }) => id === gone.id)).toBe(false)
  })

  test('revokes a client whose record is still cached: its searches are refused at once', async () => {
    const { id, key } = await createTestClient({ name: 'remembered' })
    const record = await env.CLIENTS.get(`client:${id}`)
    await fetchWorker(`${PATHS.adminClients}/${id}`, { method: 'DELETE', headers: admin })
    await env.CLIENTS.put(`client:${id}`, record ?? '')
    const calls = mockGateway(() => ({}))
    const response = await fetchWorker(PATHS.search, searchInit(key, jpegOf(400, 400)))
    vi.restoreAllMocks()
    expect(await statusAndCode(response)).toEqual([401, 'unauthorized'])
    expect(calls).toEqual([])
  })

  test.each([
    ['GET', PATHS.adminClients],
    ['DELETE', `${PATHS.adminClients}/0123456789abcdef`],
  ])('is the only one who may %s %s', async (method, path) => {
    const { key } = await createTestClient({ name: 'curious' })
    for (const authorization of ['', `Bearer ${key}`])
      expect((await fetchWorker(path, { method, headers: { Authorization: authorization } })).status).toBe(
        401,
      )
  })
})

describe('a rate limit', () => {
  const reserveAt = (id: string, nowMs: number) =>
    env.USAGE.getByName(id).reserve({ dailySearches: null, searchesPerMinute: 6 }, nowMs)

  test("admits a minute's searches at once, and then one after another", async () => {
    const now = Date.now()
    for (let i = 0; i < 6; i++) expect(await reserveAt('rated', now)).toBe('reserved')
    expect(await reserveAt('rated', now)).toEqual({ refused: 'rate', retryAfterMs: 10_000 })
    expect(await reserveAt('rated', now + 9_999)).toMatchObject({ refused: 'rate' })
    expect(await reserveAt('rated', now + 10_000)).toBe('reserved')
    expect(await reserveAt('rated', now + 10_001)).toMatchObject({ refused: 'rate' })
  })

  test('is reported with the time to wait', async () => {
    mockGateway(() => ({}))
    const { key } = await createTestClient({ name: 'slow', searchesPerMinute: 1 })
    await fetchWorker(PATHS.search, searchInit(key, jpegOf(400, 400)))
    const refused = await fetchWorker(PATHS.search, searchInit(key, jpegOf(400, 400)))
    vi.restoreAllMocks()
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50)
    expect(await statusAndCode(refused)).toEqual([429, 'rate_limited'])
  })
})
