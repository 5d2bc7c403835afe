/** Retries in any minute: a tenth of its first attempts, plus three. */
const RESERVE = 3
const PER_FIRST_ATTEMPT = 0.1
const REFILL_MS = 60_000

export interface RetryBudgetState {
  left: number
  lastRetryAtMs: number
}

/**
 * Keeps retries from multiplying the load on a failing platform. It is a bucket, not a count over a window: any minute
 * sees at most the retries that the bucket held at its start and what came in since.
 */
export function createRetryBudget(stored: RetryBudgetState = { left: RESERVE, lastRetryAtMs: 0 }) {
  let { left, lastRetryAtMs } = stored

  return {
    firstAttempt(): void {
      left = Math.min(RESERVE, left + PER_FIRST_ATTEMPT)
    },

    /**
     * Takes one retry if there is one. After a minute without retries the reserve is full again.
     *
     * @param spared how many have to be left over
     */
    take(nowMs: number, spared = 0): boolean {
      if (nowMs - lastRetryAtMs > REFILL_MS) left = RESERVE
      // Tenths do not add up exactly in binary, but ten of them have to make a whole.
      if (left - spared < 1 - 1e-9) return false
      left -= 1
      lastRetryAtMs = nowMs
      return true
    },

    get state(): RetryBudgetState {
      return { left, lastRetryAtMs }
    },
  }
}
