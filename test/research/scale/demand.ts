import { BUSIEST_HOUR, HOUR_S, SEARCHES_A_USER } from './assumptions.ts'

/** The hour at which the daily curve peaks. */
const BUSIEST_AT = 20
/** How steep the curve is: its peak hour holds a tenth of the day. */
const STEEPNESS = 1.221

export function searchesADay(users: number): number {
  return users * SEARCHES_A_USER
}

/** Searches a second in the busiest hour. */
export function peakRate(users: number): number {
  return (searchesADay(users) * BUSIEST_HOUR) / HOUR_S
}

/** Each hour's share of the day's searches: one broad peak, a quiet night. */
export const HOURS: readonly number[] = normalized(
  Array.from({ length: 24 }, (_, hour) =>
    Math.exp(STEEPNESS * Math.cos((2 * Math.PI * (hour - BUSIEST_AT)) / 24)),
  ),
)

function normalized(values: number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map((value) => value / sum)
}
