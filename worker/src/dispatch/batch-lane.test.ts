import { describe, expect, test } from 'vitest'
import { queueOf } from '../testing/queue.ts'
import { shareAdmittedLater } from '../testing/refusals.ts'
import { mostInWindow, quantile, simulate } from '../testing/simulation.ts'
import type { SimulationResult, World } from '../testing/world.ts'
import { spacingOf } from './rate-limiter.ts'
import { MAX_IN_FLIGHT, pacedScheduler } from './scheduler.ts'

const SEED = 1688
const make: World['make'] = (nowMs, stored) => pacedScheduler(3, nowMs, stored)
const used = ({ arrivals, elapsedMs }: SimulationResult) => (arrivals.length * spacingOf(3)) / elapsedMs
const BATCH = { clients: 3, loops: 4, priority: 'batch' as const }

describe('batch searches alone', () => {
  test.each([
    ['one call a search', 0],
    ['two calls a search', 1],
  ])('use the allowed rate, with %s and three searches of one client', (_name, twoCalls) => {
    const crowds = [{ clients: 1, loops: 3, priority: 'batch' as const }]
    const result = simulate({ seed: SEED, make, crowds, twoCalls, forMs: 1_800_000 })
    expect(used(result)).toBeGreaterThanOrEqual(0.97)
    expect(result.refused).toEqual([0])
  })

  test('are served in turns, however many each client has', () => {
    const crowds = [12, 3, 3, 3].map((loops) => ({ clients: 1, loops, priority: 'batch' as const }))
    const { calls } = simulate({ seed: SEED, make, crowds, forMs: 1_800_000 })
    const fair = calls.reduce((sum, own) => sum + own) / 4
    for (const own of calls) expect(own / fair).toBeGreaterThan(0.95)
  })
})

describe('next to as many batch searches as are admitted', () => {
  const play = (twoCalls: number, create = make) =>
    simulate({
      seed: SEED,
      make: create,
      crowds: [{ clients: 10, rate: 0.133 / (1 + twoCalls), isSteady: true }, BATCH],
      twoCalls,
      forMs: 3_600_000,
    })

  test.each([
    ['one call a search', 0],
    ['two calls a search', 1],
  ])('with %s, ten people are never refused and wait two seconds at most at p95', (_n, two) => {
    const result = play(two)
    expect(result.asked[0]).toBeGreaterThan(2000)
    expect(result.refused[0]).toBe(0)
    expect(quantile(result.waits[0] ?? [], 0.95)).toBeLessThanOrEqual(2000)
    expect(result.overtaking).toBe(0)
    expect(result.wasted + result.unfinished).toBe(0)
    expect(used(result)).toBeGreaterThanOrEqual(0.97)
  })

  test('they would wait longer in one lane with them', () => {
    const shared: World['make'] = (nowMs, stored) => {
      const scheduler = make(nowMs, stored)
      const admit = scheduler.admit.bind(scheduler)
      scheduler.admit = (ticket, at) => {
        if (ticket.lane === 'batch') scheduler.promote(ticket, ticket.client, 'search')
        return admit(ticket, at)
      }
      return scheduler
    }
    expect(quantile(play(1, shared).waits[0] ?? [], 0.95)).toBeGreaterThan(2000)
  })

  test('they find a connection free, even if the platform is slow', () => {
    const crowds = [{ clients: 10, rate: 0.05, isSteady: true }, BATCH]
    const world = { seed: SEED, make, crowds, forMs: 3_600_000 }
    const { waits, refused, mostInFlight } = simulate({ ...world, latencyMs: [2000, 6000] })
    expect(quantile(waits[0] ?? [], 0.95)).toBeLessThanOrEqual(2000)
    expect(refused[0]).toBe(0)
    expect(mostInFlight).toBe(MAX_IN_FLIGHT)
  })
})

test('batch searches break no limit when everything goes wrong at once', () => {
  const result = simulate({
    seed: SEED,
    make,
    crowds: [{ clients: 20, rate: 0.04 }, BATCH],
    twoCalls: 0.5,
    failing: 0.02,
    throttling: 0.0001,
    leaving: 0.05,
    evictedEveryMs: 15_000,
    clockSetEveryMs: 20_000,
    dispatches: 30_000,
  })
  expect(mostInWindow(result.arrivals)).toBeLessThanOrEqual(3)
  expect(result.calls[1]).toBeGreaterThan(5000)
  expect(result.wasted + result.unfinished).toBe(0)
  expect(result.mostInFlight).toBeLessThanOrEqual(MAX_IN_FLIGHT)
  expect(result.leastAfterThrottleMs).toBeGreaterThanOrEqual(1000)
})

describe('a batch search that is refused and tries again after `retryAfterMs`', () => {
  const FILLS = [
    { lane: 'batch' as const },
    { lane: 'batch' as const, callsEach: 2 },
    { lane: 'batch' as const, people: 4 },
    { lane: 'batch' as const, callsEach: 2, people: 1.4 },
  ]

  test.each(FILLS)('is admitted if no one else came meanwhile: %o', (fill) => {
    expect(shareAdmittedLater(make, (told) => told, fill)).toBeGreaterThanOrEqual(0.99)
  })

  test('would not be after a constant second', () => {
    expect(shareAdmittedLater(make, () => 1000, FILLS[3])).toBeLessThan(0.99)
  })

  test.each([
    ['one client', 1, 40],
    ['five clients', 5, 8],
  ])(
    'is refused once more at most on average where there are twice as many as places, of %s',
    (_, clients, loops) => {
      const crowds = [{ clients, loops, priority: 'batch' as const }]
      const result = simulate({ seed: SEED, make, crowds, forMs: 1_800_000 })
      const [asked = 0, refused = 0] = [result.asked[0], result.refused[0]]
      expect(refused).toBeGreaterThan(1000)
      expect(refused / (asked - refused)).toBeLessThan(1.2)
      expect(used(result)).toBeGreaterThanOrEqual(0.97)
    },
  )

  test('is told a longer time while people take most of the rate', () => {
    // Two people wait: after them alone it would be its turn within a second.
    const queue = queueOf()
    for (let i = 0; i < 200; i++) {
      queue.admit('search', `person ${i}`)
      if (i > 1) queue.send()
    }
    const refused = queue.admit('batch', 'bulk')
    expect(refused).toMatchObject({ refused: { code: 'busy' } })
    expect('refused' in refused && refused.refused.retryAfterMs).toBeGreaterThan(2000)
  })
})

test('batch searches leave the last retry to people', () => {
  const queue = queueOf()
  const [bulk, person] = [queue.ticket('batch', 'bulk'), queue.ticket('search', 'person')]
  const takes = [bulk, bulk, bulk, person, person].map((one) => queue.scheduler.takeRetry(one, queue.nowMs))
  expect(takes).toEqual([true, true, false, true, false])
})
