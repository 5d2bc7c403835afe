import type { SavedSearch } from './search-record.ts'
import { clearSavedSearches, getAllSavedSearches, SEARCH_STORES } from './search-store.ts'
import { restoreSearches } from './searches.ts'
import { restoreShortlisted, type ShortlistEntry } from './shortlist.ts'
import { write } from './transactions.ts'

/** What was erased, to undo it. */
export interface Erased {
  searches: SavedSearch[]
  shortlist: ShortlistEntry[]
}

/**
 * Removes history and shortlist, both or neither. The search of the moment, settings and habits are kept elsewhere and
 * stay.
 */
export function eraseEverything(): Promise<Erased> {
  return write([...SEARCH_STORES, 'shortlist'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    const erased = { searches: await getAllSavedSearches(transaction), shortlist: await shortlist.getAll() }
    await clearSavedSearches(transaction)
    await shortlist.clear()
    return erased
  })
}

/** The shortlist first: where space is short it is worth more. */
export async function putBackEverything({ searches, shortlist }: Erased): Promise<void> {
  await restoreShortlisted(shortlist)
  await restoreSearches(searches)
}
