import type { Assumptions } from '../model/assumptions.ts'
import { costInputsFor } from './landed-cost.ts'
import { type Margin, marginOf, type SellingPriceRange } from './margin.ts'
import type { Exchange, PricedOffer } from './priced-offer.ts'

/** What would be left of a selling price. */
export function marginFor(
  { offer, quantity }: PricedOffer,
  sellingPrice: SellingPriceRange,
  { rates }: Pick<Exchange, 'rates'>,
  assumptions: Assumptions,
): Margin {
  return marginOf(sellingPrice, costInputsFor(offer, quantity, rates, assumptions))
}
