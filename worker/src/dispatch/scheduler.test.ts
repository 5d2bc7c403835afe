import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { NaiveQueue } from '../testing/naive-queue.ts'
import { shareAdmittedLater } from '../testing/refusals.ts'
import { mostInWindow, quantile, simulate } from '../testing/simulation.ts'
import type { SimulationResult, World } from '../testing/world.ts'
import { spacingOf } from './rate-limiter.ts'
import { createScheduler, MAX_IN_FLIGHT, pacedScheduler, type ScheduleState } from './scheduler.ts'

const SEED = 1688
const CALLS = env.SIMULATION === 'whole' ? 1_000_000 : 100_000
const make: World['make'] = (nowMs, stored) => pacedScheduler(3, nowMs, stored)
const naive: World['make'] = () => new NaiveQueue(spacingOf(3))

/** Everything that can go wrong, all at once. */
const ROUGH = {
  seed: SEED,
  crowds: [
    { clients: 40, rate: 0.05 },
    { clients: 1, rate: 2 },
  ],
  twoCalls: 0.5,
  failing: 0.02,
  throttling: 0.00002,
  leaving: 0.05,
  evictedEveryMs: 15_000,
  clockSetEveryMs: 20_000,
}

describe(`${CALLS} calls with evictions, clock changes, jitter, failures and callers that leave`, () => {
  let rough: SimulationResult
  test('never put more than three into a second', { timeout: 300_000 }, () => {
    rough = simulate({ ...ROUGH, make, dispatches: CALLS })
    expect(rough.arrivals.length).toBe(CALLS)
    expect(mostInWindow(rough.arrivals)).toBeLessThanOrEqual(3)
  })

  test('are retried, in any minute, at most three times and once more per ten first attempts', () => {
    expect(rough.firsts.retries.length).toBeGreaterThan(1000)
    expect(worstMinute(rough)).toBeLessThanOrEqual(0)
  })

  test('end every admitted search once, by its deadline', () => {
    expect(rough.unfinished).toBe(0)
  })

  test('are never spent on a search that cannot finish in time or that no one waits for', () => {
    expect(rough.wasted).toBe(0)
  })

  test('stay within the limits on waiting searches and on calls in flight', () => {
    expect(rough.mostWaiting).toBeLessThanOrEqual(64 + 2 * MAX_IN_FLIGHT)
    expect(rough.mostInFlight).toBeLessThanOrEqual(MAX_IN_FLIGHT)
  })

  test('wait at least a second after one was throttled', () => {
    expect(rough.leastAfterThrottleMs).toBeGreaterThanOrEqual(1000)
    expect(rough.leastAfterThrottleMs).toBeLessThan(Number.POSITIVE_INFINITY)
  })
})

describe('the same rules would be broken', () => {
  const shorter = { ...ROUGH, dispatches: 20_000 }

  test('by calls 334 ms apart', () => {
    const tight: World['make'] = (nowMs, stored) => createScheduler(334, nowMs, stored)
    expect(mostInWindow(simulate({ ...shorter, make: tight }).arrivals)).toBeGreaterThan(3)
  })

  test('by a slot that is only in memory', () => {
    const forgetful: World['make'] = (nowMs) => pacedScheduler(3, nowMs)
    expect(mostInWindow(simulate({ ...shorter, make: forgetful }).arrivals)).toBeGreaterThan(3)
  })

  test('by trusting a clock that is set back or forth', () => {
    const trusting: World['make'] = (nowMs, stored) => {
      const leftMs = (stored?.notBeforeMs ?? 0) - nowMs
      return leftMs > 0 ? pacedScheduler(3, nowMs, stored) : pacedScheduler(3, nowMs)
    }
    const restless = { ...shorter, evictedEveryMs: 2000, clockSetEveryMs: 1000 }
    expect(mostInWindow(simulate({ ...restless, make: trusting }).arrivals)).toBeGreaterThan(3)
    expect(mostInWindow(simulate({ ...restless, make }).arrivals)).toBeLessThanOrEqual(3)
  })

  test('without a retry budget', () => {
    const generous: World['make'] = (nowMs, stored) => {
      const scheduler = make(nowMs, stored)
      scheduler.takeRetry = () => true
      return scheduler
    }
    expect(worstMinute(simulate({ ...shorter, failing: 0.3, make: generous }))).toBeGreaterThan(0)
  })

  test('without regard to deadlines and to callers that left', () => {
    expect(simulate({ ...shorter, make: naive }).wasted).toBeGreaterThan(0)
  })

  test('without a limit on calls in flight', () => {
    const slow = { ...shorter, latencyMs: [3000, 6000] as [number, number] }
    expect(simulate({ ...slow, make: naive }).mostInFlight).toBeGreaterThan(MAX_IN_FLIGHT)
    expect(simulate({ ...slow, make }).mostInFlight).toBeLessThanOrEqual(MAX_IN_FLIGHT)
  })

  test('by ignoring throttled calls', () => {
    const deaf = { ...shorter, throttling: 0.01 }
    expect(simulate({ ...deaf, make: naive }).leastAfterThrottleMs).toBeLessThan(1000)
    expect(simulate({ ...deaf, make }).leastAfterThrottleMs).toBeGreaterThanOrEqual(1000)
  })

  test('by keeping searches that were cancelled', () => {
    const forgetful: World['make'] = (nowMs, stored) => {
      const scheduler = make(nowMs, stored)
      scheduler.cancel = () => {}
      return scheduler
    }
    expect(simulate({ ...shorter, leaving: 0.5, make: forgetful }).wasted).toBeGreaterThan(0)
  })
})

describe('next to one client with ten searches a second', () => {
  const crowds = [
    { clients: 1, rate: 10 },
    { clients: 20, rate: 1 / 15, isSteady: true },
  ]
  const world = { seed: SEED, crowds, forMs: 3_600_000 }

  test('twenty light clients are never refused, and 95 % of their searches wait two seconds at most', () => {
    const { refused, waits, asked } = simulate({ ...world, make })
    expect(asked[1]).toBeGreaterThan(3000)
    expect(refused[1]).toBe(0)
    expect(quantile(waits[1] ?? [], 0.95)).toBeLessThanOrEqual(2000)
  })

  test('first in, first out would refuse them', () => {
    const { refused, asked } = simulate({ ...world, make: naive })
    expect((refused[1] ?? 0) / (asked[1] ?? 1)).toBeGreaterThan(0.5)
  })
})

describe('with five times as many searches as may be sent', () => {
  const world = { seed: SEED, crowds: [{ clients: 100, rate: 0.15 }], forMs: 3_600_000 }
  const used = ({ arrivals, elapsedMs }: SimulationResult) => (arrivals.length * spacingOf(3)) / elapsedMs

  test('the allowed rate is used, and 95 % of the admitted searches wait three seconds at most', () => {
    const result = simulate({ ...world, make })
    expect(used(result)).toBeGreaterThanOrEqual(0.95)
    expect(quantile(result.waits[0] ?? [], 0.95)).toBeLessThanOrEqual(3000)
  })

  test('first in, first out with a limit of eight seconds would make everyone wait as long', () => {
    expect(quantile(simulate({ ...world, make: naive }).waits[0] ?? [], 0.95)).toBeGreaterThan(3000)
  })
})

describe('the announced wait', () => {
  test.each([
    ['one call a search', 0],
    ['two calls a search', 1],
  ])('is within a fifth of the real one in the median, with %s', (_name, twoCalls) => {
    const world = { seed: SEED, crowds: [{ clients: 30, rate: 0.08 / (1 + twoCalls) }], twoCalls }
    const { estimates } = simulate({ ...world, make, forMs: 3_600_000 })
    const waited = estimates.filter(({ realMs }) => realMs > 0)
    expect(waited.length).toBeGreaterThan(500)
    const errors = waited.map(({ announcedMs, realMs }) => Math.abs(announcedMs - realMs) / realMs)
    expect(quantile(errors, 0.5)).toBeLessThanOrEqual(0.2)
  })
})

describe('a client that is refused and tries again after `retryAfterMs`', () => {
  test('is admitted if no one else came meanwhile', () => {
    expect(shareAdmittedLater(make, (told) => told)).toBeGreaterThanOrEqual(0.99)
  })

  test('would not be after a constant second', () => {
    expect(shareAdmittedLater(make, () => 1000)).toBeLessThan(0.99)
  })
})

/** By how much the worst minute exceeds its allowance. */
function worstMinute({ firsts: { at, retries } }: SimulationResult): number {
  let worst = Number.NEGATIVE_INFINITY
  let [firstAt, lastAt, firstRetry] = [0, 0, 0]
  for (let last = 0; last < retries.length; last++) {
    const to = retries[last] ?? 0
    while ((retries[firstRetry] ?? 0) <= to - 60_000) firstRetry++
    while ((at[firstAt] ?? Number.POSITIVE_INFINITY) <= to - 60_000) firstAt++
    while ((at[lastAt] ?? Number.POSITIVE_INFINITY) <= to) lastAt++
    worst = Math.max(worst, last - firstRetry + 1 - (3 + (lastAt - firstAt) / 10))
  }
  return worst
}

test('a record from before the clock was set back does not stop the queue', () => {
  const stored: ScheduleState = { notBeforeMs: 10_000_000 }
  expect(pacedScheduler(3, 1_000_000, stored).takeHoldMs()).toBeLessThanOrEqual(2000)
})

test('a search whose call is being prepared counts in the wait of the next one', () => {
  const scheduler = pacedScheduler(3, 0)
  const ticket = (client: string) => ({
    client,
    lane: 'search' as const,
    calls: 1,
    bytes: 0,
    deadlineAtMs: 25_000,
  })
  const [first, second, gone] = [ticket('first'), ticket('second'), ticket('gone')]
  scheduler.admit(first, 0)
  expect(scheduler.next(0).ticket).toBe(first)
  scheduler.admit(second, 0)
  expect(scheduler.positionOf(second, 0)?.waitMs).toBe(spacingOf(3))
  scheduler.sent(first, false, 0)
  expect(scheduler.positionOf(second, 0)?.waitMs).toBe(spacingOf(3))
  scheduler.cancel(second)
  scheduler.admit(gone, 1000)
  scheduler.next(1000)
  scheduler.cancel(gone)
  scheduler.admit(second, 1000)
  expect(scheduler.positionOf(second, 1000)?.waitMs).toBe(0)
})
