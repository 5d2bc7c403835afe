import type { Assumptions } from '../../model/assumptions.ts'
import type { Preferences } from '../../model/preferences.ts'
import type { OfferDetails, ResultList } from '../../model/search.ts'
import { badgesIn, filterOffers } from '../../pricing/filter-offers.ts'
import { sortOffers } from '../../pricing/sort-offers.ts'
import { type PricedOffer, priceOffer } from '../offer/priced-offer.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** The offers of a list, sorted and filtered by the user's preferences. */
export interface VisibleOffers {
  rows: PricedOffer[]
  /** How many are hidden by filters. */
  hidden: number
  /** How many of the rows have a list price only. */
  listPrices: number
  /** Sorted or filtered while more can be loaded: those may appear in between. */
  isPartly: boolean
  badges: { badge: string; count: number }[]
  showAll(): void
}

export function visibleOffersOf(
  list: ResultList,
  details: Record<string, OfferDetails>,
  { preferences, money, assumptions, showAll }: VisibleOffersOptions,
): VisibleOffers {
  const { quantity, sort, filters } = preferences
  const detailsOf = (offerId: string) => details[offerId]
  const { offers, hidden } = filterOffers(list.offers, filters, quantity, detailsOf)
  const sorted = sortOffers(offers, sort, quantity, detailsOf)
  const rows = sorted.map((offer) =>
    priceOffer(offer, detailsOf(offer.offerId), quantity, money, assumptions),
  )
  return {
    rows,
    hidden,
    listPrices: rows.filter(({ at }) => at.basis === 'list').length,
    isPartly: list.hasMore && (sort !== 'relevance' || Object.keys(filters).length > 0),
    badges: badgesIn(list.offers),
    showAll,
  }
}

interface VisibleOffersOptions {
  preferences: Preferences
  money: DisplayCurrency
  assumptions: Assumptions
  showAll(): void
}
