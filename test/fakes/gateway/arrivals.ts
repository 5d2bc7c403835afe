/** One call as the platform saw it. Times in milliseconds since 1970, finer than a millisecond. */
export interface Arrival {
  /** When its headers were there. */
  at: number
  api: string
  /** Whose call it is, where it says so. */
  appKey?: string
  /** Of the bytes of the picture that it brought. */
  pictureSha256?: string
  /** `ok` or the failure that was answered. */
  outcome: string
  answeredAt?: number
  /** How long the service itself took. */
  serviceMs: number
}

export function preciseNow(): number {
  return performance.timeOrigin + performance.now()
}

/** The most arrivals in any sliding window; a window holds what is less than its length apart. */
export function mostInWindow(times: number[], windowMs = 1000): number {
  const sorted = times.toSorted((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [last, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) >= windowMs) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** Refuses what would be one call too many within the last second, and counts it all the same. */
export class Throttle {
  readonly #maxQps: number
  #times: number[] = []

  constructor(maxQps: number) {
    this.#maxQps = maxQps
  }

  admits(at: number): boolean {
    this.#times = this.#times.filter((time) => at - time < 1000)
    this.#times.push(at)
    return this.#times.length <= this.#maxQps
  }
}
