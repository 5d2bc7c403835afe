import { PATHS, type SearchAnswer } from '@find-on-1688/shared'
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
