import type { Offer, OfferVariant, Rates } from '@find-on-1688/shared'
import type { Assumptions } from '../model/assumptions.ts'
import type { OfferDetails } from '../model/search.ts'
import { type KnownOffer, matchedVariants } from '../model/variant-match.ts'
import { convert } from './convert.ts'
import { withDetails } from './offer-with-details.ts'
import { type PriceAt, type PriceRange, priceAt, shownPrice } from './price-at.ts'

/** What amounts in yuan are shown in, and the exchange rates if known. */
export interface Exchange {
  /** ISO 4217. */
  currency: string
  rates: Rates | undefined
}

/** What is known of an offer's price at the chosen quantity, with the price to show also in the display currency. */
export interface PricedOffer {
  offer: KnownOffer
  /** Those that are the searched product, which the price is of; empty if that is not known. */
  variants: OfferVariant[]
  quantity: number
  at: PriceAt
  /** In yuan; `at` says whether it is the price at the quantity. */
  shown: PriceRange | null
  /** `shown` in the display currency; `null` if price or rate is not known. */
  converted: PriceRange | null
  /** The display currency. */
  currency: string
}

export function priceOffer(
  offer: Offer,
  details: OfferDetails | undefined,
  quantity: number,
  { currency, rates }: Exchange,
  { ownRate }: Assumptions,
): PricedOffer {
  const detailed = withDetails(offer, details)
  const at = priceAt(detailed, quantity)
  const shown = shownPrice(at)
  const inCurrency = (amount: string | null) => convert(amount, 'CNY', currency, rates, ownRate)
  const low = inCurrency(shown?.low ?? null)
  const converted = low === null ? null : { low, high: inCurrency(shown?.high ?? null) }
  return { offer: detailed, variants: matchedVariants(detailed), quantity, at, shown, converted, currency }
}
