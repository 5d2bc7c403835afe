import type { ErrorCode } from '@find-on-1688/shared'
import { FAIR_SHARE, Patience } from './admission.ts'
import { Breaker, type BreakerState } from './circuit-breaker.ts'
import { Rounds } from './fair-queue.ts'
import { PAUSE_AFTER_THROTTLE_MS, Pace, type PaceState, spacingOf } from './rate-limiter.ts'
import { RetryBudget, type RetryBudgetState } from './retry-budget.ts'
import { waitBehind } from './wait-estimate.ts'

/** A search or a look at an offer, from its first call to its last. Times are those of the clock that is passed in. */
export interface Ticket {
  client: string
  lane: 'search' | 'detail'
  /** Calls it still makes, if all goes well. */
  calls: number
  /** Memory that it holds. */
  bytes: number
  /** Moves on while others join. */
  readonly deadlineAtMs: number
}

export interface Place {
  /** 1 is next. */
  position: number
  waitMs: number
}

export interface Refusal {
  code: ErrorCode
  retryAfterMs: number
}

/** How a call ended; `cut` where nobody waited for its end. */
export type Landing = 'answered' | 'throttled' | 'cut' | { failed: ErrorCode }

/** What outlives the object. */
export interface Kept {
  notBeforeMs: number
  pace?: PaceState | undefined
  retries?: RetryBudgetState | undefined
  breaker?: BreakerState | undefined
}

/** Cloudflare lets an object wait for the headers of six connections at a time. */
export const MAX_IN_FLIGHT = 5
const MAX_WAITING = 64
/** An object has 128 MB, and a picture takes several times its size while it is written into a form. */
const MAX_BYTES = 20 * 1024 * 1024
/** A call that leaves later than this before its deadline is not worth a slot. */
export const LEAST_CALL_MS = 1500
export const MOST_CALL_MS = 8000
/** A stored time further ahead than this is from before the clock was set back. */
const FURTHEST_HOLD_MS = 30_000
/**
 * A record no older than this may be of the last second, by a clock that was set since; a platform that is in use evicts
 * no object within it, so that the caution costs nothing.
 */
const RECENT_MS = 60_000
const FIRST_GUESS_MS = 400
const SMOOTHING = 0.2

/**
 * Decides what leaves when, and what is refused. Knows no timers and no platform: every wait is handed out as a time
 * span to sleep, never as the difference of two readings of a clock, so that a clock which is set does not shorten it.
 */
export class Scheduler {
  readonly #searches = new Rounds<Ticket>()
  readonly #details = new Rounds<Ticket>()
  /** Next calls of what is under way, and calls that are repeated: they go before everybody who waits. */
  readonly #followUps: Ticket[] = []
  readonly #inFlight = new Map<Ticket, number>()
  readonly #pace: Pace
  readonly #retries: RetryBudget
  readonly #breaker: Breaker
  #holdMs: number
  #notBeforeMs: number
  readonly #patience = new Patience()
  #lastThrottleMs = Number.NEGATIVE_INFINITY
  #latencyMs = FIRST_GUESS_MS
  #answerMs = FIRST_GUESS_MS

  constructor(spacingMs: number, nowMs: number, kept?: Kept) {
    this.#pace = new Pace(spacingMs, nowMs, kept?.pace)
    this.#retries = new RetryBudget(kept?.retries)
    this.#breaker = new Breaker(kept?.breaker)
    this.#holdMs = kept ? holdAfterRestart(kept.notBeforeMs - nowMs, this.#pace.spacingMs(nowMs)) : 0
    this.#notBeforeMs = nowMs + this.#holdMs
  }

  /** Lets a ticket wait for its first call, or says why not and when to come again. */
  admit(ticket: Ticket, nowMs: number): { refused: Refusal } | { displaced: Ticket | undefined } {
    const open = this.#breaker.openFor(nowMs)
    if (open) return { refused: { code: open.code, retryAfterMs: open.leftMs } }
    const lane = this.#laneOf(ticket)
    const own = lane.waitingOf(ticket.client)
    const waitMs = this.#waitOf(ticket.client, own, ticket, nowMs)
    const allowed = this.#patience.allowance(own, this.#newcomerWaitMs(nowMs), nowMs)
    if (allowed.isCrowded || waitMs > allowed.waitMs || this.#isLate(waitMs, ticket, nowMs)) {
      const retryAfterMs = this.#comeAgainInMs(waitMs, own, ticket, nowMs)
      return { refused: { code: allowed.isCrowded ? 'rate_limited' : 'busy', retryAfterMs } }
    }
    const displaced = this.#isFull(ticket.bytes) ? this.#searches.newestOfLongest(FAIR_SHARE) : undefined
    if (this.#isFull(ticket.bytes)) {
      if (!displaced || own >= FAIR_SHARE) return busy(this.#latencyMs + this.#gapMs(nowMs))
      this.#searches.remove(displaced)
    }
    lane.add(ticket)
    this.#patience.formed(nowMs)
    return { displaced }
  }

  /** Lets a ticket that was admitted wait for a further call. */
  followUp(ticket: Ticket): void {
    this.#followUps.push(ticket)
  }

  /** Whether a call may be repeated; if so, that is counted. */
  takeRetry(nowMs: number): boolean {
    return this.#retries.take(nowMs)
  }

  /** Where a waiting ticket stands; `undefined` where it does not wait. */
  placeOf(ticket: Ticket, nowMs: number): Place | undefined {
    const at = this.#followUps.indexOf(ticket)
    if (at >= 0) return { position: at + 1, waitMs: this.#waitBehind(Array(at).fill(1), nowMs, false) }
    const index = this.#laneOf(ticket).indexOf(ticket)
    if (index < 0) return undefined
    const ahead = this.#ahead(ticket.client, index, ticket)
    return {
      position: this.#followUps.length + ahead.length + 1,
      waitMs: this.#waitBehind(ahead, nowMs),
    }
  }

  /** How long the next one to come would wait, were it a client with nothing waiting. */
  standingWaitMs(nowMs: number): number {
    const ahead = this.#searches.entries().map(({ calls }) => calls)
    return this.#waitBehind(ahead, nowMs) + this.#gapMs(nowMs)
  }

  /** How long to sleep before anything may leave. To be slept in full each time it is not 0. */
  takeHoldMs(): number {
    const holdMs = this.#holdMs
    this.#holdMs = 0
    return holdMs
  }

  /** Whose call leaves now, and who waited in vain; to be asked only once every hold was slept. */
  next(nowMs: number): { ticket: Ticket | undefined; late: Ticket[] } {
    const late: Ticket[] = []
    if (this.#inFlight.size >= (this.#breaker.probing ? 1 : MAX_IN_FLIGHT)) return { ticket: undefined, late }
    for (;;) {
      const ticket = this.#followUps.shift() ?? this.#searches.take() ?? this.#details.take()
      this.#noticeEmpty()
      if (!ticket || ticket.deadlineAtMs - nowMs >= this.#leastMs(ticket)) return { ticket, late }
      late.push(ticket)
    }
  }

  departed(ticket: Ticket, isRetry: boolean, nowMs: number): void {
    if (!isRetry) this.#retries.firstAttempt()
    this.#inFlight.set(ticket, nowMs)
    this.#hold(this.#pace.spacingMs(nowMs), nowMs)
  }

  landed(ticket: Ticket, landing: Landing, nowMs: number): void {
    const departedAtMs = this.#inFlight.get(ticket) ?? nowMs
    this.#inFlight.delete(ticket)
    if (landing === 'cut') return
    const tookMs = Math.max(0, nowMs - departedAtMs)
    this.#latencyMs += SMOOTHING * (tookMs - this.#latencyMs)
    if (typeof landing === 'object') {
      const pauseMs = this.#breaker.failed(landing.failed, departedAtMs, nowMs)
      if (pauseMs !== undefined) this.#hold(pauseMs, nowMs)
      return
    }
    this.#breaker.answered()
    if (landing === 'answered') {
      this.#answerMs += SMOOTHING * (tookMs - this.#answerMs)
      return
    }
    // Those that were on their way when the first was refused are refused for the same reason.
    if (departedAtMs >= this.#lastThrottleMs) this.#pace.throttled(nowMs)
    this.#lastThrottleMs = nowMs
    this.#hold(Math.max(PAUSE_AFTER_THROTTLE_MS, this.#pace.spacingMs(nowMs)), nowMs)
  }

  /** A ticket that nobody waits for any more. */
  cancel(ticket: Ticket): void {
    const at = this.#followUps.indexOf(ticket)
    if (at >= 0) this.#followUps.splice(at, 1)
    else this.#laneOf(ticket).remove(ticket)
    this.#noticeEmpty()
  }

  get kept(): Kept {
    return {
      notBeforeMs: this.#notBeforeMs,
      pace: this.#pace.state,
      retries: this.#retries.state,
      breaker: this.#breaker.state,
    }
  }

  #hold(ms: number, nowMs: number): void {
    this.#holdMs = Math.max(this.#holdMs, ms)
    this.#notBeforeMs = Math.max(nowMs + ms, Math.min(this.#notBeforeMs, nowMs + FURTHEST_HOLD_MS))
  }

  #laneOf(ticket: Ticket): Rounds<Ticket> {
    return ticket.lane === 'search' ? this.#searches : this.#details
  }

  #newcomerWaitMs(nowMs: number): number {
    return this.#waitBehind(
      this.#searches.before('', 0).map(({ calls }) => calls),
      nowMs,
    )
  }

  #noticeEmpty(): void {
    if (this.#searches.size === 0) this.#patience.passed()
  }

  #isLate(waitMs: number, ticket: Ticket, nowMs: number): boolean {
    return waitMs + this.#leastMs(ticket) > ticket.deadlineAtMs - nowMs
  }

  /** After that time it is let in whatever the queue has become, unless others come before. */
  #comeAgainInMs(waitMs: number, own: number, ticket: Ticket, nowMs: number): number {
    const untilShareMs =
      own < FAIR_SHARE ? 0 : this.#waitOf(ticket.client, own - FAIR_SHARE + 1, ticket, nowMs)
    return Math.max(waitMs - this.#patience.leastAllowanceMs(own), untilShareMs) + this.#gapMs(nowMs)
  }

  #isFull(bytes: number): boolean {
    const all = [...this.#searches.entries(), ...this.#followUps, ...this.#inFlight.keys()]
    const held = all.reduce((sum, ticket) => sum + ticket.bytes, bytes)
    return held > MAX_BYTES || this.#searches.size + this.#details.size >= MAX_WAITING
  }

  /** The time that the calls still to come need at the least. */
  #leastMs({ calls }: Ticket): number {
    return Math.min(MOST_CALL_MS, Math.max(LEAST_CALL_MS, calls * this.#answerMs))
  }

  /** Between two departures: the spacing, or what the bound on calls under way leaves of it. */
  #gapMs(nowMs: number): number {
    return Math.max(this.#pace.spacingMs(nowMs), this.#latencyMs / MAX_IN_FLIGHT)
  }

  #waitOf(client: string, index: number, ticket: Ticket, nowMs: number): number {
    return this.#waitBehind(this.#ahead(client, index, ticket), nowMs)
  }

  #ahead(client: string, index: number, ticket: Ticket): number[] {
    const own = this.#laneOf(ticket).before(client, index)
    const all = ticket.lane === 'search' ? own : [...this.#searches.entries(), ...own]
    return all.map(({ calls }) => calls)
  }

  #waitBehind(ahead: number[], nowMs: number, behindFollowUps = true): number {
    const underWay = [...this.#inFlight].filter(([{ calls }]) => calls > 1)
    const followUpsInMs = [
      ...this.#followUps.map(() => 0),
      ...underWay.map(([, departedAtMs]) => Math.max(0, departedAtMs + this.#latencyMs - nowMs)),
    ]
    return waitBehind(ahead, {
      holdMs: Math.max(0, this.#notBeforeMs - nowMs),
      gapMs: this.#gapMs(nowMs),
      latencyMs: this.#latencyMs,
      followUpsInMs: behindFollowUps ? followUpsInMs : [],
    })
  }
}

export function pacedScheduler(maxQps: number, nowMs: number, kept?: Kept): Scheduler {
  return new Scheduler(spacingOf(maxQps), nowMs, kept)
}

function busy(retryAfterMs: number): { refused: Refusal } {
  return { refused: { code: 'busy', retryAfterMs } }
}

function holdAfterRestart(leftMs: number, spacingMs: number): number {
  if (leftMs > FURTHEST_HOLD_MS) return PAUSE_AFTER_THROTTLE_MS
  return leftMs > -RECENT_MS ? Math.max(leftMs, spacingMs) : 0
}
