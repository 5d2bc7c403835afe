/**
 * The platform counts arrivals, so the gap between two calls has to absorb network jitter: with n calls a second
 * allowed, n gaps must outlast a second even if the first call was `JITTER_MS` late and the last one was not.
 */
export const JITTER_MS = 100
export const PAUSE_AFTER_THROTTLE_MS = 1000
const GROWTH = 1.6
const WIDEST_MS = 2000
const CLEAN_MS = 30_000
const STEP_MS = 10

export interface RateLimiterState {
  spacingMs: number
  cleanSinceMs: number
}

/** Milliseconds between two calls. Below one call a second, fractions count; above, only whole calls do. */
export function spacingOf(maxQps: number): number {
  return Math.ceil(maxQps < 1 ? 1000 / maxQps + JITTER_MS : (1000 + JITTER_MS) / Math.floor(maxQps))
}

/** The spacing in use: it widens with each throttled call and comes back in small steps while there are none. */
export function createRateLimiter(narrowestMs: number, nowMs: number, stored?: RateLimiterState) {
  let currentMs = Math.max(narrowestMs, stored?.spacingMs ?? 0)
  let cleanSinceMs = stored?.cleanSinceMs ?? nowMs

  function spacingMs(nowMs: number): number {
    // A clock that was set back must neither count as clean time nor keep the rate low for long.
    cleanSinceMs = Math.min(cleanSinceMs, nowMs)
    const steps = Math.floor((nowMs - cleanSinceMs) / CLEAN_MS)
    currentMs = Math.max(narrowestMs, currentMs - steps * STEP_MS)
    cleanSinceMs += steps * CLEAN_MS
    return currentMs
  }

  return {
    spacingMs,

    throttled(nowMs: number): void {
      const wider = Math.min(WIDEST_MS, spacingMs(nowMs) * GROWTH)
      currentMs = Math.max(narrowestMs, wider)
      cleanSinceMs = nowMs
    },

    get state(): RateLimiterState {
      return { spacingMs: currentMs, cleanSinceMs }
    },
  }
}
