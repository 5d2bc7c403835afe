import type { DetailedOffer } from '@find-on-1688/shared'
import type { LoadedDetails, ShortlistEntry } from '../../db/schema.ts'
import type { Search } from '../../model/search.ts'

/**
 * The newest details, of the current search or of a check.
 *
 * @param isOfSearch whether the offer is looked at for what the search is for: then its photo counts first. It need not be of
 *   the product that the offer was saved for.
 */
export function detailsOfEntry(
  entry: ShortlistEntry,
  search: Search | null,
  isOfSearch = false,
): LoadedDetails | undefined {
  const details = search?.details?.[entry.offerId]
  const loaded = details?.state === 'done' ? details : undefined
  const newest = loaded && timeOf(loaded.offer) >= timeOf(entry.details) ? loaded : undefined
  const [first, second] = isOfSearch ? [loaded, entry] : [entry, loaded]
  const [offer, match] = [newest?.offer ?? entry.details, first?.match ?? second?.match]
  return offer && { ...newest, state: 'done', offer, ...(match && { match }) }
}

function timeOf(details: DetailedOffer | undefined): number {
  return details?.fetchedAt ? Date.parse(details.fetchedAt) : 0
}
