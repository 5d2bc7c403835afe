import type { Offer } from '@find-on-1688/shared'
import type { Sort } from '../model/preferences.ts'
import { Decimal } from './decimal.ts'
import { type DetailsOf, withDetails } from './offer-with-details.ts'
import { minimumOf, priceAt } from './price-at.ts'

/** What an offer is sorted by, the least first; `null` where it is not known. */
type Key = (offer: Offer, quantity: number) => Decimal | null

const KEYS: Record<Exclude<Sort, 'relevance'>, Key> = {
  price: (offer, quantity) => number(priceAt(offer, quantity).unitPrice),
  sales: ({ monthlySales }) => number(monthlySales)?.neg() ?? null,
  minimum: (offer) => number(minimumOf(offer)),
}

/** In a new array. What is not known comes last; equal ones stay in the order they came in. */
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

function number(value: string | number | null): Decimal | null {
  return value === null ? null : new Decimal(String(value))
}
