import type { ScheduleState } from '../dispatch/scheduler.ts'
import type { CallOutcome, Ticket } from '../dispatch/ticket.ts'
import { randomFrom } from './clock.ts'
import { EventQueue } from './events.ts'
import type { SimulationResult, World } from './world.ts'

interface Search {
  crowd: number
  client: number
  ticket: Ticket
  askedAtMs: number
  deadlineAtMs: number
  clockOffset: number
  announcedMs: number
  retries: number
  isRetry: boolean
  ended: boolean
  wasSent: boolean
}

type Event =
  | { kind: 'ask'; crowd: number; client: number }
  | { kind: 'free'; life: number }
  | { kind: 'end'; life: number; search: Search; outcome: CallOutcome }
  | { kind: 'deadline' | 'leave'; search: Search }
  | { kind: 'evict' | 'set' }

const MOST_DEADLINE_LAG_MS = 250
/** From an answer to the next search of a client that searches all the time. */
const TURNAROUND_MS = 20
/** With less time left a batch search may go before people's. */
const SHORT_OF_TIME_MS = 10_000

/** Plays one app key's dispatcher against callers, a platform, evictions and clock changes. */
export function simulate(world: World): SimulationResult {
  const { crowds, jitterMs = 100, budgetMs = 25_000, latencyMs = [200, 600] } = world
  const random = randomFrom(world.seed)
  const events = new EventQueue<Event>()
  const result: SimulationResult = {
    arrivals: [],
    firsts: { at: [], retries: [] },
    waits: crowds.map(() => []),
    refused: crowds.map(() => 0),
    asked: crowds.map(() => 0),
    calls: crowds.map(() => 0),
    starved: crowds.map(() => 0),
    estimates: [],
    wasted: 0,
    overtaking: 0,
    unfinished: 0,
    mostWaiting: 0,
    mostInFlight: 0,
    leastAfterThrottleMs: Number.POSITIVE_INFINITY,
    elapsedMs: 0,
  }
  let now = 1_000_000
  let clockOffset = 0
  let life = 0
  let holds = 0
  let inFlight = 0
  let throttledAt = Number.NEGATIVE_INFINITY
  let sent = 0
  let stored: ScheduleState | undefined
  const open = new Map<Ticket, Search>()
  const waitingPeople = new Set<Search>()
  const count = (counts: number[], crowd: number) => {
    counts[crowd] = (counts[crowd] ?? 0) + 1
  }
  const wall = () => now + clockOffset
  const after = (meanMs: number) => now - Math.log(1 - random()) * meanMs
  const nextOf = (crowd: number) => {
    const { rate = 1, isSteady = false } = crowds[crowd] ?? {}
    return isSteady ? now + (1000 / rate) * (0.5 + random()) : after(1000 / rate)
  }
  let driven = world.make(wall(), undefined)

  const hold = () => {
    const ms = driven.takeHoldMs()
    if (ms <= 0) return
    holds++
    events.add(now + ms, { kind: 'free', life })
  }
  const again = ({ crowd, client }: Pick<Search, 'crowd' | 'client'>, pauseMs: number) => {
    if (crowds[crowd]?.loops) events.add(now + pauseMs, { kind: 'ask', crowd, client })
  }
  const end = (search: Search, pauseMs = TURNAROUND_MS) => {
    if (search.ended || now > search.deadlineAtMs + MOST_DEADLINE_LAG_MS) result.unfinished++
    search.ended = true
    open.delete(search.ticket)
    waitingPeople.delete(search)
    again(search, pauseMs)
  }
  const pump = () => {
    while (holds === 0) {
      const { ticket, late } = driven.next(wall())
      for (const missed of late) {
        const search = open.get(missed)
        if (!search) continue
        if (!search.wasSent) count(result.starved, search.crowd)
        end(search, driven.retryAfterMs(missed, wall()))
      }
      if (!ticket) return
      const search = open.get(ticket)
      if (search) send(search)
      else result.wasted++
    }
  }
  const send = (search: Search) => {
    // No queue can tell how late it is after a clock change; the caller's own timer can.
    const isLate = search.clockOffset === clockOffset && now > search.deadlineAtMs - 1000
    if (search.ended || isLate) result.wasted++
    waitingPeople.delete(search)
    count(result.calls, search.crowd)
    const hasTime = search.deadlineAtMs - now > SHORT_OF_TIME_MS
    if (search.ticket.lane === 'batch' && hasTime && waitingPeople.size > 0) result.overtaking++
    driven.sent(search.ticket, search.isRetry, wall())
    stored = structuredClone(driven.state)
    hold()
    sent++
    result.mostInFlight = Math.max(result.mostInFlight, ++inFlight)
    result.arrivals.push(now + random() * jitterMs)
    result.leastAfterThrottleMs = Math.min(result.leastAfterThrottleMs, now - throttledAt)
    if (search.isRetry) result.firsts.retries.push(now)
    else result.firsts.at.push(now)
    if (!search.wasSent) {
      const realMs = now - search.askedAtMs
      result.waits[search.crowd]?.push(realMs)
      if (search.announcedMs > 0) result.estimates.push({ announcedMs: search.announcedMs, realMs })
    }
    search.wasSent = true
    const [least, most] = latencyMs
    const draw = random()
    const { failing = 0, throttling = 0 } = world
    const outcome: CallOutcome =
      draw < failing
        ? { failed: 'upstream_unavailable' }
        : draw < failing + throttling
          ? 'throttled'
          : 'answered'
    events.add(now + least + random() ** 3 * (most - least), { kind: 'end', life, search, outcome })
  }
  const complete = (search: Search, outcome: CallOutcome) => {
    inFlight--
    driven.completed(search.ticket, search.ended ? 'aborted' : outcome, wall())
    if (outcome === 'throttled' && !search.ended) throttledAt = now
    hold()
    if (search.ended) return
    if (outcome !== 'answered') stored = structuredClone(driven.state)
    if (outcome === 'answered') {
      if (search.ticket.calls <= 1) return end(search)
      search.ticket.calls--
      search.isRetry = false
    } else {
      if (search.retries >= 2 || !driven.takeRetry(search.ticket, wall())) return end(search)
      search.retries++
      search.isRetry = true
    }
    driven.followUp(search.ticket)
  }
  const ask = (crowd: number, client: number) => {
    count(result.asked, crowd)
    const priority = crowds[crowd]?.priority
    const ticket: Ticket = {
      client: `${crowd}/${client}`,
      lane: priority ?? 'search',
      calls: random() < (world.twoCalls ?? 0) ? 2 : 1,
      bytes: 200_000,
      deadlineAtMs: wall() + budgetMs,
    }
    const admission = driven.admit(ticket, wall())
    if ('refused' in admission) {
      count(result.refused, crowd)
      return again({ crowd, client }, admission.refused.retryAfterMs)
    }
    for (const displaced of admission.displaced) {
      const loser = open.get(displaced)
      if (!loser) continue
      count(result.refused, loser.crowd)
      end(loser, driven.retryAfterMs(displaced, wall()))
    }
    const announcedMs = driven.positionOf(ticket, wall())?.waitMs ?? 0
    const deadlineAtMs = now + budgetMs
    const rest = { clockOffset, announcedMs, retries: 0, isRetry: false, ended: false, wasSent: false }
    const search: Search = { crowd, client, ticket, askedAtMs: now, deadlineAtMs, ...rest }
    open.set(ticket, search)
    if (priority !== 'batch') waitingPeople.add(search)
    result.mostWaiting = Math.max(result.mostWaiting, open.size - inFlight)
    events.add(deadlineAtMs, { kind: 'deadline', search })
    if (random() < (world.leaving ?? 0)) events.add(after(1500), { kind: 'leave', search })
  }

  for (const [crowd, { clients, rate = 1, loops = 1 }] of crowds.entries())
    for (let one = 0; one < clients * loops; one++)
      events.add(after(1000 / rate), { kind: 'ask', crowd, client: one % clients })
  if (world.evictedEveryMs) events.add(after(world.evictedEveryMs), { kind: 'evict' })
  if (world.clockSetEveryMs) events.add(after(world.clockSetEveryMs), { kind: 'set' })
  const startedAt = now
  const isOver = () =>
    sent >= (world.dispatches ?? Number.POSITIVE_INFINITY) ||
    now - startedAt >= (world.forMs ?? Number.POSITIVE_INFINITY)

  while (!isOver()) {
    const next = events.take()
    if (!next) break
    now = next.at
    const { event } = next
    switch (event.kind) {
      case 'ask':
        ask(event.crowd, event.client)
        if (!crowds[event.crowd]?.loops) events.add(nextOf(event.crowd), event)
        break
      case 'free':
        if (event.life === life) holds--
        break
      case 'end':
        if (event.life === life) complete(event.search, event.outcome)
        break
      case 'deadline':
      case 'leave':
        if (event.search.ended) continue
        driven.cancel(event.search.ticket)
        end(event.search)
        break
      case 'evict':
        // The callers that waited notice the broken connection.
        for (const search of [...open.values()]) end(search)
        life++
        holds = 0
        inFlight = 0
        driven = world.make(wall(), stored && structuredClone(stored))
        hold()
        events.add(after(world.evictedEveryMs ?? 0), event)
        break
      case 'set':
        // Back by up to an hour, or forward by up to half a minute: further forward looks like time that passed.
        clockOffset += random() < 0.1 ? -random() * 3_600_000 : (random() - 0.5) * 60_000
        events.add(after(world.clockSetEveryMs ?? 0), event)
    }
    pump()
  }
  result.elapsedMs = now - startedAt
  return result
}

/** The most arrivals in any sliding window. */
export function mostInWindow(times: readonly number[], windowMs = 1000): number {
  const sorted = Float64Array.from(times).sort()
  let most = 0
  let first = 0
  for (let last = 0; last < sorted.length; last++) {
    while ((sorted[last] ?? 0) - (sorted[first] ?? 0) >= windowMs) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}

export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0
}
