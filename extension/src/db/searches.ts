import type { PhotoVerdict } from '@find-on-1688/shared'
import { digestOf, jpegOf } from '../image/digest.ts'
import type { Listing } from '../model/listing.ts'
import type { SentPicture } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { savedPhotosOf } from './additional-photos.ts'
import type { SavedSearch, SearchRecord, Writing } from './schema.ts'
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
import { read, write } from './transactions.ts'

const STORES_TO_ERASE = [...SEARCH_STORES, 'offerDetails'] as const

/** With one more, the oldest goes. */
export const MAX_SEARCHES = 200

/**
 * Saves the results of a search so far, or adds them to what is saved of it. Does nothing for a private search, for a
 * picture of another search, and before there are results. `thumb` is a `data:` address of at most 96 pixels a side; empty
 * keeps the saved one. `additionalSent` are the pictures of its additional photos, by their ids.
 *
 * @returns whether it was saved
 * @throws StorageFullError, StorageClosedError
 */
export async function saveSearch(
  search: Search,
  sent: SentPicture & { searchId: string },
  thumb: string,
  additionalSent: Record<string, SentPicture> = {},
): Promise<boolean> {
  if (search.source.incognito || sent.searchId !== search.id) return false
  const results = resultsOf(search)
  if (!results) return false
  const picture = await jpegOf(sent.dataUrl)
  const photos = await savedPhotosOf(search, additionalSent)
  const saved = { picture, digest: await digestOf(picture), sent: sentOf(sent), thumb, ...photos }
  await write(SEARCH_STORES, async (transaction) => {
    const before = await transaction.objectStore('searches').get(results.id)
    await putSavedSearch(transaction, recordOf(results, saved, before))
    await removeTooMany(transaction)
  })
  return true
}

export function getSearch(id: string): Promise<SavedSearch | undefined> {
  return read(SEARCH_STORES, (transaction) => getSavedSearch(transaction, id))
}

/** The listings of saved searches, by their ids, without loading any picture. */
export async function getListings(ids: readonly string[]): Promise<Map<string, Listing | null>> {
  const records = await getRecords(ids)
  return new Map(records.map(({ id, listing }) => [id, listing]))
}

/** Saved searches by their ids, without loading any picture. Those that are no longer there are left out. */
export function getRecords(ids: readonly string[]): Promise<SearchRecord[]> {
  return read(['searches'], async (transaction) => {
    const searches = transaction.objectStore('searches')
    const records = await Promise.all([...new Set(ids)].map((id) => searches.get(id)))
    return records.filter((record) => record !== undefined)
  })
}

/** Adds what the comparison of photos said, by offer id. Does nothing for a search that is not saved. */
export function savePhotoVerdicts(id: string, verdicts: Record<string, PhotoVerdict>): Promise<void> {
  return write(['searches'], async (transaction) => {
    const searches = transaction.objectStore('searches')
    const record = await searches.get(id)
    if (record) await searches.put({ ...record, verdicts: { ...record.verdicts, ...verdicts } })
  })
}

/**
 * The quantity at which its prices were looked at. Does nothing for a search that is not saved.
 *
 * @param isChange otherwise the one that is saved already stays: opening an old search does not change what it was for
 */
export function saveQuantity(id: string, quantity: number, isChange: boolean): Promise<void> {
  return write(['searches'], async (transaction) => {
    const searches = transaction.objectStore('searches')
    const record = await searches.get(id)
    if (record && record.quantity !== quantity && (isChange || record.quantity === undefined))
      await searches.put({ ...record, quantity })
  })
}

/** The stored details of its offers go too. @returns what was removed, for `restoreSearches` */
export function removeSearch(id: string): Promise<SavedSearch | undefined> {
  return write(STORES_TO_ERASE, async (transaction) => {
    const saved = await getSavedSearch(transaction, id)
    await deleteSavedSearch(transaction, id)
    const details = transaction.objectStore('offerDetails')
    await Promise.all(Object.keys(saved?.details ?? {}).map((offerId) => details.delete(offerId)))
    return saved
  })
}

/** The stored details of offers go too. @returns what was removed, for `restoreSearches` */
export function eraseSearches(): Promise<SavedSearch[]> {
  return write(STORES_TO_ERASE, async (transaction) => {
    const all = await getAllSavedSearches(transaction)
    await clearSavedSearches(transaction)
    await transaction.objectStore('offerDetails').clear()
    return all
  })
}

/** Undoes a removal. A search saved again in the meantime stays. */
export async function restoreSearches(removed: SavedSearch[]): Promise<void> {
  await write(SEARCH_STORES, async (transaction) => {
    const searches = transaction.objectStore('searches')
    for (const saved of removed)
      if ((await searches.getKey(saved.id)) === undefined) await putSavedSearch(transaction, saved)
    await removeTooMany(transaction)
  })
}

async function removeTooMany(transaction: Writing): Promise<void> {
  await removeOldest(transaction, (await transaction.objectStore('searches').count()) - MAX_SEARCHES)
}
