import type { Mode } from '@find-on-1688/shared'
import { digestOf, jpegOf } from '../image/digest.ts'
import type { EarlierSearch, Search, SentPicture } from '../model/search.ts'
import { earlierOf } from './earlier-search.ts'
import { savedPhotosOf } from './further-photos.ts'
import { recordOf, resultsOf, type SavedSearch, sentOf } from './search-record.ts'
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
import { summaryOf } from './summary.ts'
import { read, type Writing, write } from './transactions.ts'

/** With one more, the oldest goes. */
export const MAX_SEARCHES = 200

/** A kept search as a list of them shows it. */
export interface SearchSummary {
  id: string
  /** When it was started, ms since the epoch. */
  at: number
  thumb: string
  mode: Mode
  /** Offers loaded in that mode. */
  count: number
  /** Yuan, the lowest price among them that is known. */
  cheapest: string | null
  /** What the page called the product. */
  title: string | null
}

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

/**
 * The last search with the same picture before this one, as far as it can be compared: of the same part of it, in the same
 * mode, and answered by the same API where both are known.
 */
export async function findEarlier(
  search: Search,
  sent: SentPicture & { searchId: string },
  mode: Mode,
): Promise<EarlierSearch | undefined> {
  const { id, startedAt, region, lists } = search
  const provider = lists[mode]?.provider
  const digest = await digestOf(await jpegOf(sent.dataUrl))
  const alike = await read(['searches'], (transaction) =>
    transaction.objectStore('searches').index('digest').getAll(digest),
  )
  return alike
    .filter((kept) => kept.id !== id && kept.at <= startedAt && kept.region === region)
    .filter((kept) => isSame(provider, kept.lists[mode]?.provider))
    .map((kept) => earlierOf(kept, mode))
    .filter((earlier) => earlier !== undefined)
    .reduce<EarlierSearch | undefined>((last, each) => (last && last.at >= each.at ? last : each), undefined)
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

function isSame<T>(one: T | undefined, other: T | undefined): boolean {
  return one === undefined || other === undefined || one === other
}
