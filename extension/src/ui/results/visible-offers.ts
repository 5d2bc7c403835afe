import type { Habits } from '../../model/preferences.ts'
import type { Details, List } from '../../model/search.ts'
import { badgesIn, filterOffers } from '../../pricing/filter.ts'
import type { Assumptions } from '../../pricing/presets.ts'
import { sortOffers } from '../../pricing/sort.ts'
import { type Priced, priced } from '../offer/priced-offer.ts'
import type { Money } from '../state/currency-context.ts'

/** The rows of a list in this person's order, without what the person does not want to see. */
export interface Shown {
  rows: Priced[]
  /** How many the filters keep out. */
  hidden: number
  /** Sorted or filtered while there is more to load: others may come between. */
  isPartly: boolean
  badges: { badge: string; count: number }[]
  showAll(): void
}

export function shownOf(
  list: List,
  details: Record<string, Details>,
  { habits, money, assumptions, showAll }: ShownFor,
): Shown {
  const { quantity, sort, filters } = habits
  const detailsOf = (offerId: string) => details[offerId]
  const { offers, hidden } = filterOffers(list.offers, filters, quantity, detailsOf)
  const sorted = sortOffers(offers, sort, quantity, detailsOf)
  return {
    rows: sorted.map((offer) => priced(offer, detailsOf(offer.offerId), quantity, money, assumptions)),
    hidden,
    isPartly: list.hasMore && (sort !== 'relevance' || Object.keys(filters).length > 0),
    badges: badgesIn(list.offers),
    showAll,
  }
}

interface ShownFor {
  habits: Habits
  money: Money
  assumptions: Assumptions
  showAll(): void
}
