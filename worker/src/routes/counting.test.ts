import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { type NewClient, PATHS, type Usage } from '@find-on-1688/shared'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { revokeUsage } from '../clients/usage.ts'
import {
  createTestClient,
  crossborderWith,
  fetchWorker,
  ITEM,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
} from '../testing/http.ts'

afterEach(() => vi.restoreAllMocks())

const FOUND = crossborderWith([ITEM])
const REFUSED_PICTURE = { result: { success: 'false', message: 'image format is not allowed' } }
const UNKNOWN_OFFER = { result: { success: false, message: '商品不存在' } }

/** A client that searches pictures, asks for offers, and knows what it has used. */
async function clientOf(limits: Partial<NewClient> = {}) {
  const { key, id } = await createTestClient({ name: 'counted', ...limits })
  const headers = { Authorization: `Bearer ${key}` }
  return {
    id,
    search: (picture = jpegOf(400, 400), init: RequestInit = {}) => {
      const plain = searchInit(key, picture)
      return fetchWorker(PATHS.search, { ...plain, ...init, headers: { ...plain.headers, ...init.headers } })
    },
    offer: (offerId: string) => fetchWorker(`${PATHS.offers}/${offerId}`, { headers }),
    used: async () => (await (await fetchWorker(PATHS.usage, { headers })).json<Usage>()).dailySearches.used,
  }
}

/** A gateway whose calls are answered one by one, by hand. */
function slowGateway() {
  const calls: { api: string; answer(body: object): void; signal: AbortSignal | null | undefined }[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    (address, init) =>
      new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        const answer = (body: object) => resolve(Response.json(body))
        calls.push({ api: String(address), answer, signal: init?.signal })
      }),
  )
  return calls
}

describe("a day's searches", () => {
  test('end at the limit, without a further call', async () => {
    const client = await clientOf({ dailySearches: 2 })
    const calls = mockGateway(FOUND)
    for (const used of [1, 2]) {
      expect((await client.search()).status).toBe(200)
      expect(await client.used()).toBe(used)
    }
    const before = calls.length
    const refused = await client.search()
    const hours = Number(refused.headers.get('Retry-After')) / 3600
    expect(hours).toBeGreaterThan(0)
    expect(hours).toBeLessThanOrEqual(24)
    expect(await statusAndCode(refused)).toEqual([429, 'quota_exhausted'])
    expect(calls.length).toBe(before)
  })

  test('are on the disk before a search is answered', async () => {
    const client = await clientOf()
    mockGateway(FOUND)
    await client.search()
    const object = env.USAGE.getByName(client.id)
    const rows = await runInDurableObject(object, (_instance, { storage: { sql } }) =>
      sql.exec('SELECT used FROM searches').toArray(),
    )
    expect(rows).toEqual([{ used: 1 }])
  })

  test('do not include one that waits, but hold a place for it', async () => {
    const client = await clientOf({ dailySearches: 2 })
    const usage = env.USAGE.getByName(client.id)
    const limits = { dailySearches: 2, searchesPerMinute: null }
    const nowMs = Date.now()
    for (const _ of [1, 2]) expect(await usage.reserve(limits, nowMs)).toBe('reserved')
    expect(await client.used()).toBe(0)
    expect(await usage.reserve(limits, nowMs)).toMatchObject({ refused: 'day' })
    await usage.count(nowMs)
    await usage.release(null)
    expect(await client.used()).toBe(1)
    expect(await usage.reserve(limits, nowMs)).toBe('reserved')
    expect(await usage.reserve(limits, nowMs + 29_000)).toMatchObject({ refused: 'day' })
    // Its worker has ended without a word.
    expect(await usage.reserve(limits, nowMs + 30_000)).toBe('reserved')
  })

  test('include one that the platform fails', async () => {
    const client = await clientOf()
    mockGateway(() => ({ error_code: 'gw.ParamMissing' }))
    expect((await client.search()).status).toBe(500)
    expect(await client.used()).toBe(1)
  })

  test('include an unknown offer, which is then not asked for again', async () => {
    const client = await clientOf()
    const calls = mockGateway(() => UNKNOWN_OFFER)
    const first = await client.offer('714000777')
    for (let i = 0; i < 9; i++) expect((await client.offer('714000777')).status).toBe(first.status)
    expect(calls).toHaveLength(1)
    expect(await client.used()).toBe(1)
    await client.offer('714000778')
    expect(calls).toHaveLength(2)
    expect(await client.used()).toBe(2)
  })

  test('include a refused picture, which is then not sent again, whatever page is asked for', async () => {
    const [client, other] = [await clientOf(), await clientOf()]
    const calls = mockGateway(() => REFUSED_PICTURE)
    const picture = jpegOf(400, 400)
    expect(await statusAndCode(await client.search(picture))).toEqual([502, 'upstream_rejected_image'])
    expect(await statusAndCode(await client.search(picture))).toEqual([502, 'upstream_rejected_image'])
    const { status } = await other.search(picture)
    expect([status, calls.length, await client.used(), await other.used()]).toEqual([502, 1, 1, 0])
  })

  test('do not include what another search or the cache answers', async () => {
    const [client, other] = [await clientOf(), await clientOf({ dailySearches: 1 })]
    const calls = mockGateway(FOUND)
    const picture = jpegOf(400, 400)
    await Promise.all([client.search(picture), other.search(picture), client.search(picture)])
    for (let i = 0; i < 3; i++) expect((await other.search(picture)).status).toBe(200)
    expect(calls).toHaveLength(2)
    expect((await client.used()) + (await other.used())).toBe(1)
  })

  test('do not include one that the platform has never seen', async () => {
    const client = await clientOf({ dailySearches: 1 })
    const calls = mockGateway(FOUND)
    expect((await client.search(Uint8Array.of(1, 2, 3))).status).toBe(415)
    expect([calls.length, await client.used()]).toEqual([0, 0])
  })
})

describe.each([
  ['JSON', {}],
  ['events', { Accept: 'text/event-stream' }],
])('a client that leaves (%s)', (_form, headers) => {
  test('after its call has left has used a search, and no second call leaves', async () => {
    const calls = slowGateway()
    const client = await clientOf({ dailySearches: 2 })
    for (const used of [1, 2]) {
      const leaving = new AbortController()
      const search = client.search(jpegOf(400, 400), { headers, signal: leaving.signal }).catch(() => {})
      await vi.waitFor(() => expect(calls).toHaveLength(used))
      leaving.abort()
      await search
      await vi.waitFor(() => expect(calls[used - 1]?.signal?.aborted).toBe(true))
      expect(await client.used()).toBe(used)
    }
    expect(await statusAndCode(await client.search())).toEqual([429, 'quota_exhausted'])
    expect(calls.map(({ api }) => api.includes('upload'))).toEqual([true, true])
  })
})

test('what a minute allows comes back for what cost no call', async () => {
  const client = await clientOf({ searchesPerMinute: 1 })
  mockGateway(FOUND)
  const picture = jpegOf(400, 400)
  expect((await (await clientOf()).search(picture)).status).toBe(200)
  for (let i = 0; i < 3; i++) expect((await client.search(picture)).status).toBe(200)
  expect((await client.search()).status).toBe(200)
  expect(await statusAndCode(await client.search())).toEqual([429, 'rate_limited'])
})

test('a revoked client is refused even where a recent answer is known', async () => {
  const client = await clientOf()
  mockGateway(FOUND)
  await revokeUsage(env.USAGE, client.id)
  expect((await client.search()).status).toBe(401)
})
