import type { ErrorCode } from '@find-on-1688/shared'

/** Failures that say nothing of the call, only that the platform is down. */
export const PLATFORM_FAILURES = ['upstream_unavailable', 'upstream_timeout'] as const

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

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>

/**
 * Stops calls to a platform that does not answer. After a pause one probe goes through: any answer, even a refusal, ends
 * the pause; silence doubles it.
 */
export function createCircuitBreaker(stored: CircuitBreakerState = CLOSED) {
  let state = stored

  /** Whether only one call at a time may be in flight. */
  function probing(): boolean {
    return state.failures >= FAILURES_TO_OPEN
  }

  return {
    probing,

    answered(): void {
      state = CLOSED
    },

    /** Returns how long nothing may be sent if this failure starts a pause. */
    failed(code: ErrorCode, sentAtMs: number, nowMs: number): number | undefined {
      // A call that was already under way when the pause began says nothing new.
      if (probing() && sentAtMs < state.openedAtMs) return undefined
      const failures = state.failures + 1
      if (failures < FAILURES_TO_OPEN) {
        state = { ...state, failures, code }
        return undefined
      }
      const pauseMs = Math.min(LONGEST_PAUSE_MS, state.pauseMs * 2 || FIRST_PAUSE_MS)
      state = { failures, pauseMs, openedAtMs: nowMs, code }
      return pauseMs
    },

    /** Why nothing may be sent now, and for how long. */
    openFor(nowMs: number): { code: ErrorCode; leftMs: number } | undefined {
      const { openedAtMs, pauseMs } = state
      const leftMs = openedAtMs + pauseMs - nowMs
      return probing() && leftMs > 0 && leftMs <= pauseMs ? { code: state.code, leftMs } : undefined
    },

    get state(): CircuitBreakerState {
      return state
    },
  }
}
