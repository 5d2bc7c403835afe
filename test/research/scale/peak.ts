import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import { BUSIEST_HOUR, CALL_MS, DAY_S, HOUR_S, REFUSE_ABOVE_MS, SPACING_MS } from './assumptions.ts'
import { type Quantiles, quantilesOf } from './quantiles.ts'
import { type AppKey, choose } from './routing.ts'
import { WarmCache } from './warm-cache.ts'
import type { Zipf } from './zipf.ts'

export interface Peak {
  pictures: Zipf
  /** Searches a second. */
  rate: number
  lifeS: number
  keys: readonly AppKey[]
  seconds: number
  callsASearch?: number
  /** Infinity: no second choice. */
  secondAboveMs: number
}

export interface PeakResult extends Quantiles {
  hits: number
  /** `merged`: the share of all searches that joined one in flight. The others: shares of the searches that needed a key. */
  merged: number
  second: number
  refused: number
  /** The busy share of each key's slots. */
  loads: number[]
}

/** Simulates the busiest hour, or part of it, on keys whose calls leave one spacing apart. Waits in milliseconds. */
export function playPeak(peak: Peak, random: Random): PeakResult {
  const { pictures, rate, lifeS, keys, seconds, callsASearch = 1, secondAboveMs } = peak
  const cache = new WarmCache(pictures, searchesInLife(rate, lifeS), lifeS, random)
  const serviceS = (callsASearch * SPACING_MS) / 1000
  const freeAt = new Map<number, number>(keys.map(({ id }) => [id, 0]))
  const served = new Map<number, number>(keys.map(({ id }) => [id, 0]))
  const waits: number[] = []
  const counts = { searches: 0, hit: 0, 'in-flight': 0, miss: 0, second: 0, refused: 0 }
  for (let atS = 0; ; ) {
    atS -= Math.log(1 - random.next()) / rate
    if (atS >= seconds) break
    const rank = pictures.draw(random)
    const found = cache.look(rank, atS)
    counts.searches++
    counts[found]++
    if (found !== 'miss') continue
    const waitAt = ({ id }: AppKey) => Math.max(0, (freeAt.get(id) ?? 0) - atS) * 1000
    const [first, other] = choose(rank, keys)
    const goesOn = other && waitAt(first) > secondAboveMs && waitAt(other) < waitAt(first)
    const key = goesOn ? other : first
    const waitMs = waitAt(key)
    if (goesOn) counts.second++
    if (waitMs > REFUSE_ABOVE_MS) {
      counts.refused++
      continue
    }
    const leavesAtS = atS + waitMs / 1000
    freeAt.set(key.id, leavesAtS + serviceS)
    served.set(key.id, (served.get(key.id) ?? 0) + 1)
    waits.push(waitMs)
    cache.put(rank, leavesAtS + CALL_MS / 1000)
  }
  return {
    ...quantilesOf(Float64Array.from(waits)),
    hits: counts.hit / counts.searches,
    merged: counts['in-flight'] / counts.searches,
    second: counts.second / counts.miss,
    refused: counts.refused / counts.miss,
    loads: keys.map(({ id }) => ((served.get(id) ?? 0) * serviceS) / seconds),
  }
}

/** How many searches fall into the lifetime of an answer that is read in the busiest hour. */
export function searchesInLife(rate: number, lifeS: number): number {
  const aDay = (rate * HOUR_S) / BUSIEST_HOUR
  return lifeS >= DAY_S ? (aDay * lifeS) / DAY_S : rate * lifeS
}
