import { PLANNED_LOAD, SPACING_MS } from './assumptions.ts'
import { peakRate } from './demand.ts'
import { hitRate } from './hits.ts'
import { searchesInLife } from './peak.ts'
import type { Zipf } from './zipf.ts'

export interface Plan {
  users: number
  hits: number
  /** Per second, in the busiest hour. */
  calls: number
  keys: number
}

/** How many app keys a number of daily users needs. */
export function planFor(
  users: number,
  lifeS: number,
  pictures: Zipf,
  callsASearch = 1,
  spacingMs = SPACING_MS,
): Plan {
  const rate = peakRate(users)
  const hits = hitRate(pictures, searchesInLife(rate, lifeS))
  const calls = rate * (1 - hits) * callsASearch
  return { users, hits, calls, keys: Math.max(1, Math.ceil((calls * spacingMs) / 1000 / PLANNED_LOAD)) }
}

/** How many daily users a number of keys carries at most. */
export function usersOf(keys: number, lifeS: number, pictures: Zipf, callsASearch = 1): number {
  let low = 0
  let high = 1e9
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (planFor(middle, lifeS, pictures, callsASearch).keys > keys) high = middle
    else low = middle
  }
  return low
}

/** The rate of searches whose cache misses put this load on a number of keys. */
export function rateAt(load: number, keys: number, lifeS: number, pictures: Zipf): number {
  const calls = (load * keys * 1000) / SPACING_MS
  let rate = calls
  for (let step = 0; step < 30; step++) rate = calls / (1 - hitRate(pictures, searchesInLife(rate, lifeS)))
  return rate
}
