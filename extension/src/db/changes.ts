import type { Offer } from '@find-on-1688/shared'
import { Big } from 'big.js'
import type { EarlierSearch, ResultList } from '../model/search.ts'

/** Both values are known and differ. */
export interface Change<T> {
  from: T
  to: T
  direction: 'up' | 'down'
}

/** How a current offer has changed. */
export interface OfferChanges {
  isNew: boolean
  /** Decimal strings in yuan; a list price, which may be that of any variant, unless the offer has tiers. */
  price?: Change<string> & { isListPrice: boolean }
  /** Pieces. */
  minOrder?: Change<number>
}

/** What has changed between two searches with the same picture. */
export interface SearchChanges {
  /** When the earlier one was made, ms since the epoch. */
  since: number
  /** By offer id; unchanged offers are missing. */
  offers: Record<string, OfferChanges>
  /** Offers of the earlier search that this one should have found again, and has not. */
  gone: Offer[]
  /** Offers of the earlier search that may still come on a later page. */
  notSeenYet: Offer[]
  /** Names of suppliers that had no offer then, and of those whose offers are all gone. */
  suppliers: { fresh: string[]; gone: string[] }
  /**
   * Whether each was loaded to its end. If not, "gone" and "new" mean: not among as many offers as were loaded, because the
   * platform ranks differently each time.
   */
  complete: { earlier: boolean; now: boolean }
  counts: Counts
}

interface Counts {
  cheaper: number
  dearer: number
  minimumChanged: number
  fresh: number
  /** Offers that may have been there: the earlier search was not loaded as far. */
  perhapsFresh: number
  gone: number
  notSeenYet: number
}

type Depth = Pick<ResultList, 'offers' | 'page' | 'hasMore'>

/**
 * Compares the list, as far as it is loaded, with an earlier search of the same mode. An offer is gone, or new, only if the
 * other search was loaded at least as far or to its end. A value that either side does not know has not changed.
 */
export function changesBetween(earlier: EarlierSearch, list: ResultList): SearchChanges {
  const then = new Map(earlier.offers.map((offer) => [offer.offerId, offer]))
  const now = new Set(list.offers.map(({ offerId }) => offerId))
  const missing = earlier.offers.filter(({ offerId }) => !now.has(offerId))
  const unseen = list.offers.filter(({ offerId }) => !then.has(offerId))
  const [gone, notSeenYet] = reachesAsFar(list, earlier) ? [missing, []] : [[], missing]
  const fresh = reachesAsFar(earlier, list) ? unseen : []
  const offers = { ...changesOf(then, list.offers), ...asNew(fresh) }
  return {
    since: earlier.at,
    offers,
    gone,
    notSeenYet,
    suppliers: {
      fresh: namesOnlyIn(fresh, earlier.offers),
      gone: namesOnlyIn(gone, list.offers),
    },
    complete: { earlier: isComplete(earlier), now: isComplete(list) },
    counts: {
      ...countsOf(Object.values(offers)),
      fresh: fresh.length,
      perhapsFresh: unseen.length - fresh.length,
      gone: gone.length,
      notSeenYet: notSeenYet.length,
    },
  }
}

function reachesAsFar(one: Depth, other: Depth): boolean {
  return isComplete(one) || one.page >= other.page || one.offers.length >= other.offers.length
}

/** A list without a first page also has no more pages, but is not complete. */
function isComplete({ page, hasMore }: Pick<Depth, 'page' | 'hasMore'>): boolean {
  return page > 0 && !hasMore
}

function changesOf(then: Map<string, Offer>, offers: Offer[]): Record<string, OfferChanges> {
  const changes: Record<string, OfferChanges> = {}
  for (const offer of offers) {
    const before = then.get(offer.offerId)
    if (!before) continue
    const price = changed(before.price, offer.price)
    const minOrder = changed(before.minOrder, offer.minOrder)
    if (price || minOrder)
      changes[offer.offerId] = {
        isNew: false,
        ...(price && { price: { ...price, isListPrice: offer.priceTiers.length === 0 } }),
        ...(minOrder && { minOrder }),
      }
  }
  return changes
}

function asNew(offers: Offer[]): Record<string, OfferChanges> {
  return Object.fromEntries(offers.map(({ offerId }) => [offerId, { isNew: true }]))
}

function changed<T extends string | number>(from: T | null, to: T | null): Change<T> | undefined {
  if (from === null || to === null) return undefined
  const order = new Big(to).cmp(from)
  return order === 0 ? undefined : { from, to, direction: order > 0 ? 'up' : 'down' }
}

/** The names, each once, of suppliers with an offer in the first list and none in the other. */
function namesOnlyIn(offers: Offer[], others: Offer[]): string[] {
  const known = new Set(others.map(({ supplier }) => supplier.name))
  const names = offers.map(({ supplier }) => supplier.name)
  return [...new Set(names.filter((name) => name !== null && !known.has(name)) as string[])]
}

function countsOf(differences: OfferChanges[]) {
  const count = (is: (difference: OfferChanges) => boolean) => differences.filter(is).length
  return {
    cheaper: count(({ price }) => price?.direction === 'down'),
    dearer: count(({ price }) => price?.direction === 'up'),
    minimumChanged: count(({ minOrder }) => minOrder !== undefined),
  }
}
