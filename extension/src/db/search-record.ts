import type { Mode } from '@find-on-1688/shared'
import { dataUrlOf } from '../image/data-url.ts'
import type { Listing } from '../model/listing.ts'
import type { SentPicture } from '../model/picture.ts'
import { type EarlierSearch, type ResultList, type Search, savedIdOf, shopOf } from '../model/search.ts'
import type { LoadedDetails, SavedSearch, SearchRecord } from './schema.ts'
import { searchTextOf } from './search-text.ts'

/** The results of a search so far, without what is still loading. */
export type SearchResults = Pick<
  SearchRecord,
  'id' | 'at' | 'region' | 'refinement' | 'mode' | 'lists' | 'details' | 'listing' | 'origin'
>

/** `undefined` if nothing has come back yet. */
export function resultsOf(search: Search): SearchResults | undefined {
  const { startedAt: at, region, refinement, listing = null, lists: all } = search
  const lists = finishedLists(all)
  const mode = lists[search.mode] ? search.mode : (Object.keys(lists)[0] as Mode | undefined)
  return (
    mode && {
      id: savedIdOf(search),
      at,
      ...(region && { region }),
      ...(refinement && { refinement }),
      ...originOf(search),
      mode,
      lists,
      details: loadedDetails(search.details),
      listing: listing && withoutShop(listing),
    }
  )
}

/** The page's title or else its host, where nothing else would name the search in the history. */
function originOf(search: Search): Pick<SearchRecord, 'origin'> {
  const { source, listing, lists, further = [] } = search
  const found = [lists, ...further.map((photo) => photo.lists)].flatMap((each) => Object.values(each))
  if (listing?.title || found.some(({ offers }) => offers.length > 0)) return {}
  const host = shopOf(search) ?? URL.parse(source.addresses.at(-1) ?? '')?.host
  const origin = source.page?.title || host?.replace(/^www\./, '')
  return origin ? { origin } : {}
}

/** The lists with results, as they are saved. */
export function finishedLists(all: Search['lists']): SearchRecord['lists'] {
  const lists: SearchRecord['lists'] = {}
  for (const [mode, list] of Object.entries(all) as [Mode, ResultList][])
    if (list.state === 'done' || (list.state === 'failed' && list.offers.length > 0))
      lists[mode] = withoutProgress(list)
  return lists
}

/** Adds results to what is saved of the same search, or puts those of a search that repeats it in their place. */
export function recordOf(
  results: SearchResults,
  picture: Pick<SavedSearch, 'digest' | 'picture' | 'sent' | 'thumb' | 'photos' | 'photoPictures'>,
  saved?: SearchRecord,
): SavedSearch {
  // Checked again since: what the search itself has found is older, but for the pages that only it has loaded.
  const isChecked = (saved?.checkedAt ?? 0) > results.at
  const before = isChecked || saved?.at === results.at ? saved : undefined
  const lists = {
    ...before?.lists,
    ...results.lists,
    ...(isChecked && saved && checkedLists(saved, results)),
  }
  const listing = results.listing ?? saved?.listing ?? null
  return {
    ...results,
    ...picture,
    ...(saved?.isWatched && { isWatched: true }),
    ...(before?.before && { before: before.before }),
    ...(isChecked && saved && { at: saved.at, checkedAt: saved.at }),
    thumb: picture.thumb || saved?.thumb || '',
    lists,
    listing,
    details: { ...before?.details, ...results.details },
    ...(before?.verdicts && { verdicts: before.verdicts }),
    ...(before?.quantity && { quantity: before.quantity }),
    provider: lists[results.mode]?.provider ?? null,
    words: searchTextOf(listing, lists),
  }
}

function checkedLists(
  { lists: checked }: SearchRecord,
  { lists: found }: SearchResults,
): SearchRecord['lists'] {
  const lists = { ...checked }
  for (const [mode, list] of Object.entries(checked) as [Mode, ResultList][])
    lists[mode] = withFurtherPages(list, found[mode])
  return lists
}

/** A check loads as many pages as were loaded until then; those behind them have been loaded, and paid for, since. */
function withFurtherPages(checked: ResultList, found: ResultList | undefined): ResultList {
  // A check that came to the end of a list has found that it has become shorter.
  if (!found || found.page <= checked.page || !checked.hasMore) return checked
  const answers = found.answers?.filter(({ query }) => query.page > checked.page) ?? []
  const known = new Set(checked.offers.map(({ offerId }) => offerId))
  const further = new Set(answers.flatMap(({ offers }) => offers.map(({ offerId }) => offerId)))
  const offers = found.offers.filter(({ offerId }) => further.has(offerId) && !known.has(offerId))
  return {
    ...found,
    offers: [...checked.offers, ...offers],
    answers: [...(checked.answers ?? []), ...answers],
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
