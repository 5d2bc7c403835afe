import { Admission, FAIR_SHARE, InteractiveLoad, Returns } from './admission.ts'
import { type CircuitBreaker, type CircuitBreakerState, createCircuitBreaker } from './circuit-breaker.ts'
import { Lanes } from './lanes.ts'
import {
  createRateLimiter,
  PAUSE_AFTER_THROTTLE_MS,
  type RateLimiter,
  type RateLimiterState,
  spacingOf,
} from './rate-limiter.ts'
import { createRetryBudget, type RetryBudget, type RetryBudgetState } from './retry-budget.ts'
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

/**
 * Decides which call is sent when, and what is refused. It knows neither timers nor the platform: each wait is a span to
 * sleep, never the difference between two clock readings, so that setting the clock cannot shorten it.
 */
export class Scheduler {
  readonly #lanes = new Lanes()
  readonly #inFlight = new Map<Ticket, number>()
  readonly #rateLimiter: RateLimiter
  readonly #retryBudget: RetryBudget
  readonly #circuitBreaker: CircuitBreaker
  #holdMs: number
  #notBeforeMs: number
  readonly #admission = new Admission()
  readonly #returns = new Returns()
  readonly #interactiveLoad = new InteractiveLoad()
  #lastThrottleMs = Number.NEGATIVE_INFINITY
  #latencyMs = FIRST_GUESS_MS
  #answerMs = FIRST_GUESS_MS

  constructor(spacingMs: number, nowMs: number, stored?: ScheduleState) {
    this.#rateLimiter = createRateLimiter(spacingMs, nowMs, stored?.pace)
    this.#retryBudget = createRetryBudget(stored?.retries)
    this.#circuitBreaker = createCircuitBreaker(stored?.breaker)
    this.#holdMs = stored
      ? holdAfterRestart(stored.notBeforeMs - nowMs, this.#rateLimiter.spacingMs(nowMs))
      : 0
    this.#notBeforeMs = nowMs + this.#holdMs
  }

  /** Queues a ticket for its first call, or returns why not and when to try again. */
  admit(ticket: Ticket, nowMs: number): { refused: Refusal } | { displaced: Ticket[] } {
    const open = this.#circuitBreaker.openFor(nowMs)
    if (open) return { refused: { code: open.code, retryAfterMs: open.leftMs } }
    const { lane, client } = ticket
    const own = this.#lanes.waitingIn(lane).waitingOf(client)
    const waitMs = this.#estimateWait(this.#lanes.before(lane, client, own), lane, nowMs)
    const newcomerWaitMs = this.#estimateWait(this.#lanes.before('search', '', 0), 'search', nowMs)
    const allowed = this.#admission.allowance(lane, own, newcomerWaitMs, nowMs)
    const isLate = waitMs + this.#leastMs(ticket) > ticket.deadlineAtMs - nowMs
    const displaced = this.#displacedBy(ticket)
    if (allowed.isCrowded || waitMs > allowed.waitMs || isLate || !displaced) {
      const code = allowed.isCrowded ? 'rate_limited' : 'busy'
      let retryAfterMs = this.retryAfterMs(ticket, nowMs)
      if (lane === 'batch') {
        const placeMs = (ticket.calls * this.#gapMs(lane, nowMs)) / (1 - this.#interactiveLoad.at(nowMs))
        retryAfterMs = this.#returns.next(client, retryAfterMs, placeMs, nowMs)
      }
      return { refused: { code, retryAfterMs } }
    }
    for (const loser of displaced) this.#lanes.remove(loser)
    this.#lanes.add(ticket, false)
    if (lane === 'search') this.#admission.formed(nowMs)
    if (lane !== 'batch') this.#interactiveLoad.add(ticket.calls * this.#gapMs(lane, nowMs), nowMs)
    return { displaced }
  }

  /** Lets a batch ticket go on as a search of this client. */
  promote(ticket: Ticket, client: string): void {
    this.#lanes.promote(ticket, client)
  }

  /** Queues an admitted ticket for another call. */
  followUp(ticket: Ticket): void {
    this.#lanes.add(ticket, true)
  }

  /** Whether a call may be retried; if so, the retry is counted. Batch searches leave the last one to people. */
  takeRetry({ lane }: Ticket, nowMs: number): boolean {
    return this.#retryBudget.take(nowMs, lane === 'batch' ? 1 : 0)
  }

  /** `undefined` if the ticket does not wait. */
  positionOf(ticket: Ticket, nowMs: number): QueuePosition | undefined {
    const waiting = this.#lanes.all()
    const at = waiting.indexOf(ticket)
    if (at < 0) return undefined
    return { position: at + 1, waitMs: this.#estimateWait(waiting.slice(0, at), ticket.lane, nowMs) }
  }

  /**
   * After this time a ticket like this one is admitted, even if the queue persists, unless others come first. People's
   * calls do come first for a batch search, so what they took of the rate lately counts for as long as it may last.
   */
  retryAfterMs(ticket: Ticket, nowMs: number): number {
    const { lane, client } = ticket
    const own = this.#lanes.waitingIn(lane).waitingOf(client)
    const waitMs = (index: number, load?: number) =>
      this.#estimateWait(this.#lanes.before(lane, client, index), lane, nowMs, load)
    const allowedMs = this.#admission.leastAllowanceMs(lane, own)
    // What has left holds its memory until it is answered.
    const untilEmptyMs = this.#estimateWait(this.#lanes.all(), 'batch', nowMs, 0) + 2 * this.#latencyMs
    const untilAllowedMs = Math.max(
      waitMs(own, 0) - allowedMs,
      Math.min(waitMs(own) - allowedMs, LONGEST_RETRY_AFTER_MS),
      lane === 'batch' || own < FAIR_SHARE ? 0 : waitMs(own - FAIR_SHARE + 1),
      this.#displacedBy(ticket) ? 0 : untilEmptyMs,
    )
    const openMs = this.#circuitBreaker.openFor(nowMs)?.leftMs ?? 0
    return Math.max(untilAllowedMs + this.#gapMs(lane, nowMs), openMs)
  }

  /** How long to sleep before anything may be sent. Each span above 0 has to be slept in full. */
  takeHoldMs(): number {
    const holdMs = this.#holdMs
    this.#holdMs = 0
    return holdMs
  }

  /** The ticket whose call is sent now, and those that waited in vain. Call it only once every hold has been slept. */
  next(nowMs: number): { ticket: Ticket | undefined; late: Ticket[] } {
    // Those of the lower lanes too, whose turn may never come.
    const late = this.#lanes.all().filter((one) => one.deadlineAtMs - nowMs < this.#leastMs(one))
    for (const missed of late) this.#lanes.remove(missed)
    const batchInFlight = [...this.#inFlight.keys()].filter(({ lane }) => lane === 'batch').length
    const isFull = this.#inFlight.size >= (this.#circuitBreaker.probing() ? 1 : MAX_IN_FLIGHT)
    const ticket = isFull ? undefined : this.#lanes.take(nowMs, batchInFlight < MAX_BATCH_IN_FLIGHT)
    this.#checkEmpty()
    return { ticket, late }
  }

  sent(ticket: Ticket, isRetry: boolean, nowMs: number): void {
    if (!isRetry) this.#retryBudget.firstAttempt()
    this.#inFlight.set(ticket, nowMs)
    this.#hold(this.#rateLimiter.spacingMs(nowMs), nowMs)
  }

  completed(ticket: Ticket, outcome: CallOutcome, nowMs: number): void {
    const sentAtMs = this.#inFlight.get(ticket) ?? nowMs
    this.#inFlight.delete(ticket)
    if (outcome === 'aborted') return
    const tookMs = Math.max(0, nowMs - sentAtMs)
    this.#latencyMs += SMOOTHING * (tookMs - this.#latencyMs)
    if (typeof outcome === 'object') {
      const pauseMs = this.#circuitBreaker.failed(outcome.failed, sentAtMs, nowMs)
      if (pauseMs !== undefined) this.#hold(pauseMs, nowMs)
      return
    }
    this.#circuitBreaker.answered()
    if (outcome === 'answered') {
      this.#answerMs += SMOOTHING * (tookMs - this.#answerMs)
      return
    }
    // Calls that were under way when the first was throttled are throttled for the same reason.
    if (sentAtMs >= this.#lastThrottleMs) this.#rateLimiter.throttled(nowMs)
    this.#lastThrottleMs = nowMs
    this.#hold(Math.max(PAUSE_AFTER_THROTTLE_MS, this.#rateLimiter.spacingMs(nowMs)), nowMs)
  }

  /** Removes a ticket that no one waits for any more. */
  cancel(ticket: Ticket): void {
    this.#lanes.remove(ticket)
    this.#checkEmpty()
  }

  get state(): ScheduleState {
    return {
      notBeforeMs: this.#notBeforeMs,
      pace: this.#rateLimiter.state,
      retries: this.#retryBudget.state,
      breaker: this.#circuitBreaker.state,
    }
  }

  #hold(ms: number, nowMs: number): void {
    this.#holdMs = Math.max(this.#holdMs, ms)
    this.#notBeforeMs = Math.max(nowMs + ms, Math.min(this.#notBeforeMs, nowMs + FURTHEST_HOLD_MS))
  }

  #checkEmpty(): void {
    if (this.#lanes.waitingIn('search').size === 0) this.#admission.emptied()
  }

  #displacedBy(ticket: Ticket): Ticket[] | undefined {
    return displacedBy(ticket, this.#lanes, this.#inFlight.keys())
  }

  /** The least time that the remaining calls need. */
  #leastMs({ calls }: Ticket): number {
    return Math.min(MAX_CALL_TIMEOUT_MS, Math.max(MIN_CALL_TIMEOUT_MS, calls * this.#answerMs))
  }

  /** Between two calls: the spacing, or more where the limit on calls in flight demands it. */
  #gapMs(lane: Lane, nowMs: number): number {
    const most = lane === 'batch' ? MAX_BATCH_IN_FLIGHT : MAX_IN_FLIGHT
    return Math.max(this.#rateLimiter.spacingMs(nowMs), this.#latencyMs / most)
  }

  /** @param load the share of the slots that people take from those of this lane */
  #estimateWait(
    ahead: Ticket[],
    lane: Lane,
    nowMs: number,
    load = lane === 'batch' ? this.#interactiveLoad.at(nowMs) : 0,
  ): number {
    const underWay = [...this.#inFlight].filter(
      ([{ calls, lane: own }]) => calls > 1 && (own !== 'batch' || lane === 'batch'),
    )
    const waitMs = estimateWait(
      ahead.map(({ calls }) => calls),
      {
        holdMs: Math.max(0, this.#notBeforeMs - nowMs),
        gapMs: this.#gapMs(lane, nowMs),
        latencyMs: this.#latencyMs,
        followUpsInMs: underWay.map(([, sentAtMs]) => Math.max(0, sentAtMs + this.#latencyMs - nowMs)),
      },
    )
    return waitMs / (1 - load)
  }
}

export function pacedScheduler(maxQps: number, nowMs: number, stored?: ScheduleState): Scheduler {
  return new Scheduler(spacingOf(maxQps), nowMs, stored)
}

function holdAfterRestart(leftMs: number, spacingMs: number): number {
  if (leftMs > FURTHEST_HOLD_MS) return PAUSE_AFTER_THROTTLE_MS
  return leftMs > -RECENT_MS ? Math.max(leftMs, spacingMs) : 0
}
