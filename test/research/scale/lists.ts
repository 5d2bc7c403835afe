import { pacedScheduler, type Scheduler } from '../../../worker/src/dispatch/scheduler.ts'
import type { Ticket } from '../../../worker/src/dispatch/ticket.ts'
import { EventQueue } from '../../../worker/src/testing/events.ts'
import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import {
  CALL_MS,
  CALLS_A_SECOND,
  DEADLINE_MS,
  IN_FLIGHT_A_LIST,
  SPACING_MS,
  TURNAROUND_MS,
} from './assumptions.ts'
import { type Quantiles, quantilesOf } from './quantiles.ts'

export interface Lists {
  keys: number
  callsASearch: number
  /** When each list starts, in milliseconds. */
  startsAtMs: number[]
  rows: number
  /** Searches a second of all people together. */
  peopleRate: number
  /** Ends after this time, or once the last list is done. */
  forMs?: number
}

export interface ListsResult {
  /** How long each list took, from its start to its last answer. */
  tookMs: number[]
  people: number
  /** Until a person's first call leaves, and until the answer. */
  waits: Quantiles
  answers: Quantiles
  /** Searches of people that no key took or that ended without a call. */
  peopleRefused: number
  /** Tries of a list's searches that were told to come back later. */
  listRefused: number
  /** Calls sent, as a share of what the keys allow while a list was running. */
  used: number
}

interface Search {
  /** `undefined` is a person's. */
  list: number | undefined
  askedAtMs: number
  choices: AppKey[]
  ticket: Ticket
  wasSent: boolean
}

interface AppKey {
  scheduler: Scheduler
  searches: Map<Ticket, Search>
  holds: number
}

type Event =
  | { kind: 'person' }
  | { kind: 'row'; list: number; isAgain: boolean }
  | { kind: 'free'; key: AppKey }
  | { kind: 'answered'; key: AppKey; search: Search }

/**
 * Plays lists of products beside people who search one picture each, with the worker's own scheduler for each app key. A
 * list has some searches in flight at any time; one that is refused comes back when it was told to.
 */
export function playLists(world: Lists, random: Random): ListsResult {
  const { callsASearch, startsAtMs, rows, peopleRate, forMs = Number.POSITIVE_INFINITY } = world
  const events = new EventQueue<Event>()
  const keys = Array.from({ length: world.keys }, (): AppKey => {
    return { scheduler: pacedScheduler(CALLS_A_SECOND, 0), searches: new Map(), holds: 0 }
  })
  const left = startsAtMs.map(() => ({ toAsk: rows, toAnswer: rows }))
  const tookMs: number[] = []
  const waits: number[] = []
  const answers: number[] = []
  const counts = { people: 0, peopleRefused: 0, listRefused: 0, calls: 0, listMs: 0 }
  let now = 0

  const isListRunning = () =>
    left.some(({ toAnswer }, list) => toAnswer > 0 && (startsAtMs[list] ?? 0) <= now)
  const hold = (key: AppKey) => {
    const ms = key.scheduler.takeHoldMs()
    if (ms <= 0) return
    key.holds++
    events.add(now + ms, { kind: 'free', key })
  }
  const pump = (key: AppKey) => {
    while (key.holds === 0) {
      const { ticket, late } = key.scheduler.next(now)
      for (const missed of late) giveUp(key, missed)
      const search = ticket && key.searches.get(ticket)
      if (!search) return
      key.scheduler.sent(search.ticket, false, now)
      hold(key)
      if (isListRunning()) counts.calls++
      if (!search.wasSent && search.list === undefined) waits.push(now - search.askedAtMs)
      search.wasSent = true
      events.add(now + CALL_MS * random.between(0.5, 1.5), { kind: 'answered', key, search })
    }
  }
  const giveUp = (key: AppKey, ticket: Ticket) => {
    const search = key.searches.get(ticket)
    key.searches.delete(ticket)
    if (search) refused(search, key.scheduler.retryAfterMs(ticket, now))
  }
  const refused = ({ list }: Search, retryAfterMs: number) => {
    if (list === undefined) {
      counts.peopleRefused++
      return
    }
    counts.listRefused++
    events.add(now + retryAfterMs, { kind: 'row', list, isAgain: true })
  }
  /** At the key that its picture chooses, or the next. */
  const ask = (list: number | undefined) => {
    const first = random.whole(0, keys.length - 1)
    const choices = [0, 1].slice(0, keys.length).map((at) => keys[(first + at) % keys.length] as AppKey)
    const ticket: Ticket = {
      client: list === undefined ? `person ${random.whole(1, 1000)}` : `list ${list}`,
      lane: list === undefined ? 'search' : 'batch',
      calls: callsASearch,
      bytes: 100_000,
      deadlineAtMs: now + DEADLINE_MS,
    }
    const search: Search = { list, askedAtMs: now, choices, ticket, wasSent: false }
    let retryAfterMs = 0
    for (const key of choices) {
      const admission = key.scheduler.admit(ticket, now)
      if ('refused' in admission) {
        retryAfterMs = admission.refused.retryAfterMs
        continue
      }
      key.searches.set(ticket, search)
      for (const displaced of admission.displaced) giveUp(key, displaced)
      return pump(key)
    }
    refused(search, retryAfterMs)
  }
  const answered = (key: AppKey, search: Search) => {
    const { ticket, list } = search
    key.scheduler.completed(ticket, 'answered', now)
    hold(key)
    if (ticket.calls > 1) {
      ticket.calls--
      key.scheduler.followUp(ticket)
      return pump(key)
    }
    key.searches.delete(ticket)
    pump(key)
    if (list === undefined) return answers.push(now - search.askedAtMs)
    const own = left[list]
    if (own && --own.toAnswer === 0) tookMs.push(now - (startsAtMs[list] ?? 0))
    events.add(now + TURNAROUND_MS, { kind: 'row', list, isAgain: false })
  }
  const nextPerson = () => {
    if (peopleRate > 0)
      events.add(now - (Math.log(1 - random.next()) / peopleRate) * 1000, { kind: 'person' })
  }

  for (const [list, startMs] of startsAtMs.entries())
    for (let one = 0; one < IN_FLIGHT_A_LIST; one++)
      events.add(startMs, { kind: 'row', list, isAgain: false })
  nextPerson()
  while (startsAtMs.length === 0 ? now < forMs : tookMs.length < startsAtMs.length) {
    const next = events.take()
    if (!next) break
    if (isListRunning()) counts.listMs += next.at - now
    now = next.at
    const { event } = next
    if (event.kind === 'person') {
      counts.people++
      ask(undefined)
      nextPerson()
    } else if (event.kind === 'row') {
      const own = left[event.list]
      if (event.isAgain || (own && own.toAsk-- > 0)) ask(event.list)
    } else if (event.kind === 'free') {
      event.key.holds--
      pump(event.key)
    } else answered(event.key, event.search)
  }
  return {
    tookMs,
    people: counts.people,
    waits: quantilesOf(Float64Array.from(waits)),
    answers: quantilesOf(Float64Array.from(answers)),
    peopleRefused: counts.peopleRefused / Math.max(1, counts.people),
    listRefused: counts.listRefused,
    used: (counts.calls * SPACING_MS) / counts.listMs / keys.length,
  }
}
