import type { ErrorCode } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { businessFailure } from '../gateway/business-failure.ts'
import { errorOfCode, errorOfStatus, type GatewayError, timedOut } from '../gateway/errors.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { FakeClock } from '../testing/clock.ts'
import type { Progress } from './progress.ts'
import { spacingOf } from './rate-limiter.ts'
import { retryingCalls } from './retries.ts'
import { pacedScheduler } from './scheduler.ts'
import { createSender } from './sender.ts'

const BUDGET_MS = 25_000
const OK: GatewayResponse = { status: 200, body: {} }
const prepare = async () => ({ url: 'https://gateway.test', params: {} })

/** A search whose attempts each take some time and then end as given; the last end also serves all further attempts. */
function scene(ends: (GatewayResponse | Error)[], attemptMs = 100, budgetMs = BUDGET_MS, successor = false) {
  const clock = new FakeClock()
  const startedAt = clock.now()
  const stop = new AbortController()
  const sent: { at: number; timeoutMs: number }[] = []
  const progress: Progress[] = []
  const sender = createSender(
    pacedScheduler(3, clock.now()),
    { save: () => {}, written: async () => {} },
    clock,
  )
  const ticket = {
    client: 'one',
    lane: 'search' as const,
    calls: 1,
    bytes: 0,
    deadlineAtMs: startedAt + budgetMs,
  }
  const app = { appKey: 'key', appSecret: 'secret', accessToken: 'token' }
  const call = retryingCalls({
    signal: stop.signal,
    sender,
    ticket,
    clock,
    credentials: { current: async () => app, renew: async () => successor },
    onProgress: (event) => progress.push(event),
    post: async (signal, _url, _params, timeoutMs) => {
      sent.push({ at: clock.now() - startedAt, timeoutMs })
      const end = ends[Math.min(sent.length, ends.length) - 1]
      await clock.sleep(Math.min(attemptMs, timeoutMs))
      if (attemptMs >= timeoutMs || signal.aborted) throw timedOut(timeoutMs)
      if (end instanceof Error) throw end
      return end ?? OK
    },
  })
  const outcome = async (calls = 1) => {
    const results = (async () => {
      for (let i = 1; i < calls; i++) await call(prepare, () => 'read')
      return call(prepare, () => 'read')
    })().catch((error: { code: string }) => error.code)
    await clock.run()
    return results
  }
  return { clock, stop, sent, progress, call, outcome, startedAt }
}

describe('a call is retried', () => {
  test.each([timedOut(8000), errorOfStatus(502)])(
    'at most twice, each time in a slot of its own',
    async (end) => {
      const { sent, outcome } = scene([end])
      expect(await outcome()).toBe(end.code)
      const times = sent.map(({ at }) => at)
      expect(times).toHaveLength(3)
      for (const [i, at] of times.slice(1).entries())
        expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(spacingOf(3))
    },
  )

  test('until it works', async () => {
    const { sent, outcome } = scene([timedOut(8000), OK])
    expect(await outcome()).toBe('read')
    expect(sent).toHaveLength(2)
  })

  test('twice in one search, however many calls it makes', async () => {
    const { sent, outcome } = scene([timedOut(8000), OK, timedOut(8000), timedOut(8000)])
    expect(await outcome(2)).toBe('upstream_timeout')
    expect(sent).toHaveLength(4)
  })

  test('never, if a retry cannot help', async () => {
    const { sent, outcome } = scene([errorOfStatus(401)])
    expect(await outcome()).toBe('upstream_unauthorized')
    expect(sent).toHaveLength(1)
  })

  test('with a fresh token, if the current one was refused', async () => {
    const { sent, outcome } = scene([errorOfStatus(401), OK], 100, BUDGET_MS, true)
    expect(await outcome()).toBe('read')
    expect(sent).toHaveLength(2)
  })

  test('after a pause of a second, if the platform is throttling', async () => {
    const { sent, outcome } = scene([errorOfStatus(429), OK])
    expect(await outcome()).toBe('read')
    expect((sent[1]?.at ?? 0) - 100).toBeGreaterThanOrEqual(1000)
  })
})

test('a waiting request is sent its position, each attempt, and the reason and time of each retry', async () => {
  const { progress, sent, outcome } = scene([errorOfStatus(429), OK])
  expect(await outcome()).toBe('read')
  const reason: ErrorCode = 'upstream_throttled'
  const waitMs = (sent[1]?.at ?? 0) - 100
  expect(progress).toEqual([
    { event: 'queued', data: { position: 1, waitMs: 0 } },
    { event: 'searching', data: { attempt: 1 } },
    { event: 'retrying', data: { reason, waitMs } },
    { event: 'searching', data: { attempt: 2 } },
  ])
})

describe('the deadline', () => {
  test('holds over all attempts', async () => {
    const { sent, outcome, clock, startedAt } = scene([OK], 60_000)
    expect(await outcome()).toBe('upstream_timeout')
    expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([8000, 8000, 8000])
    expect(clock.now() - startedAt).toBeLessThanOrEqual(BUDGET_MS)
  })

  test('shortens an attempt, and forbids one that could not finish', async () => {
    const { sent, outcome } = scene([OK], 60_000, 9000)
    expect(await outcome()).toBe('upstream_timeout')
    expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([8000])
  })

  test('is a timeout if it passes while a call is under way', async () => {
    const { clock, stop, sent, call } = scene([OK], 5000)
    const under = call(prepare, () => 'read').catch(({ code }) => code)
    await clock.run(clock.now() + 1000)
    stop.abort()
    await clock.run()
    expect(sent.length).toBeGreaterThan(0)
    expect(await under).toBe('upstream_timeout')
  })
})

test('what the platform repeats of a secret or of what it was sent is not quoted', async () => {
  const { clock, call } = scene([OK])
  const sent = { access_token: 'token', _aop_signature: 'short+sig', param: '{"a":"b c"}' }
  const repeated = 'odd secret here, short+sig short%2Bsig {"a":"b c"} there'
  const failed = call(
    async () => ({ url: 'https://gateway.test', params: sent }),
    () => {
      throw businessFailure('E', repeated, 'picture')
    },
  ).catch(({ message }: Error) => message)
  await clock.run()
  expect(await failed).toContain('“odd … here, … … … there”')
})

test.each([
  ['a failure that nobody knows', businessFailure('E', 'odd', 'picture')],
  ['a refused picture', businessFailure('E', 'image is invalid', 'picture')],
  ['an unknown app key', errorOfCode('gw.AppKeyNotFound') as Error],
])('%s is not retried, and is no outage', async (_what, end) => {
  const { sent, outcome } = scene([end], 100, BUDGET_MS, true)
  for (let search = 0; search < 12; search++) expect(await outcome()).toBe((end as GatewayError).code)
  expect(sent).toHaveLength(12)
  // An outage pauses for two seconds after ten failures in a row.
  for (const [i, { at }] of sent.entries()) expect(at - (sent[i - 1]?.at ?? at)).toBeLessThan(2000)
})

test('a refused token is replaced, by whichever words it is refused', async () => {
  for (const end of [errorOfCode('401') as Error, businessFailure('401', 'access token invalid', 'offer')]) {
    const { sent, outcome } = scene([end, OK], 100, BUDGET_MS, true)
    expect(await outcome()).toBe('read')
    expect(sent).toHaveLength(2)
  }
})
