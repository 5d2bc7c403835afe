import type { Offer } from '@find-on-1688/shared'

/** Keeps the first few ranks from deciding alone. The authors' value; results depend little on it. */
const K = 60

/** Several lists as one. */
export interface RankFusion {
  offers: Offer[]
  /** By offer id: how many lists have it. */
  foundBy: ReadonlyMap<string, number>
}

/**
 * Reciprocal rank fusion: an offer scores 1 / (60 + rank) for each list that has it, ranks counted from 1. Among equals,
 * the one in more lists comes first, then the one with the best rank, then the one of the earlier list. It needs no scores,
 * which the platform does not give. An offer's data comes from the list in which it ranks best.
 *
 * Source: Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods,
 * SIGIR 2009.
 */
export function fuseRanks(lists: readonly (readonly Offer[])[]): RankFusion {
  const found = new Map<string, { offer: Offer; ranks: number[] }>()
  for (const list of lists)
    for (const [at, offer] of onceEach(list).entries()) {
      const before = found.get(offer.offerId)
      const best = before && Math.min(...before.ranks) <= at + 1 ? before.offer : offer
      found.set(offer.offerId, { offer: best, ranks: [...(before?.ranks ?? []), at + 1] })
    }
  const scored = [...found].map(([offerId, { offer, ranks }]) => {
    // Always in the same order: otherwise equal sums would differ in their last digits.
    const ordered = ranks.toSorted((one, other) => one - other)
    const score = ordered.reduce((sum, rank) => sum + 1 / (K + rank), 0)
    return { offerId, offer, score, count: ranks.length, best: ordered[0] ?? 0 }
  })
  scored.sort((one, other) => other.score - one.score || other.count - one.count || one.best - other.best)
  return {
    offers: scored.map(({ offer }) => offer),
    foundBy: new Map(scored.map(({ offerId, count }) => [offerId, count])),
  }
}

/** A list counts once for each offer. */
function onceEach(offers: readonly Offer[]): Offer[] {
  const known = new Set<string>()
  return offers.filter(({ offerId }) => known.size < known.add(offerId).size)
}
