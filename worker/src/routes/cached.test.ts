import { env } from 'cloudflare:workers'
import { type OfferAnswer, PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import { cachedSearch, cacheKeyOfSearch } from '../cache/answers.ts'
import { sha256Hex } from '../hash.ts'
import { createTestClient, fetchWorker, jpegOf, mockGateway, problemOf, searchInit } from '../testing/http.ts'
import { queryOf } from '../testing/upstream.ts'

const ITEM = { offerId: '714', subject: '背包', priceInfo: { price: '25.50' } }
const found = (data: unknown[]) => ({
  result: { success: 'true', result: { totalRecords: data.length, data } },
})
const UPLOADED = { result: { success: 'true', result: '1688' } }
const answerWith = (data: unknown[]) => (api: string) => (api.includes('upload') ? UPLOADED : found(data))
const DETAIL = {
  subject: '背包',
  minOrderQuantity: 2,
  productSaleInfo: {
    priceRangeList: [
      { startQuantity: 100, price: '9.50' },
      { startQuantity: '2', price: '12' },
    ],
    quoteType: 0,
    unitInfo: { unit: '个', transUnit: 'piece' },
  },
  productShippingInfo: { weight: '0.5', width: 10, height: 0, length: 'long' },
}

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

const authorization = () => ({ Authorization: `Bearer ${key}` })
const search = (picture: Uint8Array<ArrayBuffer>, query = '', bindings: Bindings = env) =>
  fetchWorker(PATHS.search + query, searchInit(key, picture), bindings)
const searchFor = async (...wish: Parameters<typeof search>) => (await search(...wish)).json<SearchAnswer>()
const offer = (id: string, bindings: Bindings = env) =>
  fetchWorker(`${PATHS.offers}/${id}`, { headers: authorization() }, bindings)

/** The bindings without Durable Objects: a call to one fails. */
function objectless(changes: Partial<Bindings> = {}): Bindings {
  const get = () => {
    throw new Error('no object may be called')
  }
  const none = { get, idFromName: () => '' }
  return { ...env, DISPATCHER: none as never, USAGE: none as never, ...changes }
}

/** Waits until the answer is cached, which happens after it was given. */
async function untilKept(picture: Uint8Array<ArrayBuffer>): Promise<void> {
  await vi.waitFor(async () => expect((await search(picture, '', objectless())).status).toBe(200))
}

describe('a repeated search', () => {
  test('is answered without the platform or any Durable Object, and says so', async () => {
    const calls = mockGateway(answerWith([ITEM]))
    const picture = jpegOf(400, 400)
    const first = await searchFor(picture)
    await untilKept(picture)
    const made = calls.length
    const second = await searchFor(picture, '', objectless())
    expect([first.cached, second.cached]).toEqual([false, true])
    const own = { searchId: '', attestation: '' }
    expect({ ...second, ...own, cached: false }).toEqual({ ...first, ...own })
    expect(calls.length).toBe(made)
  })

  test('is answered from the cache for every client', async () => {
    const calls = mockGateway(answerWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    const made = calls.length
    const other = (await createTestClient({ name: 'other' })).key
    expect((await fetchWorker(PATHS.search, searchInit(other, picture))).status).toBe(200)
    expect(calls.length).toBe(made)
  })

  test.each(['?page=2', '?pageSize=3', '?sort=price-asc', '?priceMin=1', '?language=ko'])(
    'is another one with %s, and then uses the id that the picture has already',
    async (query) => {
      const calls = mockGateway(answerWith([ITEM]))
      const picture = jpegOf(400, 400)
      await search(picture)
      expect((await searchFor(picture, query)).cached).toBe(false)
      expect(calls.map(({ api }) => api.includes('upload'))).toEqual([true, false, false])
    },
  )

  test('asks the platform if nothing may be cached', async () => {
    const calls = mockGateway(answerWith([ITEM]))
    const picture = jpegOf(400, 400)
    const off = { ...env, CACHE_SECONDS: '0' }
    expect((await searchFor(picture, '', off)).cached).toBe(false)
    expect((await searchFor(picture, '', off)).cached).toBe(false)
    expect(calls.map(({ api }) => api.includes('upload'))).toEqual([true, false, false])
  })

  test('asks the platform once the answer is too old', async () => {
    mockGateway(answerWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    await untilKept(picture)
    const name = await cacheKeyOfSearch('crossborder', await sha256Hex(picture), queryOf())
    const kept = (inMs: number) => cachedSearch(env.ANSWERS, name, Date.now() + inMs)
    expect((await kept(3_590_000))?.offers).toHaveLength(1)
    expect(await kept(3_600_001)).toBeUndefined()
  })
})

describe('never cached is', () => {
  test('a failure', async () => {
    const picture = jpegOf(400, 400)
    mockGateway(() => ({ error_code: 'gw.APIACLDecline' }))
    expect(await problemOf(await search(picture))).toEqual([502, 'upstream_access_denied'])
    vi.restoreAllMocks()
    mockGateway(answerWith([ITEM]))
    expect(await searchFor(picture)).toMatchObject({ cached: false, offers: [{ offerId: '714' }] })
  })

  test('an answer with a part missing', async () => {
    const picture = jpegOf(400, 400)
    mockGateway(answerWith([ITEM, { nothing: 'that can be read' }]))
    expect((await searchFor(picture)).notes.join()).toContain('left out')
    expect((await searchFor(picture)).cached).toBe(false)
  })
})

describe('a cache', () => {
  const broken = (get: () => Promise<unknown>) => objectless({ ...env, ANSWERS: { get } as never })

  test.each<[string, () => Promise<unknown>]>([
    ['fails', () => Promise.reject(new Error('KV is down'))],
    ['never answers', () => new Promise(() => {})],
    ['holds something else', async () => ({ untilMs: Date.now() + 1e6, value: { offers: 'none' } })],
  ])('that %s counts as a miss', async (_name, get) => {
    mockGateway(answerWith([ITEM]))
    const { DISPATCHER, USAGE } = env
    expect(await searchFor(jpegOf(400, 400), '', { ...broken(get), DISPATCHER, USAGE })).toMatchObject({
      cached: false,
      offers: [{ offerId: '714' }],
    })
  })

  test('holds no picture', async () => {
    mockGateway(answerWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    await untilKept(picture)
    const { keys } = (await env.ANSWERS?.list()) ?? { keys: [] }
    const records = await Promise.all(keys.map(({ name }) => env.ANSWERS?.get(name)))
    expect(records.length).toBeGreaterThan(0)
    expect(records.join()).not.toContain(picture.toBase64().slice(20, 60))
  })
})

test('fifty clients with the same search at once cost one search', async () => {
  const calls = mockGateway(answerWith([ITEM]))
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

describe('as events', () => {
  async function eventsOf(response: Response) {
    const text = await response.text()
    return text
      .trim()
      .split('\n\n')
      .map((block) => {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []
        return { event, data: JSON.parse(data ?? 'null') }
      })
  }
  const listen = (picture: Uint8Array<ArrayBuffer>) => {
    const init = searchInit(key, picture)
    return fetchWorker(PATHS.search, { ...init, headers: { ...init.headers, Accept: 'text/event-stream' } })
  }

  test('a search reports its position, its attempt and its answer', async () => {
    mockGateway(answerWith([ITEM]))
    const response = await listen(jpegOf(400, 400))
    expect(response.headers.get('Content-Type')).toContain('text/event-stream')
    const events = await eventsOf(response)
    expect(events.map(({ event }) => event)).toEqual(['queued', 'searching', 'result'])
    expect(events[0]?.data).toMatchObject({ position: 1, waitMs: expect.any(Number) })
    expect(events[1]?.data).toEqual({ attempt: 1 })
    expect(events[2]?.data).toMatchObject({ provider: 'crossborder', offers: [{ offerId: '714' }] })
  })

  test('a cached answer is the only event', async () => {
    mockGateway(answerWith([ITEM]))
    const picture = jpegOf(400, 400)
    await search(picture)
    const events = await eventsOf(await listen(picture))
    expect(events).toMatchObject([{ event: 'result', data: { cached: true } }])
  })

  test('a failure along the way is the last event, as a problem', async () => {
    mockGateway(() => ({ error_code: 'gw.APIACLDecline' }))
    const events = await eventsOf(await listen(jpegOf(400, 400)))
    expect(events.at(-1)).toMatchObject({
      event: 'error',
      data: { code: 'upstream_access_denied', status: 502, requestId: expect.any(String) },
    })
  })

  test('a failure before the first event has its own status', async () => {
    const response = await listen(Uint8Array.of(1, 2, 3))
    expect(await problemOf(response)).toEqual([415, 'image_unsupported'])
  })
})

describe('an address in place of a picture', () => {
  const searchAt = (imageUrl: unknown, bindings: Bindings = env) =>
    fetchWorker(
      PATHS.search,
      {
        method: 'POST',
        headers: { ...authorization(), 'Content-Type': 'application/json' },
        body: JSON.stringify({ imageUrl }),
      },
      bindings,
    )

  test('goes to the platform and is never fetched here', async () => {
    const calls = mockGateway(answerWith([ITEM]))
    const imageUrl = `https://cbu01.alicdn.com/img/ibank/${crypto.randomUUID()}.jpg`
    const response = await searchAt(`${imageUrl}#part`)
    expect(await response.json<SearchAnswer>()).toMatchObject({ image: null, offers: [{ offerId: '714' }] })
    expect(JSON.parse(calls[0]?.form.get('uploadImageParam') ?? '')).toEqual({ imageAddress: imageUrl })
    expect(calls.every(({ api }) => api.startsWith('param2/1/'))).toBe(true)
  })

  test("is refused if the provider takes only 1688's own pictures", async () => {
    const calls = mockGateway(answerWith([ITEM]))
    expect(await problemOf(await searchAt('https://shop.example.com/a.jpg'))).toEqual([501, 'not_supported'])
    expect(await problemOf(await searchAt('https://alicdn.com.example.com/a.jpg'))).toEqual([
      501,
      'not_supported',
    ])
    expect(calls).toEqual([])
  })

  test.each([
    'http://localhost/a.jpg',
    'http://127.0.0.1/a.jpg',
    'http://[::1]/a.jpg',
    'http://0x7f.1/a.jpg',
    'http://metadata.internal/a.jpg',
    'https://user:word@cbu01.alicdn.com/a.jpg',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    '',
    7,
  ])('%j is refused', async (imageUrl) => {
    const calls = mockGateway(answerWith([ITEM]))
    const open = { ...env, PROVIDER: 'dropship' }
    expect(await problemOf(await searchAt(imageUrl, open))).toEqual([400, 'invalid_request'])
    expect(calls).toEqual([])
  })
})

describe('one offer', () => {
  const answer = (result: object) => () => ({ result: { success: true, result } })

  test('comes with its price tiers, unit, minimum order, weight and size', async () => {
    mockGateway(answer(DETAIL))
    expect(await (await offer('714000001')).json<OfferAnswer>()).toMatchObject({
      offerId: '714000001',
      price: '12',
      priceTiers: [
        { minQuantity: 2, price: '12' },
        { minQuantity: 100, price: '9.50' },
      ],
      minOrder: 2,
      unit: '个',
      shipping: { weightKg: 0.5, widthCm: 10, heightCm: null, lengthCm: null },
      cached: false,
    })
  })

  test('priced by variant has the price of the cheapest one and no tiers', async () => {
    const productSkuInfos = [{ price: '8.80' }, { price: '7.90' }, { price: null }]
    mockGateway(answer({ ...DETAIL, productSkuInfos, productSaleInfo: { quoteType: 1, priceRangeList: [] } }))
    const body = await (await offer('714000002')).json<OfferAnswer>()
    expect(body).toMatchObject({ price: '7.90', priceTiers: [], unit: null })
  })

  test('is requested once', async () => {
    const calls = mockGateway(answer(DETAIL))
    await offer('714000003')
    const again = await vi.waitFor(async () => {
      const response = await offer('714000003', objectless())
      expect(response.status).toBe(200)
      return response
    })
    expect((await again.json<OfferAnswer>()).cached).toBe(true)
    expect(calls).toHaveLength(1)
  })

  test.each<[string, object]>([
    ['an unknown one', { result: { success: false, code: '404', message: 'offer not found' } }],
    ['another one', { result: { success: true, result: { ...DETAIL, offerId: 99 } } }],
    ['nothing', { result: { success: true, result: null } }],
  ])('that turns out to be %s is a failure', async (_name, body) => {
    mockGateway(() => body)
    expect((await offer('714000004')).status).toBeGreaterThanOrEqual(400)
  })

  test('is not supported by a provider without offer pages', async () => {
    expect(await problemOf(await offer('714', { ...env, PROVIDER: 'dropship' }))).toEqual([
      400,
      'invalid_request',
    ])
    expect(await problemOf(await offer('714000005', { ...env, PROVIDER: 'dropship' }))).toEqual([
      501,
      'not_supported',
    ])
  })
})
