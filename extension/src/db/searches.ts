import type { Offer } from '@find-on-1688/shared'
import { digestOf, jpegOf } from '../image/digest.ts'
import type { SentPicture } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { savedPhotosOf } from './additional-photos.ts'
import type { SavedSearch, SearchRecord, SearchSummary, Writing } from './schema.ts'
import { recordOf, resultsOf, sentOf } from './search-record.ts'
import {
  clearSavedSearches,
  deleteSavedSearch,
  getAllSavedSearches,
  getSavedSearch,
  putSavedSearch,
  removeOldest,
  SEARCH_STORES,
} from './search-store.ts'
import { matchesText } from './search-text.ts'
import { read, write } from './transactions.ts'

/** With one more, the oldest goes. */
export const MAX_SEARCHES = 200

/**
 * Keeps what a search has brought so far, or adds it to what is kept of it. Does nothing for a search from a private
 * window, for a picture that is not the search's, and while nothing has come back. `thumb` is a `data:` address of at most
 * 96 pixels; empty leaves the one that is kept. `furtherSent` are the pictures of its further photos, by their ids.
 *
 * @returns whether it is kept
 * @throws StorageFullError, StorageClosedError; the search itself is as good as before
 */
export async function saveSearch(
  search: Search,
  sent: SentPicture & { searchId: string },
  thumb: string,
  furtherSent: Record<string, SentPicture> = {},
): Promise<boolean> {
  if (search.source.incognito || sent.searchId !== search.id) return false
  const brought = resultsOf(search)
  if (!brought) return false
  const picture = await jpegOf(sent.dataUrl)
  const photos = await savedPhotosOf(search, furtherSent)
  const kept = { picture, digest: await digestOf(picture), sent: sentOf(sent), thumb, ...photos }
  await write(SEARCH_STORES, async (transaction) => {
    const before = await transaction.objectStore('searches').get(brought.id)
    await putSavedSearch(transaction, recordOf(brought, kept, before))
    await removeTooMany(transaction)
  })
  return true
}

/**
 * Kept searches, the newest first: at most `limit`, those that have all of `words`, and those behind `before`, the last
 * of the ones that are shown already.
 *
 * @throws StorageClosedError, as all that only read
 */
export function listSearches(asked: {
  words?: string
  before?: Pick<SearchSummary, 'at' | 'id'>
  limit: number
}): Promise<SearchSummary[]> {
  const { words = '', before, limit } = asked
  return read(['searches'], async (transaction) => {
    const found: SearchSummary[] = []
    if (limit <= 0) return found
    const range = before && IDBKeyRange.upperBound(before.at)
    const index = transaction.objectStore('searches').index('at')
    for await (const { value } of index.iterate(range, 'prev')) {
      // Of searches that began in the same millisecond the index gives the greater id first.
      if (before && value.at === before.at && value.id >= before.id) continue
      if (matchesText(value.words, words)) found.push(summaryOf(value))
      if (found.length === limit) break
    }
    return found
  })
}

export function getSearch(id: string): Promise<SavedSearch | undefined> {
  return read(SEARCH_STORES, (transaction) => getSavedSearch(transaction, id))
}

/** @returns what was removed, for `putBackSearches` */
export function removeSearch(id: string): Promise<SavedSearch | undefined> {
  return write(SEARCH_STORES, async (transaction) => {
    const kept = await getSavedSearch(transaction, id)
    await deleteSavedSearch(transaction, id)
    return kept
  })
}

/** @returns what was removed, for `putBackSearches` */
export function eraseSearches(): Promise<SavedSearch[]> {
  return write(SEARCH_STORES, async (transaction) => {
    const all = await getAllSavedSearches(transaction)
    await clearSavedSearches(transaction)
    return all
  })
}

/** Undoes a removal. What has been kept anew in the meantime stays. */
export async function restoreSearches(removed: SavedSearch[]): Promise<void> {
  await write(SEARCH_STORES, async (transaction) => {
    const searches = transaction.objectStore('searches')
    for (const kept of removed)
      if ((await searches.getKey(kept.id)) === undefined) await putSavedSearch(transaction, kept)
    await removeTooMany(transaction)
  })
}

async function removeTooMany(transaction: Writing): Promise<void> {
  await removeOldest(transaction, (await transaction.objectStore('searches').count()) - MAX_SEARCHES)
}
export function summaryOf({ id, at, thumb, mode, lists, listing }: SearchRecord): SearchSummary {
  const offers = lists[mode]?.offers ?? []
  return {
    id,
    at,
    thumb,
    mode,
    count: offers.length,
    cheapest: cheapestOf(offers),
    title: listing?.title ?? null,
  }
}
/** Prices are compared as numbers, which keeps the order of up to 15 digits, and told as the text that they are. */
export function cheapestOf(offers: Offer[]): string | null {
  let cheapest: string | null = null
  for (const { price } of offers)
    if (price !== null && (cheapest === null || Number(price) < Number(cheapest))) cheapest = price
  return cheapest
}
