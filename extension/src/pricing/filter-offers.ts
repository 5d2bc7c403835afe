import type { Offer } from '@find-on-1688/shared'
import type { Filters } from '../model/preferences.ts'
import type { OfferDetails } from '../model/search.ts'
import { notNegative } from './decimal.ts'
import { type DetailsOf, withDetails } from './offer-with-details.ts'
import { minimumOf, priceAt, shownPrice } from './price-at.ts'

/** The offers that pass, in their order, and the number that do not. */
export function filterOffers(
  offers: Offer[],
  filters: Filters,
  quantity: number,
  detailsOf: DetailsOf,
): { offers: Offer[]; hidden: number } {
  const shown = offers.filter((offer) => passes(offer, filters, quantity, detailsOf(offer.offerId)))
  return { offers: shown, hidden: offers.length - shown.length }
}

/** An unknown value does not pass a limit on it. */
export function passes(offer: Offer, filters: Filters, quantity: number, details?: OfferDetails): boolean {
  const known = withDetails(offer, details)
  return (
    priceWithin(known, filters, quantity) &&
    minimumWithin(known, filters.minOrder) &&
    (!filters.verified || known.supplier.verified === true) &&
    hasOneOf(known.supplier.badges, filters.badges) &&
    containsAll(known, filters.words)
  )
}

/** The badges among the offers, most frequent first, with the number of offers that have them. */
export function badgesIn(offers: Offer[]): { badge: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { supplier } of offers)
    for (const badge of new Set(supplier.badges)) counts.set(badge, (counts.get(badge) ?? 0) + 1)
  return [...counts].map(([badge, count]) => ({ badge, count })).sort((a, b) => b.count - a.count)
}

/**
 * By the price at the quantity, or else by the nearest known one: the list says how many those are. A range passes if any
 * of its prices is within the limits.
 */
function priceWithin(offer: Offer, { priceMin, priceMax }: Filters, quantity: number): boolean {
  const min = notNegative(priceMin)
  const max = notNegative(priceMax)
  if (!min && !max) return true
  const price = shownPrice(priceAt(offer, quantity))
  const low = notNegative(price?.low)
  if (!low) return false
  const high = notNegative(price?.high) ?? low
  return (!min || high.gte(min)) && (!max || low.lte(max))
}

function minimumWithin(offer: Offer, most: number | undefined): boolean {
  const minimum = minimumOf(offer)
  return most === undefined || (minimum !== null && minimum <= most)
}

function hasOneOf(badges: string[], wanted: string[] = []): boolean {
  return wanted.length === 0 || wanted.some((badge) => badges.includes(badge))
}

function containsAll({ title, titleTranslated, supplier }: Offer, words = ''): boolean {
  const text = normalized([title, titleTranslated, supplier.name, supplier.location].join('\n'))
  return normalized(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** With full-width letters and digits, common in Chinese titles, as plain ones. */
function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
