import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { offerIdFor } from '../../testing/batch-worker.ts'
import { aBatchRow } from '../../testing/batches.ts'
import { addReadBatch, addRows, type Documents, reduceText, startDocuments } from '../testing/documents.ts'

vi.mock('../pictures/off-thread.ts', () => ({ reducePicture: reduceText }))

let documents: Documents
let document: Awaited<ReturnType<Documents['open']>>
let leave: () => void

beforeEach(async () => {
  vi.restoreAllMocks()
  documents = await startDocuments()
  document = await documents.open()
  leave = document.keepRunning()
  return async () => {
    leave()
    await document.kill()
    vi.unstubAllGlobals()
  }
})

const batch = async () => (await document.getBatch('b1')) ?? expect.fail('the batch is gone')
const rows = () => document.getBatchRows('b1')
const isIn = (state: string) => vi.waitFor(async () => expect((await batch()).state).toBe(state))
const states = async () => (await rows()).map(({ state }) => state)

async function run(state = 'done'): Promise<void> {
  await document.start('b1')
  await isIn(state)
}

test('each row gets what its picture finds, three pictures at a time', async () => {
  const answers = Promise.withResolvers<void>()
  documents.worker.held = answers.promise
  await addReadBatch(document, ['a', 'b', 'c', 'd', 'e'])
  await document.start('b1')
  await vi.waitFor(() => expect(documents.worker.inFlight).toBe(3))
  answers.resolve()
  await isIn('done')
  expect(documents.worker.mostInFlight).toBe(3)
  for (const row of await rows()) {
    expect(row).toMatchObject({ state: 'done', outcome: { offers: 1, compared: 0 } })
    const answer = await document.getBatchAnswer('b1', row.digest ?? '')
    expect(answer?.offers[0]?.offerId).toBe(offerIdFor(row.digest ?? ''))
  }
  expect(await batch()).toMatchObject({ searches: 5, settings: { language: 'en' } })
  expect(documents.worker.requests[0]).toContain('priority=batch')
})

test('rows with the same picture share one search, also one that is added later', async () => {
  await addReadBatch(document, ['a', 'b', 'a', 'a'])
  await document.changeBatchRows('b1', [3], (row) => ({ ...row, digest: null, picture: { kind: 'none' } }))
  await run()
  expect(await states()).toEqual(['done', 'done', 'done', 'failed'])
  await document.storeRowPicture('b1', [3], new Blob(['a']))
  await document.goOn('b1')
  await vi.waitFor(async () => expect((await states())[3]).toBe('done'))
  await isIn('done')
  expect(documents.worker.paidCalls).toBe(2)
  expect(await batch()).toMatchObject({ searches: 2 })
  expect((await rows())[3]?.outcome).toEqual((await rows())[0]?.outcome)
})

test('pictures are read from their addresses, each once, while others are searched', async () => {
  const address = (name: string) => ({
    kind: 'address' as const,
    address: `https://shop.example/${name}.jpg`,
  })
  documents.websites.set('https://shop.example/a.jpg', 'a').set('https://shop.example/b.jpg', 'b')
  documents.websites.set('https://shop.example/gone.jpg', 404)
  const pictures = ['a', 'b', 'a', 'gone'].map(address)
  documents.websites.set('http://192.168.1.1/a.jpg', 'inside')
  const rest = [
    { kind: 'address' as const, address: 'https://foreign.example/a.jpg' },
    { kind: 'address' as const, address: 'http://192.168.1.1/a.jpg' },
    { kind: 'none' as const },
    { kind: 'address' as const, address: 'ftp://shop.example/a.jpg' },
  ]
  await addRows(
    document,
    [...pictures, ...rest].map((picture, index) => aBatchRow(index, { picture })),
  )
  await run()
  expect(documents.read.filter((url) => url.endsWith('/a.jpg'))).toHaveLength(1)
  expect((await rows()).map(({ state, failure }) => failure?.code ?? state)).toEqual([
    ...['done', 'done', 'done', 'address_not_found', 'host_not_allowed', 'address_local'],
    ...['no_picture_named', 'address_invalid'],
  ])
  expect(documents.read.filter((url) => !url.startsWith('https://shop.example/'))).toEqual([])
  expect(await batch()).toMatchObject({ searches: 2 })
})

test('an address that fails once is asked for again', async () => {
  documents.websites.set('https://shop.example/a.jpg', 503)
  await addRows(document, [
    aBatchRow(0, { picture: { kind: 'address', address: 'https://shop.example/a.jpg' } }),
  ])
  await document.start('b1')
  await vi.waitFor(() => expect(documents.read).toHaveLength(1))
  documents.websites.set('https://shop.example/a.jpg', 'a')
  await isIn('done')
  expect(await states()).toEqual(['done'])
})

test('an allowed website that does not answer is told apart from one that is not allowed', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never)
  await addRows(document, [aBatchRow(0, { picture: { kind: 'address', address: 'https://shop.example/' } })])
  await run()
  expect((await rows())[0]?.failure).toEqual({ code: 'address_unreachable', detail: 'shop.example' })
})

test('a pause lets what has left come in, and nothing more leaves until it goes on', async () => {
  const answers = Promise.withResolvers<void>()
  documents.worker.held = answers.promise
  await addReadBatch(document, ['a', 'b', 'c', 'd', 'e'])
  await document.start('b1')
  await vi.waitFor(() => expect(documents.worker.requests).toHaveLength(3))
  await document.pause('b1')
  answers.resolve()
  await vi.waitFor(async () => expect((await states()).filter((state) => state === 'done')).toHaveLength(3))
  expect((await states()).filter((state) => state === 'waiting')).toHaveLength(2)
  expect((await batch()).pausedBy).toBeUndefined()
  await run()
  expect(documents.worker.paidCalls).toBe(5)
  expect(await batch()).toMatchObject({ searches: 5 })
})

test('it pauses at its budget and goes on with a larger one', async () => {
  await addReadBatch(document, ['a', 'b', 'c', 'd', 'e'])
  await document.setBudget('b1', 2)
  await run('paused')
  expect(await batch()).toMatchObject({ pausedBy: { code: 'budget' }, searches: 2 })
  expect(documents.worker.paidCalls).toBe(2)
  await document.setBudget('b1', null)
  await run()
  expect(documents.worker.paidCalls).toBe(5)
})

test('a search that the worker gives back may be made, also at the limit', async () => {
  await addReadBatch(document, ['a', 'b'])
  await run()
  await document.removeBatch('b1')
  await addReadBatch(document, ['a', 'b', 'c', 'd', 'e'])
  // Meanwhile the third one is told that the limit is reached.
  documents.worker.refusals.push(...[1, 2].map(() => ({ code: 'busy', status: 503, retryAfterMs: 50 })))
  await document.setBudget('b1', 2)
  await run('paused')
  expect(await batch()).toMatchObject({ pausedBy: { code: 'budget' }, searches: 2 })
  expect(await states()).toEqual(['done', 'done', 'done', 'done', 'waiting'])
  expect(documents.worker.paidCalls).toBe(4)
})

test('a picture that is added to a paused list does not let it run', async () => {
  await addReadBatch(document, ['a', 'b'], { state: 'paused' })
  await document.goOn('b1')
  expect(await batch()).toMatchObject({ state: 'paused' })
})

test('a full worker is waited for as long as it says', async () => {
  documents.worker.refusals.push(
    ...[1, 2, 3, 4, 5, 6, 7].map(() => ({ code: 'busy', status: 503, retryAfterMs: 3 })),
  )
  await addReadBatch(document, ['a'])
  await run()
  expect(documents.worker.requests).toHaveLength(8)
  expect(await batch()).toMatchObject({ searches: 1 })
})

test('a long wait is noted while it lasts, and a pause ends it', async () => {
  documents.worker.refusals.push({ code: 'rate_limited', status: 429, retryAfterMs: 60_000 })
  await addReadBatch(document, ['a'])
  await document.start('b1')
  await vi.waitFor(async () =>
    expect((await batch()).waitingFor).toMatchObject({ failure: { code: 'rate_limited' } }),
  )
  await document.pause('b1')
  await vi.waitFor(async () => expect(await states()).toEqual(['waiting']))
  expect(await batch()).toMatchObject({ searches: 0, state: 'paused' })
  await run()
  expect(await batch()).not.toHaveProperty('waitingFor')
})

test('a day that is used up pauses it with the reason, and costs no row', async () => {
  documents.worker.refusals.push({ code: 'quota_exhausted', status: 429, retryAfterMs: 3_600_000 })
  await addReadBatch(document, ['a', 'b', 'c', 'd'])
  await run('paused')
  expect(await batch()).toMatchObject({ pausedBy: { code: 'quota_exhausted', retryAfterMs: 3_600_000 } })
  await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(['waiting', 'done'])))
  expect((await batch()).searches).toBe(documents.worker.paidCalls)
})

test('a search that may be paid stays counted, whatever its repetition is refused with', async () => {
  documents.worker.refusals.push(
    { code: 'proxy_timeout', status: 504, retryAfterMs: 3, isLost: true },
    { code: 'quota_exhausted', status: 429 },
    { code: 'rate_limited', status: 429, retryAfterMs: 60_000 },
  )
  await addReadBatch(document, ['a'])
  await run('paused')
  await vi.waitFor(async () => expect(await states()).toEqual(['waiting']))
  expect(await batch()).toMatchObject({ pausedBy: { code: 'quota_exhausted' }, searches: 1 })
  await document.start('b1')
  await vi.waitFor(async () => expect((await batch()).waitingFor).toBeDefined())
  await document.pause('b1')
  await vi.waitFor(async () => expect(await states()).toEqual(['waiting']))
  expect(await batch()).toMatchObject({ searches: 1 })
  await run()
  expect(documents.worker.paidCalls).toBe(1)
  expect(await batch()).toMatchObject({ searches: 1 })
})

test('a picture that 1688 refuses fails alone, and is searched again when asked for', async () => {
  documents.worker.refusals.push({ code: 'upstream_rejected_image', status: 502, isPaid: true })
  await addReadBatch(document, ['a', 'b'])
  await run()
  const failed = (await rows()).filter(({ state }) => state === 'failed')
  expect(failed).toMatchObject([{ failure: { code: 'upstream_rejected_image' } }])
  await document.retryFailed('b1')
  await isIn('done')
  expect(await states()).toEqual(['done', 'done'])
  expect(await batch()).toMatchObject({ searches: 3 })
  expect(documents.worker.paidCalls).toBe(3)
})

test('many failures in a row pause it before they use up the day', async () => {
  documents.worker.refusals.push(
    ...Array.from({ length: 20 }, () => ({
      code: 'upstream_unavailable',
      status: 502,
      isPaid: true as const,
    })),
  )
  await addReadBatch(document, [...'abcdefghijklmnopqrst'])
  await run('paused')
  expect(await batch()).toMatchObject({ pausedBy: { code: 'upstream_unavailable' } })
  await vi.waitFor(async () => expect(await states()).not.toContain('searching'))
  expect(documents.worker.paidCalls).toBeLessThanOrEqual(7)
  expect((await batch()).searches).toBe(documents.worker.paidCalls)
})

test('what cannot be read or shows nothing has failed, and says why', async () => {
  await addReadBatch(document, ['a', 'damaged', 'empty'])
  await run()
  expect((await rows()).map(({ state, failure }) => failure?.code ?? state)).toEqual([
    ...['done', 'picture_damaged', 'picture_empty'],
  ])
})

test('an answer that the worker had already costs nothing', async () => {
  await addReadBatch(document, ['a'])
  await run()
  await document.removeBatch('b1')
  await addReadBatch(document, ['a', 'b'])
  await run()
  expect(await batch()).toMatchObject({ searches: 1 })
})

test('of two tabs one searches, and the other takes over once that is gone', async () => {
  documents.worker.delay = () => 10
  await addReadBatch(document, [...'abcdefgh'])
  await document.start('b1')
  await vi.waitFor(() => expect(documents.worker.requests.length).toBeGreaterThan(2))
  const first = document
  document = await documents.open()
  leave = document.keepRunning()
  await vi.waitFor(async () => expect(await states()).toContain('done'))
  expect(documents.worker.mostInFlight).toBe(3)
  await first.kill()
  await isIn('done')
  expect(documents.worker.paidCalls).toBe(8)
})
