import { Admission, FAIR_SHARE } from './admission.ts'
import { CircuitBreaker, type CircuitBreakerState } from './circuit-breaker.ts'
import { FairQueue } from './fair-queue.ts'
import { PAUSE_AFTER_THROTTLE_MS, RateLimiter, type RateLimiterState, spacingOf } from './rate-limiter.ts'
import { RetryBudget, type RetryBudgetState } from './retry-budget.ts'
import type { CallOutcome, QueuePosition, Refusal, Ticket } from './ticket.ts'
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
const MAX_WAITING = 64
/** An object has 128 MB, and a picture takes several times its size while it is encoded into a form. */
const MAX_BYTES = 20 * 1024 * 1024
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

/**
 * Decides which call is sent when, and what is refused. It knows neither timers nor the platform: each wait is a span to
 * sleep, never the difference between two clock readings, so that setting the clock cannot shorten it.
 */
export class Scheduler {
  readonly #searches = new FairQueue<Ticket>()
  readonly #details = new FairQueue<Ticket>()
  readonly #batch = new FairQueue<Ticket>()
  /** Further calls of tickets under way, and retries: they go before everything that waits. */
  readonly #followUps: Ticket[] = []
  readonly #inFlight = new Map<Ticket, number>()
  readonly #rateLimiter: RateLimiter
  readonly #retryBudget: RetryBudget
  readonly #circuitBreaker: CircuitBreaker
  #holdMs: number
  #notBeforeMs: number
  readonly #admission = new Admission()
  #lastThrottleMs = Number.NEGATIVE_INFINITY
  #latencyMs = FIRST_GUESS_MS
  #answerMs = FIRST_GUESS_MS

  constructor(spacingMs: number, nowMs: number, stored?: ScheduleState) {
    this.#rateLimiter = new RateLimiter(spacingMs, nowMs, stored?.pace)
    this.#retryBudget = new RetryBudget(stored?.retries)
    this.#circuitBreaker = new CircuitBreaker(stored?.breaker)
    this.#holdMs = stored
      ? holdAfterRestart(stored.notBeforeMs - nowMs, this.#rateLimiter.spacingMs(nowMs))
      : 0
    this.#notBeforeMs = nowMs + this.#holdMs
  }

  /** Queues a ticket for its first call, or returns why not and when to try again. */
  admit(ticket: Ticket, nowMs: number): { refused: Refusal } | { displaced: Ticket | undefined } {
    const open = this.#circuitBreaker.openFor(nowMs)
    if (open) return { refused: { code: open.code, retryAfterMs: open.leftMs } }
    const lane = this.#laneOf(ticket)
    const own = lane.waitingOf(ticket.client)
    const waitMs = this.#waitOf(ticket.client, own, ticket, nowMs)
    const allowed = this.#admission.allowance(own, this.#newcomerWaitMs(nowMs), nowMs)
    if (allowed.isCrowded || waitMs > allowed.waitMs || this.#isLate(waitMs, ticket, nowMs)) {
      const retryAfterMs = this.#retryAfterMs(waitMs, own, ticket, nowMs)
      return { refused: { code: allowed.isCrowded ? 'rate_limited' : 'busy', retryAfterMs } }
    }
    const displaced = this.#isFull(ticket.bytes) ? this.#searches.newestOfLongest(FAIR_SHARE) : undefined
    if (this.#isFull(ticket.bytes)) {
      if (!displaced || own >= FAIR_SHARE) return busy(this.#latencyMs + this.#gapMs(nowMs))
      this.#searches.remove(displaced)
    }
    lane.add(ticket)
    this.#admission.formed(nowMs)
    return { displaced }
  }

  promote(ticket: Ticket, client: string): void {
    if (ticket.lane !== 'batch') return
    const waited = this.#batch.remove(ticket)
    Object.assign(ticket, { lane: 'search', client })
    if (waited) this.#searches.add(ticket)
  }

  /** Queues an admitted ticket for another call. */
  followUp(ticket: Ticket): void {
    this.#followUps.push(ticket)
  }

  /** Whether a call may be retried; if so, the retry is counted. */
  takeRetry(nowMs: number): boolean {
    return this.#retryBudget.take(nowMs)
  }

  /** `undefined` if the ticket does not wait. */
  positionOf(ticket: Ticket, nowMs: number): QueuePosition | undefined {
    const at = this.#followUps.indexOf(ticket)
    if (at >= 0) return { position: at + 1, waitMs: this.#estimateWait(Array(at).fill(1), nowMs, false) }
    const index = this.#laneOf(ticket).indexOf(ticket)
    if (index < 0) return undefined
    const ahead = this.#ahead(ticket.client, index, ticket)
    return {
      position: this.#followUps.length + ahead.length + 1,
      waitMs: this.#estimateWait(ahead, nowMs),
    }
  }

  /** How long a newcomer with nothing waiting would wait. */
  newcomerWaitMs(nowMs: number): number {
    const ahead = this.#searches.entries().map(({ calls }) => calls)
    return this.#estimateWait(ahead, nowMs) + this.#gapMs(nowMs)
  }

  /** How long to sleep before anything may be sent. Each span above 0 has to be slept in full. */
  takeHoldMs(): number {
    const holdMs = this.#holdMs
    this.#holdMs = 0
    return holdMs
  }

  /** The ticket whose call is sent now, and those that waited in vain. Call it only once every hold has been slept. */
  next(nowMs: number): { ticket: Ticket | undefined; late: Ticket[] } {
    const late: Ticket[] = []
    if (this.#inFlight.size >= (this.#circuitBreaker.probing ? 1 : MAX_IN_FLIGHT))
      return { ticket: undefined, late }
    for (;;) {
      const ticket =
        this.#followUps.shift() ?? this.#searches.take() ?? this.#details.take() ?? this.#batch.take()
      this.#checkEmpty()
      if (!ticket || ticket.deadlineAtMs - nowMs >= this.#leastMs(ticket)) return { ticket, late }
      late.push(ticket)
    }
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
    const at = this.#followUps.indexOf(ticket)
    if (at >= 0) this.#followUps.splice(at, 1)
    else this.#laneOf(ticket).remove(ticket)
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

  #laneOf(ticket: Ticket): FairQueue<Ticket> {
    return { search: this.#searches, detail: this.#details, batch: this.#batch }[ticket.lane]
  }

  #newcomerWaitMs(nowMs: number): number {
    return this.#estimateWait(
      this.#searches.before('', 0).map(({ calls }) => calls),
      nowMs,
    )
  }

  #checkEmpty(): void {
    if (this.#searches.size === 0) this.#admission.emptied()
  }

  #isLate(waitMs: number, ticket: Ticket, nowMs: number): boolean {
    return waitMs + this.#leastMs(ticket) > ticket.deadlineAtMs - nowMs
  }

  /** After this time it is admitted even if the queue persists, unless others come first. */
  #retryAfterMs(waitMs: number, own: number, ticket: Ticket, nowMs: number): number {
    const untilShareMs =
      own < FAIR_SHARE ? 0 : this.#waitOf(ticket.client, own - FAIR_SHARE + 1, ticket, nowMs)
    return Math.max(waitMs - this.#admission.leastAllowanceMs(own), untilShareMs) + this.#gapMs(nowMs)
  }

  #isFull(bytes: number): boolean {
    const all = [...this.#searches.entries(), ...this.#followUps, ...this.#inFlight.keys()]
    const held = all.reduce((sum, ticket) => sum + ticket.bytes, bytes)
    return held > MAX_BYTES || this.#searches.size + this.#details.size + this.#batch.size >= MAX_WAITING
  }

  /** The least time that the remaining calls need. */
  #leastMs({ calls }: Ticket): number {
    return Math.min(MAX_CALL_TIMEOUT_MS, Math.max(MIN_CALL_TIMEOUT_MS, calls * this.#answerMs))
  }

  /** Between two calls: the spacing, or more where the limit on calls in flight demands it. */
  #gapMs(nowMs: number): number {
    return Math.max(this.#rateLimiter.spacingMs(nowMs), this.#latencyMs / MAX_IN_FLIGHT)
  }

  #waitOf(client: string, index: number, ticket: Ticket, nowMs: number): number {
    return this.#estimateWait(this.#ahead(client, index, ticket), nowMs)
  }

  #ahead(client: string, index: number, ticket: Ticket): number[] {
    const own = this.#laneOf(ticket).before(client, index)
    const all = ticket.lane === 'search' ? own : [...this.#searches.entries(), ...own]
    return all.map(({ calls }) => calls)
  }

  #estimateWait(ahead: number[], nowMs: number, behindFollowUps = true): number {
    const underWay = [...this.#inFlight].filter(([{ calls }]) => calls > 1)
    const followUpsInMs = [
      ...this.#followUps.map(() => 0),
      ...underWay.map(([, sentAtMs]) => Math.max(0, sentAtMs + this.#latencyMs - nowMs)),
    ]
    return estimateWait(ahead, {
      holdMs: Math.max(0, this.#notBeforeMs - nowMs),
      gapMs: this.#gapMs(nowMs),
      latencyMs: this.#latencyMs,
      followUpsInMs: behindFollowUps ? followUpsInMs : [],
    })
  }
}

export function pacedScheduler(maxQps: number, nowMs: number, stored?: ScheduleState): Scheduler {
  return new Scheduler(spacingOf(maxQps), nowMs, stored)
}

function busy(retryAfterMs: number): { refused: Refusal } {
  return { refused: { code: 'busy', retryAfterMs } }
}

function holdAfterRestart(leftMs: number, spacingMs: number): number {
  if (leftMs > FURTHEST_HOLD_MS) return PAUSE_AFTER_THROTTLE_MS
  return leftMs > -RECENT_MS ? Math.max(leftMs, spacingMs) : 0
}
