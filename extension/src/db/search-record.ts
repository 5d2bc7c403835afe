import type { Mode } from '@find-on-1688/shared'
import { dataUrlOf } from '../image/reduce.ts'
import type { SentPicture } from '../model/picture.ts'
import type { EarlierSearch, ResultList, Search } from '../model/search.ts'
import type { LoadedDetails, SavedSearch, SearchRecord } from './schema.ts'
import { searchTextOf } from './search-text.ts'

/** What a search has brought so far, without what is under way in it. */
export type SearchResults = Pick<
  SearchRecord,
  'id' | 'at' | 'region' | 'mode' | 'lists' | 'details' | 'listing'
>

/** `undefined` where nothing has come back yet. */
export function resultsOf(search: Search): SearchResults | undefined {
  const { id, startedAt: at, region, listing = null, lists: all } = search
  const lists = finishedLists(all)
  const mode = lists[search.mode] ? search.mode : (Object.keys(lists)[0] as Mode | undefined)
  return mode && { id, at, ...(region && { region }), mode, lists, details: told(search.details), listing }
}

/** The lists of which something has come back, as they are to be kept. */
export function finishedLists(all: Search['lists']): SearchRecord['lists'] {
  const lists: SearchRecord['lists'] = {}
  for (const [mode, list] of Object.entries(all) as [Mode, ResultList][])
    if (list.state === 'done' || (list.state === 'failed' && list.offers.length > 0))
      lists[mode] = withoutProgress(list)
  return lists
}

/** Adds what came back to what is already kept of the same search. */
export function recordOf(
  brought: SearchResults,
  picture: Pick<SavedSearch, 'digest' | 'picture' | 'sent' | 'thumb' | 'photos' | 'photoPictures'>,
  before?: SearchRecord,
): SavedSearch {
  const lists = { ...before?.lists, ...brought.lists }
  const listing = brought.listing ?? before?.listing ?? null
  return {
    ...brought,
    ...picture,
    thumb: picture.thumb || before?.thumb || '',
    lists,
    listing,
    details: { ...before?.details, ...brought.details },
    provider: lists[brought.mode]?.provider ?? null,
    words: searchTextOf(listing, lists),
  }
}

/** Field by field, so that nothing comes along that is added to pictures some day. */
export function sentOf(picture: SentPicture): SavedSearch['sent'] {
  const { bytes, width, height, fromWidth, fromHeight, untouched, how, partly } = picture
  return { bytes, width, height, fromWidth, fromHeight, untouched, how, partly }
}

/** The picture of a kept search, to search with it again. */
export async function pictureOf({ sent, picture }: SavedSearch): Promise<SentPicture> {
  return { ...sent, dataUrl: await dataUrlOf(picture) }
}

/** A search as something to compare a later one with; `undefined` where no page of the mode was loaded. */
export function earlierOf(search: SearchRecord | Search, mode: Mode): EarlierSearch | undefined {
  const list = search.lists[mode]
  if (!list || list.page === 0) return undefined
  const at = 'at' in search ? search.at : search.startedAt
  return { at, mode, page: list.page, hasMore: list.hasMore, offers: list.offers }
}

/** A list that failed while it was being continued is kept as what it was before. */
function withoutProgress({ progress: _, failure: __, ...list }: ResultList): ResultList {
  return { ...list, state: 'done' }
}

function told(details: Search['details'] = {}): Record<string, LoadedDetails> {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, LoadedDetails] => entry[1].state === 'done'),
  )
}
