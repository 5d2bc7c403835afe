import type { ErrorCode } from '@find-on-1688/shared'

const FAILURES_TO_OPEN = 10
const FIRST_PAUSE_MS = 2000
const LONGEST_PAUSE_MS = 10_000

export interface CircuitBreakerState {
  failures: number
  pauseMs: number
  openedAtMs: number
  code: ErrorCode
}

const CLOSED: CircuitBreakerState = { failures: 0, pauseMs: 0, openedAtMs: 0, code: 'upstream_unavailable' }

/**
 * Stops calls to a platform that does not answer. After a pause one probe goes through: any answer, even a refusal, ends
 * the pause; silence doubles it.
 */
export class CircuitBreaker {
  #state: CircuitBreakerState

  constructor(stored: CircuitBreakerState = CLOSED) {
    this.#state = stored
  }

  answered(): void {
    this.#state = CLOSED
  }

  /** Returns how long nothing may be sent if this failure starts a pause. */
  failed(code: ErrorCode, sentAtMs: number, nowMs: number): number | undefined {
    // A call that was already under way when the pause began says nothing new.
    if (this.probing && sentAtMs < this.#state.openedAtMs) return undefined
    const failures = this.#state.failures + 1
    if (failures < FAILURES_TO_OPEN) {
      this.#state = { ...this.#state, failures, code }
      return undefined
    }
    const pauseMs = Math.min(LONGEST_PAUSE_MS, this.#state.pauseMs * 2 || FIRST_PAUSE_MS)
    this.#state = { failures, pauseMs, openedAtMs: nowMs, code }
    return pauseMs
  }

  /** Whether only one call at a time may be in flight. */
  get probing(): boolean {
    return this.#state.failures >= FAILURES_TO_OPEN
  }

  /** Why nothing may be sent now, and for how long. */
  openFor(nowMs: number): { code: ErrorCode; leftMs: number } | undefined {
    const { openedAtMs, pauseMs } = this.#state
    const leftMs = openedAtMs + pauseMs - nowMs
    return this.probing && leftMs > 0 && leftMs <= pauseMs ? { code: this.#state.code, leftMs } : undefined
  }

  get state(): CircuitBreakerState {
    return this.#state
  }
}
