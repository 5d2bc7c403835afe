import { PATHS, type SearchAnswer, type Usage } from '@find-on-1688/shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createTestClient,
  crossborderWith,
  fetchWorker,
  ITEM,
  mockGateway,
  statusAndCode,
} from '../testing/http.ts'

let key: string
beforeEach(async () => {
  key = (await createTestClient({ name: 'test', dailySearches: 2 })).key
})
afterEach(() => vi.restoreAllMocks())

const newAddress = () => `https://cbu01.alicdn.com/img/ibank/${crypto.randomUUID()}.jpg`

function searchAt(imageUrl: string, query = '', headers: Record<string, string> = {}) {
  return fetchWorker(PATHS.searchAddress + query, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ imageUrl }),
  })
}

async function used(): Promise<number> {
  const response = await fetchWorker(PATHS.usage, { headers: { Authorization: `Bearer ${key}` } })
  return (await response.json<Usage>()).dailySearches.used
}

test('an address is searched as the query says, and its picture is not described', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  const imageUrl = newAddress()
  const answer = await (await searchAt(imageUrl, '?page=2&pageSize=5&mode=similar')).json<SearchAnswer>()
  expect(answer).toMatchObject({ image: null, page: 2, pageSize: 5, mode: 'similar', cached: false })
  expect(answer.offers).toMatchObject([{ offerId: '714' }])
  const [call] = calls.map(({ form }) => JSON.parse(form.get('offerQueryParam') ?? ''))
  expect(call).toMatchObject({ imageAddress: imageUrl, beginPage: 2, pageSize: 5 })
  expect(calls).toHaveLength(1)
})

test('it counts once, is cached for both paths, and is refused when the day is used up', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  const imageUrl = newAddress()
  expect((await searchAt(imageUrl)).status).toBe(200)
  const again = await fetchWorker(PATHS.search, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ imageUrl }),
  })
  expect(await again.json<SearchAnswer>()).toMatchObject({ cached: true })
  expect([calls.length, await used()]).toEqual([1, 1])
  expect((await searchAt(newAddress())).status).toBe(200)
  expect(await statusAndCode(await searchAt(newAddress()))).toEqual([429, 'quota_exhausted'])
  expect([calls.length, await used()]).toEqual([2, 2])
})

test('one that is refused counts nothing', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  expect((await searchAt('http://10.0.0.7/a.jpg')).status).toBe(400)
  expect((await searchAt('https://shop.example.com/a.jpg')).status).toBe(501)
  expect([calls.length, await used()]).toEqual([0, 0])
})

test('its progress comes as events', async () => {
  mockGateway(crossborderWith([ITEM]))
  const response = await searchAt(newAddress(), '', { Accept: 'text/event-stream' })
  const events = [...(await response.text()).matchAll(/^event: (\w+)$/gm)].map(([, event]) => event)
  expect(events).toEqual(['queued', 'searching', 'result'])
})

test('a region of it is searched as it is: nobody here knows the size of the picture', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  expect((await searchAt(newAddress(), '?region=10,20,30000,40')).status).toBe(200)
  const [call] = calls.map(({ form }) => JSON.parse(form.get('offerQueryParam') ?? ''))
  expect(call.region).toBe('10,30010,20,60')
})

test('it needs a key, and takes POST alone', async () => {
  key = 'another'
  expect(await statusAndCode(await searchAt(newAddress()))).toEqual([401, 'unauthorized'])
  const response = await fetchWorker(PATHS.searchAddress)
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
  const options = await fetchWorker(PATHS.searchAddress, { method: 'OPTIONS' })
  expect([options.status, options.headers.get('Allow')]).toEqual([204, 'POST'])
})

test('what is not known is named', async () => {
  const response = await fetchWorker(PATHS.searchAddress, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify({ imageUrl: newAddress(), page: 2 }),
  })
  expect(await response.text()).toContain('page: is not known here.')
})
