import type { Zipf } from './zipf.ts'

/**
 * Whether an answer's life starts anew each time it is used. KV counts from the write, so the worker's answers are
 * `fixed`; a cache that moves what was used to the front would be `renewed`.
 */
export type Life = 'fixed' | 'renewed'

/** The chance that an answer is there for a picture that is searched `during` times in the life of an answer. */
export function chanceOfHit(during: number, life: Life = 'fixed'): number {
  return life === 'fixed' ? during / (1 + during) : 1 - Math.exp(-during)
}

/** The share of searches that are answered from the cache, with independent searches. */
export function hitRate(pictures: Zipf, searchesInLife: number, life: Life = 'fixed'): number {
  return pictures.sum((rank) => {
    const share = pictures.share(rank)
    return share * chanceOfHit(share * searchesInLife, life)
  })
}
