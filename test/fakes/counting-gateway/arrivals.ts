/** In milliseconds since 1970. It arrived somewhere between the two: the thread may have been stalled before it noted it. */
export interface Arrival {
  earliestMs: number
  latestMs: number
}

/** The most arrivals that certainly fell into one second, however late they were noted. */
export function mostInSecond(arrivals: Arrival[]): number {
  const sorted = arrivals.toSorted((a, b) => a.latestMs - b.latestMs)
  let most = 0
  let first = 0
  for (const [last, { latestMs }] of sorted.entries()) {
    while (latestMs - (sorted[first]?.earliestMs ?? latestMs) >= 1000) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}
