/** A call as the platform saw it. Times are in milliseconds since 1970, with fractions. */
export interface Arrival {
  /** When its headers had arrived. */
  at: number
  api: string
  /** When the caller says that it sent it. */
  sentAt?: number
  /** The caller's app key, if given. */
  appKey?: string
  /** Hash of the uploaded picture. */
  pictureSha256?: string
  /** `ok` or the failure code of the answer. */
  outcome: string
  answeredAt?: number
  /** How long the service itself took. */
  serviceMs: number
}

export function preciseNow(): number {
  return performance.timeOrigin + performance.now()
}

/** The most arrivals in any sliding window, whose end is exclusive. */
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

/** Refuses calls beyond the limit of the last second; refused calls count too. */
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
