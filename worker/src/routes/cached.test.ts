import { env } from 'cloudflare:workers'
import { PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import { cachedSearch, cacheKeyOfSearch } from '../cache/answers.ts'
import { sha256Hex } from '../hash.ts'
import {
  createTestClient,
  crossborderWith,
  fetchWorker,
  ITEM,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
  withoutObjects,
} from '../testing/http.ts'
import { queryOf } from '../testing/upstream.ts'

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

const search = (picture: Uint8Array<ArrayBuffer>, query = '', bindings: Bindings = env) =>
  fetchWorker(PATHS.search + query, searchInit(key, picture), bindings)
const searchFor = async (...request: Parameters<typeof search>) =>
  (await search(...request)).json<SearchAnswer>()

/** Waits until the answer is cached, which happens after it was given. */
async function untilCached(picture: Uint8Array<ArrayBuffer>): Promise<void> {
  await vi.waitFor(async () => expect((await search(picture, '', withoutObjects())).status).toBe(200))
}

describe('a repeated search', () => {
  test('is answered without the platform or any Durable Object, and says so', async () => {
    const calls = mockGateway(crossborderWith([ITEM]))
    const picture = jpegOf(400, 400)
    const first = await searchFor(picture)
    await untilCached(picture)
    const made = calls.length
    const second = await searchFor(picture, '', withoutObjects())
    expect([first.cached, second.cached]).toEqual([false, true])
    const own = { searchId: '', attestation: '' }
    expect({ ...second, ...own, cached: false }).toEqual({ ...first, ...own })
    expect(calls.length).toBe(made)
  })

  test('is answered from the cache for every client', async () => {
    const calls = mockGateway(crossborderWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    const made = calls.length
    const other = (await createTestClient({ name: 'other' })).key
    expect((await fetchWorker(PATHS.search, searchInit(other, picture))).status).toBe(200)
    expect(calls.length).toBe(made)
  })

  test('does not tell a client that another one made it', async () => {
    mockGateway(crossborderWith([ITEM]))
    const [picture, other] = [jpegOf(400, 400), (await createTestClient({ name: 'other' })).key]
    const searchAs = async (key: string) =>
      (await fetchWorker(PATHS.search, searchInit(key, picture))).json<SearchAnswer>()
    const first = await searchAs(key)
    await untilCached(picture)
    const theirs = await searchAs(other)
    const own = { searchId: '', attestation: '' }
    expect({ ...theirs, ...own }).toEqual({ ...first, ...own })
    expect((await searchAs(other)).cached).toBe(true)
  })

  test.each([
    '?page=2',
    '?pageSize=3',
    '?sort=price-asc',
    '?priceMin=1',
    '?language=ko',
    '?filter=ships24h',
    '?keyword=x',
  ])('is another one with %s, and then uses the id that the picture has already', async (query) => {
    const calls = mockGateway(crossborderWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    expect((await searchFor(picture, query)).cached).toBe(false)
    expect(calls.map(({ api }) => api.includes('upload'))).toEqual([true, false, false])
  })

  test('asks the platform if nothing may be cached', async () => {
    const calls = mockGateway(crossborderWith([ITEM]))
    const picture = jpegOf(400, 400)
    const off = { ...env, CACHE_SECONDS: '0' }
    expect((await searchFor(picture, '', off)).cached).toBe(false)
    expect((await searchFor(picture, '', off)).cached).toBe(false)
    expect(calls.map(({ api }) => api.includes('upload'))).toEqual([true, false, false])
  })

  test('asks the platform once the answer is too old', async () => {
    mockGateway(crossborderWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    await untilCached(picture)
    const name = await cacheKeyOfSearch('crossborder', await sha256Hex(picture), queryOf())
    const cached = (inMs: number) => cachedSearch(env.ANSWERS, name, Date.now() + inMs)
    expect((await cached(3_590_000))?.offers).toHaveLength(1)
    expect(await cached(3_600_001)).toBeUndefined()
  })
})

describe('never cached is', () => {
  test('a failure', async () => {
    const picture = jpegOf(400, 400)
    mockGateway(() => ({ error_code: 'gw.APIACLDecline' }))
    expect(await statusAndCode(await search(picture))).toEqual([502, 'upstream_access_denied'])
    vi.restoreAllMocks()
    mockGateway(crossborderWith([ITEM]))
    expect(await searchFor(picture)).toMatchObject({ cached: false, offers: [{ offerId: '714' }] })
  })

  test('an answer with a part missing', async () => {
    const picture = jpegOf(400, 400)
    mockGateway(crossborderWith([ITEM, { nothing: 'that can be read' }]))
    expect((await searchFor(picture)).notes.join()).toContain('could not be read')
    expect((await searchFor(picture)).cached).toBe(false)
  })
})

describe('a batch search whose client leaves once a call has left', () => {
  const BATCH = '?priority=batch'

  async function leave(
    picture: Uint8Array<ArrayBuffer>,
    item: object,
    { client = key, bindings = env as Bindings } = {},
  ): Promise<void> {
    const leaving = new AbortController()
    const calls = vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return Response.json(crossborderWith([ITEM, item])(String(address)))
    })
    const init = { ...searchInit(client, picture), signal: leaving.signal }
    const search = fetchWorker(PATHS.search + BATCH, init, bindings).catch(() => {})
    await vi.waitFor(() => expect(calls).toHaveBeenCalledTimes(1))
    leaving.abort()
    await search
    await vi.waitFor(() => expect(calls).toHaveBeenCalledTimes(2))
  }

  test('is answered when it is asked for again, at no cost', async () => {
    const picture = jpegOf(400, 400)
    await leave(picture, ITEM)
    const calls = mockGateway(crossborderWith([]))
    expect((await searchFor(picture, BATCH)).offers).toHaveLength(2)
    await untilCached(picture)
    expect(calls).toHaveLength(0)
  })

  test('is answered even if that was the last search of the day, and nothing may be cached', async () => {
    const client = (await createTestClient({ name: 'last', dailySearches: 1 })).key
    const bindings: Bindings = { ...env, CACHE_SECONDS: '0' }
    const ask = (picture: Uint8Array<ArrayBuffer>, query: string) =>
      fetchWorker(PATHS.search + query, searchInit(client, picture), bindings)
    const picture = jpegOf(400, 400)
    await leave(picture, ITEM, { client, bindings })
    const calls = mockGateway(crossborderWith([ITEM]))
    expect((await ask(picture, BATCH)).status).toBe(200)
    expect(await statusAndCode(await ask(jpegOf(400, 400), BATCH))).toEqual([429, 'quota_exhausted'])
    expect(await statusAndCode(await ask(picture, ''))).toEqual([429, 'quota_exhausted'])
    expect(calls).toHaveLength(0)
  })

  test('is so for a day, for that client alone, even with a part missing', async () => {
    const picture = jpegOf(400, 400)
    await leave(picture, { nothing: 'that can be read' })
    const name = await cacheKeyOfSearch('crossborder', await sha256Hex(picture), queryOf())
    const stored = vi.waitFor(async () => {
      const record = await env.ANSWERS?.get<{ ownKey: string }>(`answer:${name}`, 'json')
      expect(record?.ownKey).toMatch(/^\w{64}$/)
      return record?.ownKey
    })
    const inHours = async (hours: number, ownKey?: string) =>
      (await cachedSearch(env.ANSWERS, name, Date.now() + hours * 3_600_000, ownKey))?.offers
    expect(await inHours(23, await stored)).toHaveLength(1)
    expect(await inHours(0, 'of another client')).toBeUndefined()
    expect(await inHours(0)).toBeUndefined()
    const other = (await createTestClient({ name: 'other' })).key
    const calls = mockGateway(crossborderWith([ITEM]))
    expect((await searchFor(picture, BATCH)).offers).toHaveLength(1)
    expect(calls).toHaveLength(0)
    await fetchWorker(PATHS.search + BATCH, searchInit(other, picture))
    expect(calls).toHaveLength(1)
  })
})

describe('a cache', () => {
  const broken = (get: () => Promise<unknown>) => withoutObjects({ ...env, ANSWERS: { get } as never })

  test.each<[string, () => Promise<unknown>]>([
    ['fails', () => Promise.reject(new Error('KV is down'))],
    ['never answers', () => new Promise(() => {})],
    ['holds something else', async () => ({ untilMs: Date.now() + 1e6, value: { offers: 'none' } })],
  ])('that %s counts as a miss', async (_name, get) => {
    mockGateway(crossborderWith([ITEM]))
    const { DISPATCHER, USAGE } = env
    expect(await searchFor(jpegOf(400, 400), '', { ...broken(get), DISPATCHER, USAGE })).toMatchObject({
      cached: false,
      offers: [{ offerId: '714' }],
    })
  })

  test('holds no picture', async () => {
    mockGateway(crossborderWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    await untilCached(picture)
    const { keys } = (await env.ANSWERS?.list()) ?? { keys: [] }
    const records = await Promise.all(keys.map(({ name }) => env.ANSWERS?.get(name)))
    expect(records.length).toBeGreaterThan(0)
    expect(records.join()).not.toContain(picture.toBase64().slice(20, 60))
  })
})

test('fifty clients with the same search at once cost one search', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  const picture = jpegOf(400, 400)
  const keys = await Promise.all(Array.from({ length: 5 }, async () => (await createTestClient()).key))
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      const response = await fetchWorker(PATHS.search, searchInit(keys[i % 5] ?? '', picture))
      return { ...(await response.json<SearchAnswer>()), searchId: '', attestation: '', cached: false }
    }),
  )
  expect(calls.map(({ api }) => api.includes('upload'))).toEqual([true, false])
  for (const answer of answers) expect(answer).toEqual(answers[0])
})
