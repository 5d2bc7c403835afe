import type { Assumptions } from '../../model/assumptions.ts'
import type { Preferences } from '../../model/preferences.ts'
import type { OfferDetails, ResultList } from '../../model/search.ts'
import { badgesIn, filterOffers } from '../../pricing/filter-offers.ts'
import { sortOffers } from '../../pricing/sort-offers.ts'
import { type PricedOffer, priceOffer } from '../offer/priced-offer.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** The rows of a list in this person's order, without what the person does not want to see. */
export interface VisibleOffers {
  rows: PricedOffer[]
  /** How many the filters keep out. */
  hidden: number
  /** Sorted or filtered while there is more to load: others may come between. */
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
  return {
    rows: sorted.map((offer) => priceOffer(offer, detailsOf(offer.offerId), quantity, money, assumptions)),
    hidden,
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
