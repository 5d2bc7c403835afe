import type { Random } from '../../fakes/gateway/catalogue/random.ts'

/** How often each of many pictures is searched: the picture of rank r in proportion to 1 / r^exponent. */
export interface Zipf {
  count: number
  /** The share of all searches that are for this rank, starting at 1. */
  share(rank: number): number
  /** The sum of `term` over all ranks: exact for the first ones, then in increasingly wide steps. */
  sum(term: (rank: number) => number): number
  draw(random: Random): number
}

const EXACT = 10_000
const STEP = 1.002

export function zipf(count: number, exponent: number): Zipf {
  const sum = (term: (rank: number) => number): number => {
    let total = 0
    for (let rank = 1; rank <= Math.min(EXACT, count); rank++) total += term(rank)
    for (let low = EXACT + 1; low <= count; ) {
      const high = Math.min(count, Math.floor(low * STEP))
      total += (high - low + 1) * term((low + high) / 2)
      low = high + 1
    }
    return total
  }
  const total = sum((rank) => rank ** -exponent)
  return { count, sum, share: (rank) => rank ** -exponent / total, draw: sampler(count, exponent) }
}

/** Rejection-inversion after Hörmann and Derflinger (1996): exact, and as fast for 10⁸ ranks as for ten. */
function sampler(count: number, exponent: number): (random: Random) => number {
  const rest = 1 - exponent
  const area = (x: number) => (x ** rest - 1) / rest
  const inverse = (u: number) => (1 + u * rest) ** (1 / rest)
  const lowest = area(1.5) - 1
  const highest = area(count + 0.5)
  const sure = 2 - inverse(area(2.5) - 2 ** -exponent)
  return (random) => {
    for (;;) {
      const u = highest + random.next() * (lowest - highest)
      const x = inverse(u)
      const rank = Math.max(1, Math.min(count, Math.round(x)))
      if (rank - x <= sure || u >= area(rank + 0.5) - rank ** -exponent) return rank
    }
  }
}
