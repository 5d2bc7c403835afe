import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Assumptions } from '../../model/assumptions.ts'
import type { OfferDetails } from '../../model/search.ts'
import { convert } from '../../pricing/convert.ts'
import { costInputsFor } from '../../pricing/landed-cost.ts'
import { type Margin, marginOf, type SellingPriceRange } from '../../pricing/margin.ts'
import { withDetails } from '../../pricing/offer-with-details.ts'
import { type PriceAt, priceAt } from '../../pricing/price-at.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** An offer as it counts for this person: at the wished quantity, in the person's money. */
export interface PricedOffer {
  offer: Offer | DetailedOffer
  quantity: number
  at: PriceAt
  /** One piece in the person's money; `null` where price or rate is not known. */
  own: string | null
}

export function priceOffer(
  offer: Offer,
  details: OfferDetails | undefined,
  quantity: number,
  { currency, rates }: DisplayCurrency,
  { ownRate }: Assumptions,
): PricedOffer {
  const known = withDetails(offer, details)
  const at = priceAt(known, quantity)
  return { offer: known, quantity, at, own: convert(at.unitPrice, 'CNY', currency, rates, ownRate) }
}

/** What it would leave of a selling price. */
export function marginFor(
  { offer, quantity }: PricedOffer,
  sale: SellingPriceRange,
  { rates }: DisplayCurrency,
  assumptions: Assumptions,
): Margin {
  return marginOf(sale, costInputsFor(offer, quantity, rates, assumptions))
}
