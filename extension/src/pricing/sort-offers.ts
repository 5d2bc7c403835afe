import type { Offer } from '@find-on-1688/shared'
import type { Sort } from '../model/preferences.ts'
import { Decimal } from './decimal.ts'
import { type DetailsOf, withDetails } from './offer-with-details.ts'
import { minimumOf, priceAt, shownPrice } from './price-at.ts'

/** The sort key of an offer, lowest first; `null` if unknown. */
type Key = (offer: Offer, quantity: number) => Decimal | null

const KEYS: Record<Exclude<Sort, 'relevance'>, Key> = {
  // Where the price at the quantity is not known, the nearest known one decides; the list says how many those are.
  price: (offer, quantity) => toDecimal(shownPrice(priceAt(offer, quantity))?.low ?? null),
  sales: ({ monthlySales }) => toDecimal(monthlySales)?.neg() ?? null,
  minimum: (offer) => toDecimal(minimumOf(offer)),
}

/** In a new array. Unknown values come last; equal ones keep their order. */
export function sortOffers(offers: Offer[], sort: Sort, quantity: number, detailsOf: DetailsOf): Offer[] {
  if (sort === 'relevance') return [...offers]
  const keyed = offers.map((offer) => ({
    offer,
    key: KEYS[sort](withDetails(offer, detailsOf(offer.offerId)), quantity),
  }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ offer }) => offer)
}

function compare(a: Decimal | null, b: Decimal | null): number {
  if (a && b) return a.cmp(b)
  return Number(a === null) - Number(b === null)
}

function toDecimal(value: string | number | null): Decimal | null {
  return value === null ? null : new Decimal(String(value))
}
