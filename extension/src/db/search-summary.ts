import type { Offer } from '@find-on-1688/shared'
import { resultListOf } from '../model/fused-list.ts'
import { withDetails } from '../pricing/offer-with-details.ts'
import { priceAt, rankedPrice } from '../pricing/price-at.ts'
import type { PhotoMatches, SearchRecord, SearchSummary } from './schema.ts'

/** What the history lists of a saved search. Without verdicts nothing is said about photos. */
export function summaryOf(record: SearchRecord): SearchSummary {
  const { id, at, thumb, mode, lists, photos = [], listing, details, verdicts = {}, quantity = 1 } = record
  const list = resultListOf({ mode, lists, further: photos })
  const offers = (list?.offers ?? []).map((offer) => withDetails(offer, details[offer.offerId]))
  return {
    id,
    at,
    thumb,
    mode,
    total: list?.total ?? null,
    first: offers[0] ?? null,
    quantity,
    lowest: lowestOf(offers, quantity),
    photoMatches: photoMatchesOf(offers, verdicts, quantity),
    title: listing?.title ?? null,
    origin: record.origin ?? null,
    isWatched: record.isWatched ?? false,
  }
}

function photoMatchesOf(
  offers: readonly Offer[],
  verdicts: NonNullable<SearchRecord['verdicts']>,
  quantity: number,
): PhotoMatches {
  const judged = (kind: string) => offers.filter(({ offerId }) => verdicts[offerId] === kind)
  const [same, likely, other] = [judged('same'), judged('probably'), judged('other')]
  return {
    offers: offers.length,
    compared: same.length + likely.length + other.length,
    same: same.length,
    likely: likely.length,
    lowest: lowestOf(same.length > 0 ? same : likely, quantity),
  }
}

/**
 * The offer with the lowest price at the quantity. Only where no offer states such a price does the nearest one that is known
 * count: a list price may be that of another quantity, and would be lower than anything that can be paid.
 */
function lowestOf(offers: readonly Offer[], quantity: number): Offer | null {
  const priced = offers.flatMap((offer) => {
    const at = priceAt(offer, quantity)
    const price = rankedPrice(at)
    return price ? [{ offer, price, isExact: at.unitPrice !== null }] : []
  })
  const exact = priced.filter(({ isExact }) => isExact)
  const [first, ...others] = exact.length > 0 ? exact : priced
  return first ? others.reduce((low, each) => (each.price.lt(low.price) ? each : low), first).offer : null
}
