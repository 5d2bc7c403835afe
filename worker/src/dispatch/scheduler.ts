import { createAdmission, createInteractiveLoad, createReturns, FAIR_SHARE } from './admission.ts'
import { type CircuitBreakerState, createCircuitBreaker } from './circuit-breaker.ts'
import { createLanes } from './lanes.ts'
import {
  createRateLimiter,
  PAUSE_AFTER_THROTTLE_MS,
  type RateLimiterState,
  spacingOf,
} from './rate-limiter.ts'
import { createRetryBudget, type RetryBudgetState } from './retry-budget.ts'
import { displacedBy } from './room.ts'
import type { CallOutcome, Lane, QueuePosition, Refusal, Ticket } from './ticket.ts'
import { estimateWait } from './wait-estimate.ts'

/** What is stored, and so survives the object. */
export interface ScheduleState {
  notBeforeMs: number
  pace?: RateLimiterState | undefined
  retries?: RetryBudgetState | undefined
  breaker?: CircuitBreakerState | undefined
}

/** Cloudflare lets an object wait for the headers of six connections at a time. */
export const MAX_IN_FLIGHT = 5
/** A connection is kept free for people, however slow the platform is. */
const MAX_BATCH_IN_FLIGHT = 4
/** A call with less time than this before its deadline is not worth a slot. */
export const MIN_CALL_TIMEOUT_MS = 1500
export const MAX_CALL_TIMEOUT_MS = 8000
/** A stored time further ahead than this dates from before the clock was set back. */
const FURTHEST_HOLD_MS = 30_000
/**
 * A record this recent may be from the last second, by a clock that was set since. An object in use is not evicted
 * within a minute, so the caution costs nothing.
 */
const RECENT_MS = 60_000
const FIRST_GUESS_MS = 400
const SMOOTHING = 0.2
/** Nobody knows for how long people's searches will keep batch searches waiting. */
const LONGEST_RETRY_AFTER_MS = 30_000

export type Scheduler = ReturnType<typeof createScheduler>

/**
 * Decides which call is sent when, and what is refused. It knows neither timers nor the platform: each wait is a span to
 * sleep, never the difference between two clock readings, so that setting the clock cannot shorten it.
 */
export function createScheduler(spacingMs: number, nowMs: number, stored?: ScheduleState) {
  const lanes = createLanes()
  const inFlight = new Map<Ticket, number>()
  const rateLimiter = createRateLimiter(spacingMs, nowMs, stored?.pace)
  const retryBudget = createRetryBudget(stored?.retries)
  const circuitBreaker = createCircuitBreaker(stored?.breaker)
  let holdMs = stored ? holdAfterRestart(stored.notBeforeMs - nowMs, rateLimiter.spacingMs(nowMs)) : 0
  let notBeforeMs = nowMs + holdMs
  /** Its call is being prepared: it waits no more, and its slot has not begun. */
  let leaving: Ticket | undefined
  const admission = createAdmission()
  const returns = createReturns()
  const interactiveLoad = createInteractiveLoad()
  let lastThrottleMs = -Infinity
  let latencyMs = FIRST_GUESS_MS
  let answerMs = FIRST_GUESS_MS

  /**
   * After this time a ticket like this one is admitted, even if the queue persists, unless others come first. People's
   * calls do come first for a batch search, so what they took of the rate lately counts for as long as it may last.
   */
  function retryAfterMs(ticket: Ticket, nowMs: number): number {
    const { lane, client } = ticket
    const own = lanes.waitingIn(lane).waitingOf(client)
    const waitMs = (index: number, load?: number) =>
      waitBehind(lanes.before(lane, client, index), lane, nowMs, load)
    const allowedMs = admission.leastAllowanceMs(lane, own)
    // What has left holds its memory until it is answered.
    const untilEmptyMs = waitBehind(lanes.all(), 'batch', nowMs, 0) + 2 * latencyMs
    const untilAllowedMs = Math.max(
      waitMs(own, 0) - allowedMs,
      Math.min(waitMs(own) - allowedMs, LONGEST_RETRY_AFTER_MS),
      lane === 'batch' || own < FAIR_SHARE ? 0 : waitMs(own - FAIR_SHARE + 1),
      displacedFor(ticket) ? 0 : untilEmptyMs,
    )
    const openMs = circuitBreaker.openFor(nowMs)?.leftMs ?? 0
    return Math.max(untilAllowedMs + gapMs(lane, nowMs), openMs)
  }

  function hold(ms: number, nowMs: number): void {
    holdMs = Math.max(holdMs, ms)
    notBeforeMs = Math.max(nowMs + ms, Math.min(notBeforeMs, nowMs + FURTHEST_HOLD_MS))
  }

  function checkEmpty(): void {
    if (lanes.waitingIn('search').size === 0) admission.emptied()
  }

  function displacedFor(ticket: Ticket): Ticket[] | undefined {
    return displacedBy(ticket, lanes, inFlight.keys())
  }

  /** The least time that the remaining calls need. */
  function leastMs({ calls }: Ticket): number {
    return Math.min(MAX_CALL_TIMEOUT_MS, Math.max(MIN_CALL_TIMEOUT_MS, calls * answerMs))
  }

  /** Between two calls: the spacing, or more where the limit on calls in flight demands it. */
  function gapMs(lane: Lane, nowMs: number): number {
    const most = lane === 'batch' ? MAX_BATCH_IN_FLIGHT : MAX_IN_FLIGHT
    return Math.max(rateLimiter.spacingMs(nowMs), latencyMs / most)
  }

  /** @param load the share of the slots that people take from those of this lane */
  function waitBehind(
    ahead: Ticket[],
    lane: Lane,
    nowMs: number,
    load = lane === 'batch' ? interactiveLoad.at(nowMs) : 0,
  ): number {
    const underWay = [...inFlight].filter(
      ([{ calls, lane: own }]) => calls > 1 && (own !== 'batch' || lane === 'batch'),
    )
    const waitMs = estimateWait(
      ahead.map(({ calls }) => calls),
      {
        holdMs: Math.max(0, notBeforeMs - nowMs) + (leaving ? rateLimiter.spacingMs(nowMs) : 0),
        gapMs: gapMs(lane, nowMs),
        latencyMs,
        followUpsInMs: underWay.map(([, sentAtMs]) => Math.max(0, sentAtMs + latencyMs - nowMs)),
      },
    )
    return waitMs / (1 - load)
  }

  return {
    retryAfterMs,

    /** Queues a ticket for its first call, or returns why not and when to try again. */
    admit(ticket: Ticket, nowMs: number): { refused: Refusal } | { displaced: Ticket[] } {
      const open = circuitBreaker.openFor(nowMs)
      if (open) return { refused: { code: open.code, retryAfterMs: open.leftMs } }
      const { lane, client } = ticket
      const own = lanes.waitingIn(lane).waitingOf(client)
      const waitMs = waitBehind(lanes.before(lane, client, own), lane, nowMs)
      const newcomerWaitMs = waitBehind(lanes.before('search', '', 0), 'search', nowMs)
      const allowed = admission.allowance(lane, own, newcomerWaitMs, nowMs)
      const isLate = waitMs + leastMs(ticket) > ticket.deadlineAtMs - nowMs
      const displaced = displacedFor(ticket)
      if (allowed.isCrowded || waitMs > allowed.waitMs || isLate || !displaced) {
        const code = allowed.isCrowded ? 'rate_limited' : 'busy'
        let afterMs = retryAfterMs(ticket, nowMs)
        if (lane === 'batch') {
          const placeMs = (ticket.calls * gapMs(lane, nowMs)) / (1 - interactiveLoad.at(nowMs))
          afterMs = returns.next(client, afterMs, placeMs, nowMs)
        }
        return { refused: { code, retryAfterMs: afterMs } }
      }
      for (const loser of displaced) lanes.remove(loser)
      lanes.add(ticket, false)
      if (lane === 'search') admission.formed(nowMs)
      if (lane !== 'batch') interactiveLoad.add(ticket.calls * gapMs(lane, nowMs), nowMs)
      return { displaced }
    },

    /** Lets a batch ticket go on in a lane of people, as one of this client. */
    promote(ticket: Ticket, client: string, lane: Lane): void {
      lanes.promote(ticket, client, lane)
    },

    /** Queues an admitted ticket for another call. */
    followUp(ticket: Ticket): void {
      lanes.add(ticket, true)
    },

    /** Whether a call may be retried; if so, the retry is counted. Batch searches leave the last one to people. */
    takeRetry({ lane }: Ticket, nowMs: number): boolean {
      return retryBudget.take(nowMs, lane === 'batch' ? 1 : 0)
    },

    /** `undefined` if the ticket does not wait. */
    positionOf(ticket: Ticket, nowMs: number): QueuePosition | undefined {
      const waiting = lanes.all()
      const at = waiting.indexOf(ticket)
      if (at < 0) return undefined
      return { position: at + 1, waitMs: waitBehind(waiting.slice(0, at), ticket.lane, nowMs) }
    },

    /** How long to sleep before anything may be sent. Each span above 0 has to be slept in full. */
    takeHoldMs(): number {
      const takenMs = holdMs
      holdMs = 0
      return takenMs
    },

    /** The ticket whose call is sent now, and those that waited in vain. Call it only once every hold has been slept. */
    next(nowMs: number): { ticket: Ticket | undefined; late: Ticket[] } {
      // Those of the lower lanes too, whose turn may never come.
      const late = lanes.all().filter((one) => one.deadlineAtMs - nowMs < leastMs(one))
      for (const missed of late) lanes.remove(missed)
      const batchInFlight = [...inFlight.keys()].filter(({ lane }) => lane === 'batch').length
      const isFull = inFlight.size >= (circuitBreaker.probing() ? 1 : MAX_IN_FLIGHT)
      const ticket = isFull ? undefined : lanes.take(nowMs, batchInFlight < MAX_BATCH_IN_FLIGHT)
      checkEmpty()
      leaving = ticket
      return { ticket, late }
    },

    sent(ticket: Ticket, isRetry: boolean, nowMs: number): void {
      if (!isRetry) retryBudget.firstAttempt()
      inFlight.set(ticket, nowMs)
      leaving = undefined
      hold(rateLimiter.spacingMs(nowMs), nowMs)
    },

    completed(ticket: Ticket, outcome: CallOutcome, nowMs: number): void {
      if (leaving === ticket) leaving = undefined
      const sentAtMs = inFlight.get(ticket) ?? nowMs
      inFlight.delete(ticket)
      if (outcome === 'aborted') return
      const tookMs = Math.max(0, nowMs - sentAtMs)
      latencyMs += SMOOTHING * (tookMs - latencyMs)
      if (typeof outcome === 'object') {
        const pauseMs = circuitBreaker.failed(outcome.failed, sentAtMs, nowMs)
        if (pauseMs !== undefined) hold(pauseMs, nowMs)
        return
      }
      circuitBreaker.answered()
      if (outcome === 'answered') {
        answerMs += SMOOTHING * (tookMs - answerMs)
        return
      }
      // Calls that were under way when the first was throttled are throttled for the same reason.
      if (sentAtMs >= lastThrottleMs) rateLimiter.throttled(nowMs)
      lastThrottleMs = nowMs
      hold(Math.max(PAUSE_AFTER_THROTTLE_MS, rateLimiter.spacingMs(nowMs)), nowMs)
    },

    /** Removes a ticket that no one waits for any more. */
    cancel(ticket: Ticket): void {
      if (leaving === ticket) leaving = undefined
      lanes.remove(ticket)
      checkEmpty()
    },

    get state(): ScheduleState {
      return {
        notBeforeMs,
        pace: rateLimiter.state,
        retries: retryBudget.state,
        breaker: circuitBreaker.state,
      }
    },
  }
}

export function pacedScheduler(maxQps: number, nowMs: number, stored?: ScheduleState): Scheduler {
  return createScheduler(spacingOf(maxQps), nowMs, stored)
}

function holdAfterRestart(leftMs: number, spacingMs: number): number {
  if (leftMs > FURTHEST_HOLD_MS) return PAUSE_AFTER_THROTTLE_MS
  return leftMs > -RECENT_MS ? Math.max(leftMs, spacingMs) : 0
}
