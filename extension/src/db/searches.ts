import type { Mode } from '@find-on-1688/shared'
import { digestOf, jpegOf } from '../image/digest.ts'
import type { Earlier, Picture, Search } from '../model/search.ts'
import { earlierOf } from './earlier-search.ts'
import { photosToKeep } from './further-photos.ts'
import { broughtBy, type KeptSearch, recordOf, sentOf } from './search-record.ts'
import {
  clearWhole,
  deleteWhole,
  getAllWhole,
  getWhole,
  putWhole,
  removeOldest,
  SEARCH,
} from './search-store.ts'
import { hasWords } from './search-text.ts'
import { summaryOf } from './summary.ts'
import { read, type Writing, write } from './transactions.ts'

/** With one more, the oldest goes. */
export const MOST_SEARCHES = 200

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
export async function keepSearch(
  search: Search,
  sent: Picture & { searchId: string },
  thumb: string,
  furtherSent: Record<string, Picture> = {},
): Promise<boolean> {
  if (search.source.incognito || sent.searchId !== search.id) return false
  const brought = broughtBy(search)
  if (!brought) return false
  const picture = await jpegOf(sent.dataUrl)
  const photos = await photosToKeep(search, furtherSent)
  const kept = { picture, digest: await digestOf(picture), sent: sentOf(sent), thumb, ...photos }
  await write(SEARCH, async (transaction) => {
    const before = await transaction.objectStore('searches').get(brought.id)
    await putWhole(transaction, recordOf(brought, kept, before))
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
      if (hasWords(value.words, words)) found.push(summaryOf(value))
      if (found.length === limit) break
    }
    return found
  })
}

export function getSearch(id: string): Promise<KeptSearch | undefined> {
  return read(SEARCH, (transaction) => getWhole(transaction, id))
}

/**
 * The last search with the same picture before this one, as far as it can be compared: of the same part of it, in the same
 * mode, and answered by the same API where both are known.
 */
export async function findEarlier(
  search: Search,
  sent: Picture & { searchId: string },
  mode: Mode,
): Promise<Earlier | undefined> {
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
    .reduce<Earlier | undefined>((last, each) => (last && last.at >= each.at ? last : each), undefined)
}

/** @returns what was removed, for `putBackSearches` */
export function removeSearch(id: string): Promise<KeptSearch | undefined> {
  return write(SEARCH, async (transaction) => {
    const kept = await getWhole(transaction, id)
    await deleteWhole(transaction, id)
    return kept
  })
}

/** @returns what was removed, for `putBackSearches` */
export function eraseSearches(): Promise<KeptSearch[]> {
  return write(SEARCH, async (transaction) => {
    const all = await getAllWhole(transaction)
    await clearWhole(transaction)
    return all
  })
}

/** Undoes a removal. What has been kept anew in the meantime stays. */
export async function putBackSearches(removed: KeptSearch[]): Promise<void> {
  await write(SEARCH, async (transaction) => {
    const searches = transaction.objectStore('searches')
    for (const kept of removed)
      if ((await searches.getKey(kept.id)) === undefined) await putWhole(transaction, kept)
    await removeTooMany(transaction)
  })
}

async function removeTooMany(transaction: Writing): Promise<void> {
  await removeOldest(transaction, (await transaction.objectStore('searches').count()) - MOST_SEARCHES)
}

function isSame<T>(one: T | undefined, other: T | undefined): boolean {
  return one === undefined || other === undefined || one === other
}
