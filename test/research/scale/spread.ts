import { chanceOfHit } from './hits.ts'
import { type AppKey, choose } from './routing.ts'
import type { Zipf } from './zipf.ts'

const PLACED = 200_000

/**
 * Each key's expected share of the calls, with a mean of 1. The most popular pictures go where their digest puts them; the
 * many others spread evenly. This is the skew that remains on average.
 */
export function spreadOver(keys: readonly AppKey[], pictures: Zipf, searchesInLife: number): number[] {
  const callsFor = (rank: number) => {
    const share = pictures.share(rank)
    return share * (1 - chanceOfHit(share * searchesInLife))
  }
  const loads = new Map<number, number>(keys.map(({ id }) => [id, 0]))
  let placed = 0
  for (let rank = 1; rank <= Math.min(PLACED, pictures.count); rank++) {
    const [{ id }] = choose(rank, keys)
    loads.set(id, (loads.get(id) ?? 0) + callsFor(rank))
    placed += callsFor(rank)
  }
  const total = pictures.sum(callsFor)
  const others = Math.max(0, total - placed) / keys.length
  return keys.map(({ id }) => (((loads.get(id) ?? 0) + others) / total) * keys.length)
}
