import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Assumptions } from '../../model/assumptions.ts'
import type { OfferDetails } from '../../model/search.ts'
import { convert } from '../../pricing/convert.ts'
import { withDetails } from '../../pricing/offer-with-details.ts'
import { type PriceAt, type PriceRange, priceAt, shownPrice } from '../../pricing/price-at.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** What is known of an offer's price at the chosen quantity, with the price to show also in the display currency. */
export interface PricedOffer {
  offer: Offer | DetailedOffer
  quantity: number
  at: PriceAt
  /** In yuan; `at` says whether it is the price at the quantity. */
  shown: PriceRange | null
  /** `shown` in the display currency; `null` if price or rate is not known. */
  converted: PriceRange | null
}

export function priceOffer(
  offer: Offer,
  details: OfferDetails | undefined,
  quantity: number,
  { currency, rates }: DisplayCurrency,
  { ownRate }: Assumptions,
): PricedOffer {
  const detailed = withDetails(offer, details)
  const at = priceAt(detailed, quantity)
  const shown = shownPrice(at)
  const inCurrency = (amount: string | null) => convert(amount, 'CNY', currency, rates, ownRate)
  const low = inCurrency(shown?.low ?? null)
  const converted = low === null ? null : { low, high: inCurrency(shown?.high ?? null) }
  return { offer: detailed, quantity, at, shown, converted }
}
