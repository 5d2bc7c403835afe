/** How a queue stands: nobody waited a moment ago, it may pass, or it stays. */
type Mood = 'forming' | 'passing' | 'standing'

/** The longest wait that is worth beginning, for a client that has nothing waiting and for one that has. */
const LONGEST_MS: Record<Mood, [first: number, further: number]> = {
  forming: [8000, 8000],
  passing: [5000, 5000],
  standing: [2700, 1500],
}
const FORMING_MS = 500
/** A queue stands once whoever is new to it waits this long at all, or a little less for a while; until it is short. */
const TOO_LONG_MS = 4500
const LONG_MS = 2000
const LONG_FOR_MS = 10_000
const SHORT_MS = 1500
/** What a client may have waiting while others wait, too. */
export const FAIR_SHARE = 3

/** Decides how long a wait may be: generous towards a sudden crowd, strict where a queue would only make all wait longer. */
export class Patience {
  #formedAtMs: number | undefined
  #longSinceMs: number | undefined
  #stands = false

  /** Somebody waits now. */
  formed(nowMs: number): void {
    this.#formedAtMs ??= nowMs
  }

  /** Nobody waits any more. */
  passed(): void {
    this.#formedAtMs = undefined
    this.#longSinceMs = undefined
    this.#stands = false
  }

  /**
   * What a client with so many waiting is allowed.
   *
   * @param newcomerWaitMs how long somebody with nothing waiting would wait
   */
  allowance(own: number, newcomerWaitMs: number, nowMs: number): { waitMs: number; isCrowded: boolean } {
    const mood = this.#mood(newcomerWaitMs, nowMs)
    return { waitMs: longestWait(mood, own), isCrowded: own >= FAIR_SHARE && mood !== 'forming' }
  }

  /** What it is allowed whatever the queue becomes. */
  leastAllowanceMs(own: number): number {
    return longestWait('standing', own)
  }

  #mood(newcomerWaitMs: number, nowMs: number): Mood {
    if (this.#formedAtMs === undefined || nowMs - this.#formedAtMs <= FORMING_MS) return 'forming'
    if (newcomerWaitMs <= SHORT_MS) this.#stands = false
    if (newcomerWaitMs <= LONG_MS) this.#longSinceMs = undefined
    else this.#longSinceMs ??= nowMs
    const isLong = this.#longSinceMs !== undefined && nowMs - this.#longSinceMs > LONG_FOR_MS
    this.#stands ||= isLong || newcomerWaitMs > TOO_LONG_MS
    return this.#stands ? 'standing' : 'passing'
  }
}

function longestWait(mood: Mood, own: number): number {
  return LONGEST_MS[mood][own === 0 ? 0 : 1]
}
