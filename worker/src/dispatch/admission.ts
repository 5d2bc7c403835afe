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
export class Admission {
  #formedAtMs: number | undefined
  #longSinceMs: number | undefined
  #persists = false

  formed(nowMs: number): void {
    this.#formedAtMs ??= nowMs
  }

  emptied(): void {
    this.#formedAtMs = undefined
    this.#longSinceMs = undefined
    this.#persists = false
  }

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
    const state = lane === 'batch' ? 'burst' : this.#queueState(newcomerWaitMs, nowMs)
    return { waitMs: longestWait(state, own), isCrowded: own >= FAIR_SHARE && state !== 'burst' }
  }

  /** The wait it is allowed even if the queue persists. */
  leastAllowanceMs(lane: Lane, own: number): number {
    return longestWait(lane === 'batch' ? 'burst' : 'persistent', own)
  }

  #queueState(newcomerWaitMs: number, nowMs: number): QueueState {
    if (this.#formedAtMs === undefined || nowMs - this.#formedAtMs <= BURST_MS) return 'burst'
    if (newcomerWaitMs <= SHORT_MS) this.#persists = false
    if (newcomerWaitMs <= LONG_MS) this.#longSinceMs = undefined
    else this.#longSinceMs ??= nowMs
    const isLong = this.#longSinceMs !== undefined && nowMs - this.#longSinceMs > LONG_FOR_MS
    this.#persists ||= isLong || newcomerWaitMs > TOO_LONG_MS
    return this.#persists ? 'persistent' : 'clearing'
  }
}

const LOAD_WINDOW_MS = 15_000
/** Even without a pause between people's calls, a batch call is not said to wait forever. */
const HIGHEST_LOAD = 0.95

/**
 * Which share of the time the calls that people asked for lately take; batch searches get the rest. Counted as they
 * come, not as they leave: so it never grows while no one comes.
 */
export class InteractiveLoad {
  #load = 0
  #atMs = 0

  add(takesMs: number, nowMs: number): void {
    this.#load = Math.min(HIGHEST_LOAD, this.at(nowMs) + takesMs / LOAD_WINDOW_MS)
    this.#atMs = nowMs
  }

  at(nowMs: number): number {
    return this.#load * Math.exp(-Math.max(0, nowMs - this.#atMs) / LOAD_WINDOW_MS)
  }
}

const FURTHEST_RETURN_MS = 30_000

/**
 * Has refused batch searches come back one after the other, as places become free: told the same time, all but one would
 * be refused again. Clients share the places, and one that comes too early puts off its own searches only.
 */
export class Returns {
  /** When the last search of each client comes back. */
  readonly #lastMs = new Map<string, number>()

  /**
   * @param earliestMs after which it would be admitted if no one else came
   * @param placeMs how long it takes until a place is free again
   */
  next(client: string, earliestMs: number, placeMs: number, nowMs: number): number {
    for (const [other, atMs] of this.#lastMs) if (atMs <= nowMs) this.#lastMs.delete(other)
    const lastMs = (this.#lastMs.get(client) ?? nowMs) - nowMs
    const afterMs = Math.max(earliestMs, Math.min(lastMs + placeMs * this.#lastMs.size, FURTHEST_RETURN_MS))
    this.#lastMs.set(client, nowMs + afterMs)
    return afterMs
  }
}

function longestWait(state: QueueState, own: number): number {
  return LONGEST_WAIT_MS[state][own === 0 ? 0 : 1]
}
