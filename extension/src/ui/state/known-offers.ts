import type { Offer } from '@find-on-1688/shared'
import type { ShortlistEntry } from '../../db/schema.ts'
import { resultListOf } from '../../model/fused-list.ts'
import type { OfferDetails, Search } from '../../model/search.ts'
import { searchItem } from '../../model/stored-items.ts'
import { useApp } from './app-context.tsx'
import { detailsOfEntry } from './entry-details.ts'
import { useStored } from './use-stored.ts'

/** An offer with all that is known of it, and where it was found. */
export interface LocatedOffer {
  offer: Offer
  /** Missing if they were never asked for. */
  details?: OfferDetails
  from: 'search' | 'shortlist' | 'compared'
}

/** Everything that may know an offer. */
interface Sources {
  search: Search | null
  shortlist: ReadonlyMap<string, ShortlistEntry>
  compared: readonly Offer[]
}

/** The offer wherever it is known, the freshest first; `null` if it is not, `undefined` until that can be said. */
export function useKnownOffer(offerId: string): LocatedOffer | null | undefined {
  const { shortlist, compared } = useApp()
  const search = useStored(searchItem)
  return search === undefined ? undefined : knownOffer(offerId, { search, shortlist, compared })
}

export function knownOffer(offerId: string, { search, shortlist, compared }: Sources): LocatedOffer | null {
  const entry = shortlist.get(offerId)
  const isIt = (offer: Offer) => offer.offerId === offerId
  const found = search ? offersOf(search).find(isIt) : undefined
  const details = detailsOf(offerId, search, entry, found !== undefined)
  const known = (offer: Offer | undefined, from: LocatedOffer['from']) =>
    offer && { offer, from, ...(details && { details }) }
  return (
    known(found, 'search') ??
    known(entry?.offer, 'shortlist') ??
    known(compared.find(isIt), 'compared') ??
    null
  )
}

/** Those of the list that is shown first: the other mode may have an older state of an offer. */
function offersOf(search: Search): Offer[] {
  const all = [search, ...(search.further ?? [])].flatMap(({ lists }) => Object.values(lists))
  return [resultListOf(search), ...all].flatMap((list) => list?.offers ?? [])
}

/** Saved details stay known while they are asked for again, and if that fails. */
function detailsOf(
  offerId: string,
  search: Search | null,
  entry: ShortlistEntry | undefined,
  isOfSearch: boolean,
) {
  const ofSearch = search?.details?.[offerId]
  const saved = entry && detailsOfEntry(entry, search, isOfSearch)
  if (!saved) return ofSearch
  if (ofSearch?.state === 'loading') return { ...saved, renewing: true } as const
  return ofSearch?.state === 'failed' ? { ...saved, failure: ofSearch.failure } : saved
}
