import type { Offer } from '@find-on-1688/shared'
import { trustRank } from '../model/badges.ts'
import { isAscending, type Preferences, type Sort } from '../model/preferences.ts'
import { Decimal } from './decimal.ts'
import { type DetailsOf, withDetails } from './offer-with-details.ts'
import { minimumOf, priceAt, rankedPrice } from './price-at.ts'

/** What offers are sorted by; `null` if it is not known of one. */
type SortKey = Decimal | number | string | null
type KeyOf = (offer: Offer, quantity: number) => SortKey

/** The keys that only a view knows: of the shown title and place, of compared photos, and of the margin. */
type ViewSort = 'title' | 'place' | 'verdict' | 'margin'
export type ViewKeys = Partial<Record<ViewSort, (offer: Offer) => SortKey>>

const KEYS: Record<Exclude<Sort, 'relevance' | ViewSort>, KeyOf> = {
  // Where the price at the quantity is not known, the nearest known one decides; the list says how many those are.
  price: (offer, quantity) => rankedPrice(priceAt(offer, quantity)),
  sales: ({ monthlySales }) => monthlySales,
  minimum: minimumOf,
  reorder: ({ repurchaseRate }) => repurchaseRate,
  years: ({ supplier }) => supplier.years,
  supplier: ({ supplier }) => supplier.name,
  badges: trustRank,
  tiers: ({ priceTiers }) => priceTiers.length || null,
}

/**
 * In a new array. Unknown values come last, whichever way it is sorted; equal ones keep their order. As long as a view does
 * not know its keys, all do.
 */
export function sortOffers(
  offers: Offer[],
  preferences: Pick<Preferences, 'sort' | 'sortReversed' | 'quantity'>,
  detailsOf: DetailsOf,
  viewKeys: ViewKeys = {},
): Offer[] {
  const { sort, quantity } = preferences
  const keyOf = sort === 'relevance' ? undefined : { ...KEYS, ...viewKeys }[sort]
  if (!keyOf) return [...offers]
  const direction = isAscending(preferences) ? 1 : -1
  const keyed = offers.map((offer) => ({
    offer,
    key: keyOf(withDetails(offer, detailsOf(offer.offerId)), quantity),
  }))
  return keyed
    .sort((a, b) =>
      a.key === null || b.key === null
        ? Number(a.key === null) - Number(b.key === null)
        : direction * compare(a.key, b.key),
    )
    .map(({ offer }) => offer)
}

function compare(a: NonNullable<SortKey>, b: NonNullable<SortKey>): number {
  if (a instanceof Decimal && b instanceof Decimal) return a.cmp(b)
  if (typeof a === 'string' && typeof b === 'string') return COLLATOR.compare(a, b)
  return Number(a) - Number(b)
}

/** Of either language: Chinese by its sounds, as its readers expect. */
const COLLATOR = new Intl.Collator(['zh-CN-u-co-pinyin', 'en'], { numeric: true })
