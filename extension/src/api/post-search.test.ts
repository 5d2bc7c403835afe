import type { ProgressEvent } from '@find-on-1688/shared'
import { afterEach, expect, test, vi } from 'vitest'
import type { AppError, Failure } from '../model/failure.ts'
import { anAnswer, anEvent, BUSY, PROXY, streamed } from '../testing/answers.ts'
import { postSearch } from './post-search.ts'

const QUEUED = { position: 3, waitMs: 1200 }
const RESULT = anEvent('result', anAnswer(['1']))
const progress: ProgressEvent[] = []

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  progress.length = 0
})

function ask(signal = new AbortController().signal) {
  const query = { mode: 'same', page: 1, pageSize: 20, language: 'en' } as const
  return postSearch(signal, PROXY, new Blob(['jpeg']), query, {
    onProgress: (event) => progress.push(event),
  })
}

function answer(response: () => Response): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response()),
  )
}

const failure = () =>
  ask().then(
    () => expect.fail('it did not fail'),
    (error: unknown): Failure => (error as AppError).failure,
  )

test('events are requested, and reported until the result comes', async () => {
  const events = [
    anEvent('queued', QUEUED),
    anEvent('searching', { attempt: 1 }),
    anEvent('retrying', { reason: 'upstream_throttled', waitMs: 1000 }),
    RESULT,
  ]
  answer(() => streamed(events))
  expect((await ask()).offers.map(({ offerId }) => offerId)).toEqual(['1'])
  expect(progress).toEqual([
    { event: 'queued', ...QUEUED },
    { event: 'searching', attempt: 1 },
    { event: 'retrying', reason: 'upstream_throttled', waitMs: 1000 },
  ])
  expect(vi.mocked(fetch).mock.calls[0]?.[1]?.headers).toMatchObject({ Accept: 'text/event-stream' })
})

test.each([1, 2, 3, 7, 64])('events may be cut anywhere: every %i bytes', async (size) => {
  const text = `: hello\n\n${anEvent('queued', QUEUED)}${RESULT}`.replaceAll('\n', size % 2 ? '\n' : '\r\n')
  const bytes = new TextEncoder().encode(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
  answer(() => streamed(pieces))
  expect((await ask()).offers[0]?.title).toBe('夏季新款百褶半身裙')
  expect(progress).toEqual([{ event: 'queued', ...QUEUED }])
})

test('a JSON answer works too', async () => {
  answer(() => Response.json(anAnswer(['1', '2'])))
  expect((await ask()).offers).toHaveLength(2)
  expect(progress).toEqual([])
})

test('a result without progress is a result', async () => {
  answer(() => streamed([RESULT]))
  expect((await ask()).offers).toHaveLength(1)
})

test('events of other names or shapes are ignored', async () => {
  const odd = [
    anEvent('estimate', { seconds: 4 }),
    anEvent('queued', { position: 'third' }),
    anEvent('toString', {}),
    'event: searching\ndata: {"attempt":\n\n',
    'data: {"no":"name"}\n\n',
  ]
  answer(() => streamed([...odd, anEvent('searching', { attempt: 2, since: 1 }), RESULT]))
  expect((await ask()).offers).toHaveLength(1)
  expect(progress).toEqual([{ event: 'searching', attempt: 2 }])
})

test('offers are also returned as they came, with the fields of a newer worker', async () => {
  const newer = { ...anAnswer(['1']).offers[0], madeOf: ['canvas'] }
  answer(() => streamed([anEvent('result', { ...anAnswer([]), offers: [newer] })]))
  const { offers, received } = await ask()
  expect(received).toEqual([newer])
  expect(offers[0]).not.toHaveProperty('madeOf')
})

test('a failure event keeps its code, detail and wait', async () => {
  answer(() => streamed([anEvent('queued', QUEUED), anEvent('error', BUSY)]))
  expect(await failure()).toEqual({ code: 'busy', detail: 'Wait.', requestId: 'r', retryAfterMs: 7 })
})

test('a failure before the stream is a plain response', async () => {
  answer(() => Response.json(BUSY, { status: 503 }))
  expect(await failure()).toEqual({ code: 'busy', detail: 'Wait.', requestId: 'r', retryAfterMs: 7 })
})

test('a broken stream means that the proxy cannot be reached, or that there is no network', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  answer(() => streamed([anEvent('queued', QUEUED), 'event: result\ndata: {"sea', undefined]))
  expect(await failure()).toEqual({ code: 'proxy_unreachable' })
  vi.stubGlobal('navigator', { onLine: false })
  expect(await failure()).toEqual({ code: 'offline' })
})

test.each([
  ['nothing', ''],
  ['progress only', anEvent('queued', QUEUED)],
  ['half of a result', RESULT.slice(0, -5)],
  ['a result of another shape', anEvent('result', { offers: 'none' })],
  ['a failure that is in no table', anEvent('error', { code: 'odd' })],
])('a stream that ends with %s is a bad answer', async (_, text) => {
  answer(() => streamed([text]))
  expect(await failure()).toEqual({ code: 'proxy_bad_answer' })
})

test('an endless line is a bad answer', async () => {
  const piece = 'x'.repeat(1_000_000)
  answer(() => streamed(['event: result\ndata: "', ...Array(9).fill(piece)]))
  expect(await failure()).toEqual({ code: 'proxy_bad_answer' })
})

test('a stream that stalls times out after 28 seconds', async () => {
  const timeout = new AbortController()
  const spy = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal)
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream({
      start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
    })
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
  })
  const asked = failure()
  await vi.waitFor(() => expect(spy).toHaveBeenCalledWith(28_000))
  timeout.abort()
  expect(await asked).toEqual({ code: 'proxy_timeout' })
})

test('the result ends the stream', async () => {
  let isCancelled = false
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(RESULT)),
    cancel: () => {
      isCancelled = true
    },
  })
  answer(() => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }))
  expect((await ask()).offers).toHaveLength(1)
  await vi.waitFor(() => expect(isCancelled).toBe(true))
})
