import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Client, createClient } from './client.ts'
import type { ApiError } from './failure.ts'
import { createOperator } from './operator.ts'
import { ANSWER, events, fakeWorker, json, problem, type Reply } from './testing/fake-worker.ts'

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const CONNECTION = { address: 'https://worker.example', key: 'f1688_key' }
const BROKEN = new TypeError('fetch failed')
const USAGE = {
  client: { id: '00', name: 'Li' },
  dailySearches: { limit: null, used: 0, resetsAt: '2026-11-29T00:00:00.000Z' },
  expiresAt: null,
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type OnRetry = (failure: ApiError, waitMs: number) => void
type Work = (client: Client, onRetry: OnRetry) => Promise<unknown>

/** What came of it, how often it was sent, and the waits before each time but the first, in ms. */
async function outcome(work: Work, replies: Reply[], retries = {}) {
  const { fetch, sent } = fakeWorker(...replies)
  const waits: number[] = []
  const working = work(createClient(CONNECTION, { fetch, retries }), (_, waitMs) => waits.push(waitMs))
  const result = await withTimers(
    working.then(
      () => 'answered',
      ({ code }: ApiError) => code,
    ),
  )
  return { result, sent: sent.length, waits }
}

/** Lets the time pass that it waits for. */
async function withTimers<T>(work: Promise<T>): Promise<T> {
  let isDone = false
  const end = () => {
    isDone = true
  }
  work.then(end, end)
  while (!isDone) await vi.advanceTimersByTimeAsync(1000)
  return work
}

const search: Work = (client, onRetry) => client.search(JPEG, {}, { onRetry })
const batch: Work = (client, onRetry) => client.search(JPEG, { priority: 'batch' }, { onRetry })
const offer: Work = (client, onRetry) => client.offer('710891050473', {}, { onRetry })
const usage: Work = (client, onRetry) => client.usage({ onRetry })

describe('a failure before any call left is waited out, as long as the worker says', () => {
  test.each([
    ['busy', 503],
    ['rate_limited', 429],
  ] as const)('%s', async (code, status) => {
    const replies = [problem(status, code, 3000), problem(status, code, 5000), json(ANSWER)]
    const { result, sent, waits } = await outcome(search, replies)
    expect([result, sent]).toEqual(['answered', 3])
    expect(waits[0]).toBeGreaterThanOrEqual(3000)
    expect(waits[0]).toBeLessThan(3300)
    expect(waits[1]).toBeGreaterThanOrEqual(5000)
  })

  test('also as the last event of a stream', async () => {
    const data = await problem(503, 'busy', 2000).text()
    const listen: Work = (client) => client.search(JPEG, {}, { onProgress: () => {} })
    expect(await outcome(listen, [events(`event: error\ndata: ${data}\n\n`), json(ANSWER)])).toMatchObject({
      result: 'answered',
      sent: 2,
    })
  })

  test('also if the day ends in a moment', async () => {
    const replies = [problem(429, 'quota_exhausted', 20_000), json(ANSWER)]
    expect(await outcome(search, replies)).toMatchObject({ result: 'answered', sent: 2 })
  })

  test('by the header alone', async () => {
    const busy = problem(503, 'busy')
    busy.headers.set('Retry-After', '4')
    const { result, waits } = await outcome(search, [busy, json(ANSWER)])
    expect(result).toBe('answered')
    expect(waits[0]).toBeGreaterThanOrEqual(4000)
  })
})

describe('it ends', () => {
  test('after four attempts', async () => {
    expect(await outcome(search, [problem(503, 'busy', 1000)])).toMatchObject({ result: 'busy', sent: 4 })
  })

  test('at once if the wait is longer than a minute in all', async () => {
    const replies = [problem(503, 'busy', 25_000), problem(429, 'rate_limited', 40_000), json(ANSWER)]
    expect(await outcome(search, replies)).toMatchObject({ result: 'rate_limited', sent: 2 })
  })

  test('at once if the day has hours left', async () => {
    const replies = [problem(429, 'quota_exhausted', 3_600_000), json(ANSWER)]
    expect(await outcome(search, replies)).toMatchObject({ result: 'quota_exhausted', sent: 1 })
  })

  test('where the caller says', async () => {
    const replies = [problem(503, 'busy', 1000)]
    expect(await outcome(search, replies, { attempts: 2 })).toMatchObject({ sent: 2 })
    expect(await outcome(search, replies, { attempts: 1 })).toMatchObject({ sent: 1 })
    expect(await outcome(search, replies, { maxWaitMs: 900 })).toMatchObject({ sent: 1 })
  })

  test('while it waits, if the caller stops', async () => {
    const stop = new AbortController()
    const stopped: Work = (client) =>
      client.search(JPEG, {}, { signal: stop.signal, onRetry: () => stop.abort(new Error('enough')) })
    expect(await outcome(stopped, [problem(503, 'busy', 1000)])).toMatchObject({ result: 'aborted', sent: 1 })
  })
})

describe('what may have been paid for is not paid for again', () => {
  const PAID = [
    [502, 'upstream_unavailable'],
    [502, 'upstream_bad_response'],
    [503, 'upstream_throttled'],
    [504, 'upstream_timeout'],
    [500, 'internal'],
  ] as const
  test.each(PAID)('%i %s, although the worker says when to come back', async (status, code) => {
    for (const work of [search, batch, offer])
      expect(await outcome(work, [problem(status, code, 1000)])).toMatchObject({ result: code, sent: 1 })
  })

  test.each<[string, Reply]>([
    ['proxy_unreachable', BROKEN],
    ['proxy_unreachable', new Response('', { status: 502, headers: { 'Retry-After': '1' } })],
    ['proxy_cut_off', events('event: queued\ndata: {"position":1,"waitMs":0}\n\n', undefined)],
  ])("%s of a person's search or offer", async (code, reply) => {
    for (const work of [search, offer])
      expect(await outcome(work, [reply])).toMatchObject({ result: code, sent: 1 })
  })
})

test('a batch search that breaks off is sent again: the worker finishes it, and counts it once', async () => {
  const cut = () => events('event: queued\ndata: {"position":1,"waitMs":0}\n\n', undefined)
  const { result, sent, waits } = await outcome(batch, [BROKEN, cut, json(ANSWER)])
  expect([result, sent]).toEqual(['answered', 3])
  expect(waits[1]).toBeGreaterThan(1.5 * (waits[0] ?? 0))
})

test('what costs nothing is asked again after a broken connection, and where waiting helps', async () => {
  expect(await outcome(usage, [BROKEN, json(USAGE)])).toMatchObject({ result: 'answered', sent: 2 })
  const replies = [problem(502, 'upstream_unavailable', 2000), json(USAGE)]
  expect(await outcome(usage, replies)).toMatchObject({ result: 'answered', sent: 2 })
})

test.each([
  ['unauthorized', problem(401, 'unauthorized')],
  ['not_configured', problem(503, 'not_configured')],
  ['proxy_bad_answer', new Response('<html>Log in</html>')],
  ['proxy_redirected', new Response(null, { status: 302, headers: { Location: 'https://login.example' } })],
])('%s is not asked again: waiting does not help', async (code, reply) => {
  for (const work of [usage, search])
    expect(await outcome(work, [reply])).toMatchObject({ result: code, sent: 1 })
})

test('what would be done twice is not sent twice', async () => {
  const { fetch, sent } = fakeWorker(BROKEN)
  const operator = createOperator({ address: CONNECTION.address, adminToken: 'admin-token-0123' }, { fetch })
  for (const work of [
    () => operator.createClient({ name: 'Li' }),
    () => operator.revoke('00'),
    () => operator.doctor(),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'proxy_unreachable' })
  expect(sent.map(({ method }) => method)).toEqual(['POST', 'DELETE', 'GET'])
})

test('a picture that its caller overwrites meanwhile is sent again as it was', async () => {
  const { fetch, sent } = fakeWorker(problem(503, 'busy', 1000), json(ANSWER))
  const picture = Uint8Array.from(JPEG)
  const searched = createClient(CONNECTION, { fetch }).search(picture, {}, { onRetry: () => picture.fill(0) })
  await withTimers(searched)
  expect(sent.map(({ body }) => [...body])).toEqual([[...JPEG], [...JPEG]])
})
