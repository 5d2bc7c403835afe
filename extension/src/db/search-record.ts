import type { Mode } from '@find-on-1688/shared'
import { dataUrlOf } from '../image/data-url.ts'
import type { Listing } from '../model/listing.ts'
import type { SentPicture } from '../model/picture.ts'
import type { EarlierSearch, ResultList, Search } from '../model/search.ts'
import type { LoadedDetails, SavedSearch, SearchRecord } from './schema.ts'
import { searchTextOf } from './search-text.ts'

/** The results of a search so far, without what is still loading. */
export type SearchResults = Pick<
  SearchRecord,
  'id' | 'at' | 'region' | 'mode' | 'lists' | 'details' | 'listing'
>

/** `undefined` if nothing has come back yet. */
export function resultsOf(search: Search): SearchResults | undefined {
  const { id, startedAt: at, region, listing = null, lists: all } = search
  const lists = finishedLists(all)
  const mode = lists[search.mode] ? search.mode : (Object.keys(lists)[0] as Mode | undefined)
  return (
    mode && {
      id,
      at,
      ...(region && { region }),
      mode,
      lists,
      details: loadedDetails(search.details),
      listing: listing && withoutShop(listing),
    }
  )
}

/** The lists with results, as they are saved. */
export function finishedLists(all: Search['lists']): SearchRecord['lists'] {
  const lists: SearchRecord['lists'] = {}
  for (const [mode, list] of Object.entries(all) as [Mode, ResultList][])
    if (list.state === 'done' || (list.state === 'failed' && list.offers.length > 0))
      lists[mode] = withoutProgress(list)
  return lists
}

/** Adds results to what is already saved of the same search. */
export function recordOf(
  results: SearchResults,
  picture: Pick<SavedSearch, 'digest' | 'picture' | 'sent' | 'thumb' | 'photos' | 'photoPictures'>,
  before?: SearchRecord,
): SavedSearch {
  const lists = { ...before?.lists, ...results.lists }
  const listing = results.listing ?? before?.listing ?? null
  return {
    ...results,
    ...picture,
    thumb: picture.thumb || before?.thumb || '',
    lists,
    listing,
    details: { ...before?.details, ...results.details },
    ...(before?.verdicts && { verdicts: before.verdicts }),
    provider: lists[results.mode]?.provider ?? null,
    words: searchTextOf(listing, lists),
  }
}

/** Field by field, so that fields added later are not saved by accident. */
export function sentOf(picture: SentPicture): SavedSearch['sent'] {
  const { bytes, width, height, fromWidth, fromHeight, untouched, how, partly } = picture
  return { bytes, width, height, fromWidth, fromHeight, untouched, how, partly }
}

/** The picture of a saved search, to search with it again. */
export async function pictureOf({ sent, picture }: SavedSearch): Promise<SentPicture> {
  return { ...sent, dataUrl: await dataUrlOf(picture) }
}

/** A search to compare a later one with; `undefined` if no page of the mode was loaded. */
export function earlierOf(search: SearchRecord | Search, mode: Mode): EarlierSearch | undefined {
  const list = search.lists[mode]
  if (!list || list.page === 0) return undefined
  const at = 'at' in search ? search.at : search.startedAt
  return { at, mode, page: list.page, hasMore: list.hasMore, offers: list.offers }
}

/** Where a product was looked at is not saved. */
function withoutShop({ shop: _, ...listing }: Listing): Listing {
  return listing
}

/** A list whose next page failed is saved as it was before. */
function withoutProgress({ progress: _, failure: __, ...list }: ResultList): ResultList {
  return { ...list, state: 'done' }
}

function loadedDetails(details: Search['details'] = {}): Record<string, LoadedDetails> {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, LoadedDetails] => entry[1].state === 'done'),
  )
}
