import { type OfferAnswer, PATHS, type Priority, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { dispatcherOf } from '../testing/dispatcher.ts'
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

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

const search = (picture: Uint8Array<ArrayBuffer>, query = '') =>
  fetchWorker(PATHS.search + query, searchInit(key, picture))

test('a batch search has the same answer as an interactive one, and shares it', async () => {
  const calls = mockGateway(crossborderWith([ITEM]))
  const picture = jpegOf(400, 400)
  const batch = await (await search(picture, '?priority=batch')).json<SearchAnswer>()
  const interactive = await (await search(picture, '?priority=interactive')).json<SearchAnswer>()
  expect([batch.cached, interactive.cached]).toEqual([false, true])
  expect(batch.offers).toEqual(interactive.offers)
  expect(calls).toHaveLength(2)
})

test('another priority is refused', async () => {
  const response = await search(jpegOf(400, 400), '?priority=low')
  expect(await statusAndCode(response)).toEqual([400, 'invalid_request'])
})

test('a person who searches for what waits as batch does not wait as batch', async () => {
  const { start } = dispatcherOf('joined-by-a-person')
  const calls = mockGateway(crossborderWith([ITEM]))
  const pictures = Array.from({ length: 20 }, (_, i) => {
    const source = { bytes: jpegOf(400, 400), width: 400, height: 400, sha256: `${i}` }
    return { cacheKey: `picture ${i}`, source }
  })
  const batch = pictures.map((picture) => start({ ...picture, client: 'bulk', priority: 'batch' }))
  const last = pictures.at(-1) as (typeof pictures)[number]
  const person = start({ ...last, client: 'person' })
  const replies = await Promise.all([...batch, person].map(({ reply }) => reply))
  for (const { failure } of replies) expect(failure).toBeUndefined()
  const uploads = calls.flatMap(({ form }) => form.get('uploadImageParam') ?? [])
  expect(uploads).toHaveLength(20)
  const place = (of: typeof last) => uploads.findIndex((form) => form.includes(of.source.bytes.toBase64()))
  const before = pictures.filter((picture) => place(picture) < place(last))
  expect(before.length).toBeLessThan(15)
})

const offer = (offerId: string, query = '') =>
  fetchWorker(`${PATHS.offers}/${offerId}${query}`, { headers: { Authorization: `Bearer ${key}` } })
const DETAIL = { result: { success: true, result: { subject: '背包' } } }

test('an offer asked for as batch has the same answer as one that a person asks for, and shares it', async () => {
  const calls = mockGateway(() => DETAIL)
  const batch = await (await offer('714000001', '?priority=batch')).json<OfferAnswer>()
  const interactive = await (await offer('714000001')).json<OfferAnswer>()
  expect([batch.cached, interactive.cached]).toEqual([false, true])
  expect(interactive.fetchedAt).toBe(batch.fetchedAt)
  expect(calls).toHaveLength(1)
  expect(await statusAndCode(await offer('714000001', '?priority=low'))).toEqual([400, 'invalid_request'])
})

test('offers asked for as batch leave after what people ask for; a person who wants one of them takes it along', async () => {
  const { object, jobOf } = dispatcherOf('offers-as-batch')
  const calls = mockGateway(() => DETAIL)
  const ask = (offerId: string, priority: Priority, client: string) =>
    object.offer({ ...jobOf({ cacheKey: offerId, priority, client }), offerId, language: 'en' })
  const ids = Array.from({ length: 20 }, (_, i) => `7140000${10 + i}`)
  const wanted = String(ids.at(-1))
  const replies = [
    ...ids.map((offerId) => ask(offerId, 'batch', 'bulk')),
    ask('714000099', 'interactive', 'person'),
    ask(wanted, 'interactive', 'person'),
  ]
  for (const { failure } of await Promise.all(replies)) expect(failure).toBeUndefined()
  const asked = calls.map(({ form }) => /\d+/.exec(String(form.get('offerDetailParam')))?.[0])
  expect(asked).toHaveLength(21)
  expect(asked.slice(0, 10)).toEqual(expect.arrayContaining(['714000099', wanted]))
})
