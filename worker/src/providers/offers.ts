import { LIMITS, type Offer, type PriceTier, type SearchQuery } from '@find-on-1688/shared'
import { badAnswer } from '../gateway/failure.ts'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'

/** An offer of which nothing is known yet but its id. */
export const NOTHING_KNOWN = {
  titleTranslated: null,
  price: null,
  currency: 'CNY' as const,
  priceTiers: [] as PriceTier[],
  minOrder: null,
  unit: null,
  imageUrl: null,
  monthlySales: null,
  repurchaseRate: null,
  patented: null,
} satisfies Partial<Offer>

/**
 * Turns a list of items into offers. Items without an id or title are left out and counted in a note.
 *
 * @throws GatewayFailure `upstream_bad_response` where the list is none, or nothing in it can be read
 */
export function readOffers(
  items: Json | undefined,
  read: (item: JsonObject) => Offer | undefined,
): { offers: Offer[]; notes: string[]; isComplete: boolean } {
  if (items === undefined || items === null) return { offers: [], notes: [], isComplete: true }
  if (!Array.isArray(items)) throw badAnswer('offers in an unknown form')
  const kept = items.slice(0, LIMITS.pageSize)
  const offers = kept.flatMap((item) => {
    const object = asObject(item)
    return (object && read(object)) ?? []
  })
  if (kept.length > 0 && offers.length === 0) throw badAnswer('offers in an unknown form')
  const lost = kept.length - offers.length
  const notes = lost > 0 ? [`${lost} of the offers could not be read and are left out.`] : []
  return { offers, notes, isComplete: lost === 0 }
}

/** Whether a further page can be asked for. */
export function hasMore(total: number | null, { page, pageSize }: SearchQuery, received: number): boolean {
  if (received === 0) return false
  const seen = page * pageSize
  return seen < LIMITS.reachableOffers && (total === null ? received >= pageSize : seen < total)
}

/** Sorting and price limits of a page, for a provider that has none; what was done is said in the notes. */
export function arrange(offers: Offer[], query: SearchQuery): { offers: Offer[]; notes: string[] } {
  const notes: string[] = []
  let arranged = offers
  const { priceMin, priceMax, sort } = query
  if (priceMin !== undefined || priceMax !== undefined) {
    arranged = arranged.filter(({ price }) => price !== null && within(Number(price), priceMin, priceMax))
    notes.push('1688 cannot limit prices in this search: each page was narrowed after it arrived.')
  }
  if (sort !== 'relevance') {
    arranged = sortPage(arranged, sort)
    notes.push('Sorted within this page only.')
  }
  return { offers: arranged, notes }
}

function within(price: number, min: string | undefined, max: string | undefined): boolean {
  return price >= Number(min ?? 0) && price <= Number(max ?? Number.POSITIVE_INFINITY)
}

type Sort = Exclude<SearchQuery['sort'], 'relevance'>

/** Unknown values go last in every order. */
export function sortPage(offers: Offer[], sort: Sort): Offer[] {
  const key = ({ price, monthlySales }: Offer) => (sort === 'sales-desc' ? monthlySales : price)
  const sign = sort === 'price-asc' ? 1 : -1
  return offers.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (Number(x) - Number(y))
  })
}
