/**
 * When the next call may leave. The platform counts arrivals, so the room between two departures has to absorb what the
 * way there adds: with n calls a second allowed, n gaps must outlast a second even when the first call was `JITTER_MS`
 * late and the last one was not.
 */
const JITTER_MS = 100
const PAUSE_AFTER_THROTTLE_MS = 1000

/** No slot lies further ahead than this; a stored one that does is from before the clock was set back. */
const FURTHEST_SLOT_MS = 30_000

/** Milliseconds between two departures. Below one call a second, fractions count; above, only whole calls do. */
export function spacingMs(maxQps: number): number {
  return Math.ceil(maxQps < 1 ? 1000 / maxQps + JITTER_MS : (1000 + JITTER_MS) / Math.floor(maxQps))
}

export function slotAfterDispatch(nowMs: number, maxQps: number): number {
  return nowMs + spacingMs(maxQps)
}

export function slotAfterThrottle(slotMs: number, nowMs: number): number {
  return Math.max(slotMs, nowMs + PAUSE_AFTER_THROTTLE_MS)
}

export function waitForSlot(slotMs: number, nowMs: number): number {
  const waitMs = slotMs - nowMs
  return waitMs > FURTHEST_SLOT_MS ? PAUSE_AFTER_THROTTLE_MS : Math.max(0, waitMs)
}
