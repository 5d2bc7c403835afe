import type { Offer } from '@find-on-1688/shared'
import type { Assumptions } from '../../model/assumptions.ts'
import type { Preferences } from '../../model/preferences.ts'
import type { OfferDetails, ResultList } from '../../model/search.ts'
import { filterOffers } from '../../pricing/filter-offers.ts'
import { type PricedOffer, priceOffer } from '../../pricing/priced-offer.ts'
import { sortOffers, type ViewKeys } from '../../pricing/sort-offers.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** The offers of a list, sorted and filtered by the user's preferences. */
export interface VisibleOffers {
  rows: PricedOffer[]
  /** How many are hidden by filters. */
  hidden: number
  /** How many of those are hidden only because they do not state a wanted service. */
  unstated: number
  /** How many of the rows have a list price only. */
  listPrices: number
  /** Sorted or filtered while more can be loaded: those may appear in between. */
  isPartly: boolean
  showAll(): void
}

export function visibleOffersOf(
  list: ResultList,
  details: Record<string, OfferDetails>,
  { preferences, money, assumptions, sortKeys, showAll }: VisibleOffersOptions,
): VisibleOffers {
  const { quantity, sort, filters } = preferences
  const detailsOf = (offerId: string) => details[offerId]
  const { offers, hidden, unstated } = filterOffers(list.offers, filters, quantity, detailsOf)
  const sorted = sortOffers(offers, preferences, detailsOf, sortKeys)
  const rows = sorted.map((offer) => priceOnce(offer, detailsOf(offer.offerId), quantity, money, assumptions))
  return {
    rows,
    hidden,
    unstated,
    listPrices: rows.filter(({ at }) => at.basis === 'list').length,
    isPartly: list.hasMore && (sort !== 'relevance' || Object.keys(filters).length > 0),
    showAll,
  }
}

interface VisibleOffersOptions {
  preferences: Preferences
  money: DisplayCurrency
  assumptions: Assumptions
  sortKeys: ViewKeys
  showAll(): void
}

type PriceInputs = Parameters<typeof priceOffer>

const prices = new WeakMap<Offer, { inputs: PriceInputs; priced: PricedOffer }>()

/** The same object for the same inputs: a row that another order or filter leaves in the list is then not drawn again. */
function priceOnce(...inputs: PriceInputs): PricedOffer {
  const [offer] = inputs
  const before = prices.get(offer)
  if (before?.inputs.every((input, at) => input === inputs[at])) return before.priced
  const priced = priceOffer(...inputs)
  prices.set(offer, { inputs, priced })
  return priced
}
