import type { Assumptions } from '../../model/assumptions.ts'
import { costInputsFor } from '../../pricing/landed-cost.ts'
import { type Margin, marginOf, type SellingPriceRange } from '../../pricing/margin.ts'
import type { PricedOffer } from '../offer/priced-offer.ts'
import type { DisplayCurrency } from '../state/app-context.tsx'

/** What would be left of a selling price. */
export function marginFor(
  { offer, quantity }: PricedOffer,
  sellingPrice: SellingPriceRange,
  { rates }: DisplayCurrency,
  assumptions: Assumptions,
): Margin {
  return marginOf(sellingPrice, costInputsFor(offer, quantity, rates, assumptions))
}
