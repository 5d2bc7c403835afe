/** Retries in any minute: a tenth of the first attempts in it, and three. */
const RESERVE = 3
const PER_FIRST_ATTEMPT = 0.1
const REFILL_MS = 60_000

export interface RetryBudgetState {
  left: number
  lastRetryAtMs: number
}

/**
 * Keeps retries from multiplying the load on a platform that is failing. A bucket, not a count over a window: whatever
 * minute is looked at, it holds no more retries than the bucket held at its beginning and what came in since.
 */
export class RetryBudget {
  #left: number
  #lastRetryAtMs: number

  constructor(kept: RetryBudgetState = { left: RESERVE, lastRetryAtMs: 0 }) {
    this.#left = kept.left
    this.#lastRetryAtMs = kept.lastRetryAtMs
  }

  firstAttempt(): void {
    this.#left = Math.min(RESERVE, this.#left + PER_FIRST_ATTEMPT)
  }

  /** Takes one retry out, unless there is none. After a minute without any, the reserve is whole again. */
  take(nowMs: number): boolean {
    if (nowMs - this.#lastRetryAtMs > REFILL_MS) this.#left = RESERVE
    // Tenths do not add up exactly in binary: ten of them have to make a whole one.
    if (this.#left < 1 - 1e-9) return false
    this.#left -= 1
    this.#lastRetryAtMs = nowMs
    return true
  }

  get state(): RetryBudgetState {
    return { left: this.#left, lastRetryAtMs: this.#lastRetryAtMs }
  }
}
