import type { Zipf } from './zipf.ts'

/**
 * Whether each use of an answer restarts its lifetime. KV counts from the write, so the worker's answers are `fixed`; an
 * LRU cache would be `renewed`.
 */
export type Life = 'fixed' | 'renewed'

/** The probability that an answer is cached for a picture searched `during` times in an answer's lifetime. */
export function chanceOfHit(during: number, life: Life = 'fixed'): number {
  return life === 'fixed' ? during / (1 + during) : 1 - Math.exp(-during)
}

/** The share of searches answered from the cache, if searches are independent. */
export function hitRate(pictures: Zipf, searchesInLife: number, life: Life = 'fixed'): number {
  return pictures.sum((rank) => {
    const share = pictures.share(rank)
    return share * chanceOfHit(share * searchesInLife, life)
  })
}
