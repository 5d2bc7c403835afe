import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Assumptions } from '../../model/assumptions.ts'
import type { OfferDetails } from '../../model/search.ts'
import { convert } from '../../pricing/convert.ts'
import { costInputsFor } from '../../pricing/landed-cost.ts'
import { type Margin, marginOf, type SellingPriceRange } from '../../pricing/margin.ts'
import { withDetails } from '../../pricing/offer-with-details.ts'
import { type PriceAt, priceAt } from '../../pricing/price-at.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** An offer at the chosen quantity, with its price in the display currency. */
export interface PricedOffer {
  offer: Offer | DetailedOffer
  quantity: number
  at: PriceAt
  /** The unit price in the display currency; `null` if price or rate is not known. */
  converted: string | null
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
  return { offer: detailed, quantity, at, converted: convert(at.unitPrice, 'CNY', currency, rates, ownRate) }
}

/** What would be left of a selling price. */
export function marginFor(
  { offer, quantity }: PricedOffer,
  sellingPrice: SellingPriceRange,
  { rates }: DisplayCurrency,
  assumptions: Assumptions,
): Margin {
  return marginOf(sellingPrice, costInputsFor(offer, quantity, rates, assumptions))
}
