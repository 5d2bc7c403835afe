import { describe, expect, test } from 'vitest'
import { shareAdmittedLater } from '../testing/refusals.ts'
import { mostInWindow, quantile, simulate } from '../testing/simulation.ts'
import type { SimulationResult, World } from '../testing/world.ts'
import { spacingOf } from './rate-limiter.ts'
import { MAX_IN_FLIGHT, pacedScheduler } from './scheduler.ts'
import type { Lane, Ticket } from './ticket.ts'

const SEED = 1688
const MIB = 1024 * 1024
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
        if (ticket.lane === 'batch') scheduler.promote(ticket, ticket.client)
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

describe('order', () => {
  test('people, offer details, then batch searches, whose further calls come first', () => {
    const queue = queueOf()
    for (const lane of ['batch', 'detail', 'search'] as const) queue.admit(lane, lane)
    queue.scheduler.followUp(queue.ticket('batch', 'further'))
    expect(queue.served()).toEqual(['search', 'detail', 'further', 'batch'])
  })

  test('a further call goes before people when its search would otherwise run out of time', () => {
    const queue = queueOf()
    queue.admit('search', 'person')
    queue.scheduler.followUp(queue.ticket('batch', 'further', { budgetMs: 9000 }))
    expect(queue.served()).toEqual(['further', 'person'])
  })

  test('four batch calls in flight leave a connection to people', () => {
    const queue = queueOf()
    for (let i = 0; i < 6; i++) queue.admit('batch', 'bulk')
    for (let i = 0; i < 4; i++) expect(queue.send({ isAnswered: false })?.client).toBe('bulk')
    expect(queue.send()).toBeUndefined()
    queue.admit('search', 'person')
    expect(queue.send()?.client).toBe('person')
  })

  test('a batch search whose time ran out while people were served is dropped at once', () => {
    const queue = queueOf()
    queue.admit('batch', 'bulk', { budgetMs: 5000 })
    queue.admit('search', 'person')
    queue.nowMs += 4000
    const { ticket, late } = queue.scheduler.next(queue.nowMs)
    expect(ticket?.client).toBe('person')
    expect(late.map(({ client }) => client)).toEqual(['bulk'])
  })
})

describe('a person who wants what a batch search is about to fetch', () => {
  test('takes it along out of the batch lane, in a turn of their own', () => {
    const queue = queueOf()
    for (let i = 0; i < 3; i++) queue.admit('batch', 'bulk')
    const wanted = queue.ticket('batch', 'bulk')
    queue.scheduler.admit(wanted, queue.nowMs)
    queue.admit('search', 'person')
    queue.scheduler.promote(wanted, 'joining')
    expect(queue.scheduler.positionOf(wanted, queue.nowMs)?.position).toBe(2)
    expect(queue.served()).toEqual(['person', 'joining', 'bulk', 'bulk', 'bulk'])
  })

  test('takes its further call along, whether it waits or is yet to come', () => {
    const queue = queueOf()
    const [waiting, underWay] = [queue.ticket('batch', 'waiting'), queue.ticket('batch', 'under way')]
    queue.scheduler.followUp(waiting)
    queue.admit('search', 'person')
    for (const ticket of [waiting, underWay]) queue.scheduler.promote(ticket, ticket.client)
    queue.scheduler.followUp(underWay)
    expect(queue.served()).toEqual(['waiting', 'under way', 'person'])
  })

  test('changes nothing for a search that is no batch search', () => {
    const queue = queueOf()
    const detail = queue.ticket('detail', 'one')
    queue.scheduler.admit(detail, queue.nowMs)
    queue.scheduler.promote(detail, 'other')
    expect(detail).toMatchObject({ lane: 'detail', client: 'one' })
    expect(queue.served()).toEqual(['one'])
  })
})

test('batch searches leave the last retry to people', () => {
  const queue = queueOf()
  const [bulk, person] = [queue.ticket('batch', 'bulk'), queue.ticket('search', 'person')]
  const takes = [bulk, bulk, bulk, person, person].map((one) => queue.scheduler.takeRetry(one, queue.nowMs))
  expect(takes).toEqual([true, true, false, true, false])
})

describe('memory', () => {
  test('batch searches take half of it at most', () => {
    const queue = queueOf()
    for (let i = 0; i < 5; i++)
      expect(queue.admit('batch', 'bulk', { bytes: 2 * MIB })).toEqual({ displaced: [] })
    expect(queue.admit('batch', 'bulk', { bytes: 2 * MIB })).toMatchObject({ refused: { code: 'busy' } })
    expect(queue.admit('search', 'person', { bytes: 5 * MIB })).toEqual({ displaced: [] })
  })

  test('people displace batch searches, those first that would leave last, and only as many as it takes', () => {
    const queue = queueOf()
    const batch = ['a', 'b', 'a', 'a'].map((client) => queue.ticket('batch', client, { bytes: 2 * MIB }))
    for (const ticket of batch) queue.scheduler.admit(ticket, queue.nowMs)
    queue.admit('search', 'person', { bytes: 5 * MIB })
    queue.admit('search', 'person', { bytes: 5 * MIB })
    expect(queue.admit('search', 'third', { bytes: 5 * MIB })).toEqual({ displaced: [batch[3], batch[2]] })
    expect(queue.admit('search', 'fourth', { bytes: 6 * MIB })).toMatchObject({ refused: { code: 'busy' } })
    expect(queue.served()).toEqual(['person', 'third', 'person', 'a', 'b'])
  })

  test('a refused picture is told when there is room for it', () => {
    const queue = queueOf()
    for (let i = 0; i < 8; i++) queue.admit('batch', 'bulk', { bytes: 1.25 * MIB })
    const refused = queue.admit('batch', 'bulk', { bytes: 5 * MIB })
    // All of them have to leave, at three a second, and be answered.
    const retryAfterMs = 'refused' in refused ? refused.refused.retryAfterMs : 0
    expect(retryAfterMs).toBeGreaterThan(8 * spacingOf(3))
    expect(retryAfterMs).toBeLessThan(12 * spacingOf(3))
  })
})

interface TicketOptions {
  bytes?: number
  budgetMs?: number
}

/** A scheduler, and a clock that moves on with each call sent. */
function queueOf() {
  const scheduler = pacedScheduler(3, 1_000_000)
  const queue = {
    scheduler,
    nowMs: 1_000_000,
    ticket: (lane: Lane, client: string, { bytes = 0, budgetMs = 25_000 }: TicketOptions = {}): Ticket => ({
      client,
      lane,
      calls: 1,
      bytes,
      deadlineAtMs: queue.nowMs + budgetMs,
    }),
    admit: (lane: Lane, client: string, options?: TicketOptions) =>
      scheduler.admit(queue.ticket(lane, client, options), queue.nowMs),
    send: ({ isAnswered = true } = {}) => {
      const { ticket } = scheduler.next(queue.nowMs)
      if (!ticket) return undefined
      scheduler.sent(ticket, false, queue.nowMs)
      queue.nowMs += scheduler.takeHoldMs()
      if (isAnswered) scheduler.completed(ticket, 'answered', queue.nowMs)
      return ticket
    },
    served: () => {
      const clients: string[] = []
      for (let ticket = queue.send(); ticket; ticket = queue.send()) clients.push(ticket.client)
      return clients
    },
  }
  return queue
}
