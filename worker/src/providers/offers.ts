import { LIMITS, type Offer, type PriceTier, type SearchQuery, type Supplier } from '@find-on-1688/shared'
import { badResponse } from '../gateway/errors.ts'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'
import { isNothing } from './envelope.ts'
import type { ProviderAnswer } from './provider.ts'
import { id, text, unfolded } from './sanitize.ts'

/** Everything about an offer that the platform may leave out. */
export const UNKNOWN_OFFER = {
  titleTranslated: null,
  price: null,
  priceMax: null,
  promotionPrice: null,
  dropshipPrice: null,
  currency: 'CNY' as const,
  priceTiers: [] as PriceTier[],
  minOrder: null,
  unit: null,
  imageUrl: null,
  monthlySales: null,
  repurchaseRate: null,
  patented: null,
  services: [] as string[],
  tradeScore: null,
  topCategoryId: null,
} satisfies Partial<Offer>

export const UNKNOWN_SUPPLIER = {
  name: null,
  location: null,
  years: null,
  verified: null,
  loginId: null,
  scores: [],
  rates: [],
} satisfies Partial<Supplier>

/** The answer of a search that finds nothing. */
export const NO_OFFERS: ProviderAnswer = {
  total: null,
  hasMore: false,
  offers: [],
  notes: [],
  isComplete: true,
  regions: null,
}

type OfferDetails = Partial<Omit<Offer, 'offerId' | 'title'>> & Pick<Offer, 'supplier' | 'detailUrl'>

/**
 * Reads a list of offers. Items without an id or a title are left out and counted in a note.
 *
 * @param read reads what is known of an item besides its id and title
 * @throws GatewayError `upstream_bad_response` if it is no list or nothing in it can be read
 */
export function readOffers(
  list: Json | undefined,
  read: (item: JsonObject, offerId: string) => OfferDetails,
): ProviderAnswer {
  const items = isNothing(list) ? [] : unfolded(list)
  const taken = Array.isArray(items) ? items.slice(0, LIMITS.pageSize) : [items]
  const offers = taken.flatMap((value): Offer[] => {
    const item = asObject(value)
    const offerId = id(item?.offerId)
    // Users of the title are better served by the translation than by an offer less.
    const title = text(item?.subject) ?? text(item?.subjectTrans)
    return item && offerId && title ? [{ ...UNKNOWN_OFFER, offerId, title, ...read(item, offerId) }] : []
  })
  if (taken.length > 0 && offers.length === 0) throw badResponse('offers in an unknown form')
  const lost = taken.length - offers.length
  const notes = lost > 0 ? [`${lost} of the offers could not be read and are not shown.`] : []
  return { ...NO_OFFERS, offers, notes, isComplete: lost === 0 }
}

/** Whether there is a further page to ask for. */
export function hasMore(total: number | null, { page, pageSize }: SearchQuery, received: number): boolean {
  const seen = page * pageSize
  return (
    received > 0 && seen < LIMITS.reachableOffers && (total === null ? received >= pageSize : seen < total)
  )
}

/** What a provider cannot be asked for is said in notes. */
export function notesOnRefinements({ filter, keyword }: SearchQuery, takesKeyword = false): string[] {
  return [
    ...(filter ? ['This 1688 API cannot filter by service: the filter was not applied.'] : []),
    ...(keyword !== undefined && !takesKeyword
      ? ['This 1688 API takes no keyword: it was not applied.']
      : []),
  ]
}

/** Sorts a page and applies price limits, for a provider that does neither; the notes say what was done. */
export function sortAndFilter(offers: Offer[], query: SearchQuery): { offers: Offer[]; notes: string[] } {
  const notes: string[] = []
  let arranged = offers
  const { priceMin, priceMax, sort } = query
  if (priceMin !== undefined || priceMax !== undefined) {
    const [min, max] = [Number(priceMin ?? 0), Number(priceMax ?? Infinity)]
    arranged = arranged.filter(({ price }) => price !== null && Number(price) >= min && Number(price) <= max)
    notes.push('This 1688 API cannot limit prices: each page was filtered on arrival.')
  }
  if (sort !== 'relevance') notes.push('Sorted within this page only.')
  return { offers: sortPage(arranged, sort), notes }
}

/** Unknown values go last in every order. */
export function sortPage(offers: Offer[], sort: SearchQuery['sort']): Offer[] {
  if (sort === 'relevance') return offers
  const sign = sort === 'price-asc' ? 1 : -1
  const rank = ({ price, monthlySales }: Offer) => {
    const value = sort === 'sales-desc' ? monthlySales : price
    return value === null ? Infinity : sign * Number(value)
  }
  // Two unknown values differ by NaN, which sorts as equal.
  return offers.toSorted((a, b) => rank(a) - rank(b))
}
