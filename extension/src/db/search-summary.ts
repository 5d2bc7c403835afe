import type { Offer } from '@find-on-1688/shared'
import { resultListOf } from '../model/fused-list.ts'
import { withDetails } from '../pricing/offer-with-details.ts'
import type { PhotoMatches, SearchRecord, SearchSummary } from './schema.ts'

/** What the history lists of a saved search. Without verdicts nothing is said about photos. */
export function summaryOf(record: SearchRecord): SearchSummary {
  const { id, at, thumb, mode, lists, photos = [], listing, details, verdicts = {} } = record
  const list = resultListOf({ mode, lists, further: photos })
  const offers = list?.offers ?? []
  const [first] = offers
  return {
    id,
    at,
    thumb,
    mode,
    total: list?.total ?? null,
    first: first ? withDetails(first, details[first.offerId]) : null,
    photoMatches: photoMatchesOf(
      offers.map((offer) => withDetails(offer, details[offer.offerId])),
      verdicts,
    ),
    title: listing?.title ?? null,
  }
}

function photoMatchesOf(
  offers: readonly Offer[],
  verdicts: NonNullable<SearchRecord['verdicts']>,
): PhotoMatches {
  const judged = (kind: string) => offers.filter(({ offerId }) => verdicts[offerId] === kind)
  const [same, likely, other] = [judged('same'), judged('probably'), judged('other')]
  return {
    offers: offers.length,
    compared: same.length + likely.length + other.length,
    same: same.length,
    likely: likely.length,
    lowest: lowestOf(same.length > 0 ? same : likely),
  }
}

/** Prices are compared as numbers, which is exact up to 15 digits. */
function lowestOf(offers: readonly Offer[]): Offer | null {
  let lowest: Offer | null = null
  for (const offer of offers)
    if (offer.price !== null && (!lowest || Number(offer.price) < Number(lowest.price))) lowest = offer
  return lowest
}
