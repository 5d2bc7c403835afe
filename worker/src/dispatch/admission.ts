import type { Lane } from './ticket.ts'

/** A queue has just formed, may still clear, or persists. */
type QueueState = 'burst' | 'clearing' | 'persistent'

/**
 * The longest wait to admit, for a client with nothing waiting and for one with something. A batch search may always
 * wait as in a burst, a third of its time: so it is still answered if others take two slots of three.
 */
const LONGEST_WAIT_MS: Record<QueueState, [first: number, additional: number]> = {
  burst: [8000, 8000],
  clearing: [5000, 5000],
  persistent: [2700, 1500],
}
const BURST_MS = 500
/** A queue persists once a newcomer would wait this long, or a little less for a while, and until it is short again. */
const TOO_LONG_MS = 4500
const LONG_MS = 2000
const LONG_FOR_MS = 10_000
const SHORT_MS = 1500
/** How many searches a client may have waiting once there is a queue. */
export const FAIR_SHARE = 3

/** Decides how long a wait may be: generous to a sudden burst, strict where a queue would only make everyone wait longer. */
export function createAdmission() {
  let formedAtMs: number | undefined
  let longSinceMs: number | undefined
  let persists = false

  function queueState(newcomerWaitMs: number, nowMs: number): QueueState {
    if (formedAtMs === undefined || nowMs - formedAtMs <= BURST_MS) return 'burst'
    if (newcomerWaitMs <= SHORT_MS) persists = false
    if (newcomerWaitMs <= LONG_MS) longSinceMs = undefined
    else longSinceMs ??= nowMs
    const isLong = longSinceMs !== undefined && nowMs - longSinceMs > LONG_FOR_MS
    persists ||= isLong || newcomerWaitMs > TOO_LONG_MS
    return persists ? 'persistent' : 'clearing'
  }

  return {
    formed(nowMs: number): void {
      formedAtMs ??= nowMs
    },

    emptied(): void {
      formedAtMs = undefined
      longSinceMs = undefined
      persists = false
    },

    /**
     * What a client with `own` searches waiting is allowed.
     *
     * @param newcomerWaitMs how long a client with nothing waiting would wait
     */
    allowance(
      lane: Lane,
      own: number,
      newcomerWaitMs: number,
      nowMs: number,
    ): { waitMs: number; isCrowded: boolean } {
      const state = lane === 'batch' ? 'burst' : queueState(newcomerWaitMs, nowMs)
      return { waitMs: longestWait(state, own), isCrowded: own >= FAIR_SHARE && state !== 'burst' }
    },

    /** The wait it is allowed even if the queue persists. */
    leastAllowanceMs(lane: Lane, own: number): number {
      return longestWait(lane === 'batch' ? 'burst' : 'persistent', own)
    },
  }
}

const LOAD_WINDOW_MS = 15_000
/** Even without a pause between people's calls, a batch call is not said to wait forever. */
const HIGHEST_LOAD = 0.95

/**
 * Which share of the time the calls that people asked for lately take; batch searches get the rest. Counted as they
 * come, not as they leave: so it never grows while no one comes.
 */
export function createInteractiveLoad() {
  let load = 0
  let atMs = 0

  function at(nowMs: number): number {
    return load * Math.exp(-Math.max(0, nowMs - atMs) / LOAD_WINDOW_MS)
  }

  return {
    at,

    add(takesMs: number, nowMs: number): void {
      load = Math.min(HIGHEST_LOAD, at(nowMs) + takesMs / LOAD_WINDOW_MS)
      atMs = nowMs
    },
  }
}

const FURTHEST_RETURN_MS = 30_000

/**
 * Has refused batch searches come back one after the other, as places become free: given the same time, all but one would
 * be refused again. Clients share the places, and one that comes too early puts off its own searches only.
 */
export function createReturns() {
  /** When the last search of each client comes back. */
  const lastReturns = new Map<string, number>()

  return {
    /**
     * @param earliestMs after which it would be admitted if no one else came
     * @param placeMs how long it takes until a place is free again
     */
    next(client: string, earliestMs: number, placeMs: number, nowMs: number): number {
      for (const [other, atMs] of lastReturns) if (atMs <= nowMs) lastReturns.delete(other)
      const lastMs = (lastReturns.get(client) ?? nowMs) - nowMs
      const afterMs = Math.max(earliestMs, Math.min(lastMs + placeMs * lastReturns.size, FURTHEST_RETURN_MS))
      lastReturns.set(client, nowMs + afterMs)
      return afterMs
    },
  }
}

function longestWait(state: QueueState, own: number): number {
  return LONGEST_WAIT_MS[state][own === 0 ? 0 : 1]
}
