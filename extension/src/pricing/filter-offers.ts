import { type Offer, SERVICES, type Service } from '@find-on-1688/shared'
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
): { offers: Offer[]; hidden: number; unstated: number } {
  const passing = (by: Filters) =>
    offers.filter((offer) => passes(offer, by, quantity, detailsOf(offer.offerId)))
  const shown = passing(filters)
  const { services, ...others } = filters
  const unstated = services ? passing(others).length - shown.length : 0
  return { offers: shown, hidden: offers.length - shown.length, unstated }
}

/** An unknown value does not pass a limit on it. */
export function passes(offer: Offer, filters: Filters, quantity: number, details?: OfferDetails): boolean {
  const known = withDetails(offer, details)
  return (
    priceWithin(known, filters, quantity) &&
    minimumWithin(known, filters.minOrder) &&
    (!filters.verified || known.supplier.verified === true) &&
    hasOneOf(known.supplier.badges, filters.badges) &&
    hasAll(known.services, filters.services) &&
    containsAll(known, filters.words)
  )
}

/** The badges among the offers, most frequent first, with the number of offers that have them. */
export function badgesIn(offers: readonly Offer[]): { badge: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { supplier } of offers)
    for (const badge of new Set(supplier.badges)) counts.set(badge, (counts.get(badge) ?? 0) + 1)
  return [...counts].map(([badge, count]) => ({ badge, count })).sort((a, b) => b.count - a.count)
}

/** How many of the offers say that they have a service. The others may have it too. */
export function servicesIn(offers: readonly Offer[]): Record<Service, number> {
  const count = (service: Service) => offers.filter(({ services = [] }) => services.includes(service)).length
  return Object.fromEntries(SERVICES.map((service) => [service, count(service)])) as Record<Service, number>
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

function hasAll(services: string[] = [], wanted: string[] = []): boolean {
  return wanted.every((service) => services.includes(service))
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
