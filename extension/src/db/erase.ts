import type { KeptSearch } from './search-record.ts'
import { clearWhole, getAllWhole, SEARCH } from './search-store.ts'
import { putBackSearches } from './searches.ts'
import { putBackShortlisted, type ShortlistEntry } from './shortlist.ts'
import { write } from './transactions.ts'

/** What was erased, to undo it. */
export interface Erased {
  searches: KeptSearch[]
  shortlist: ShortlistEntry[]
}

/**
 * Removes history and shortlist, both or neither. The search of the moment, settings and habits are kept elsewhere and
 * stay.
 */
export function eraseEverything(): Promise<Erased> {
  return write([...SEARCH, 'shortlist'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    const erased = { searches: await getAllWhole(transaction), shortlist: await shortlist.getAll() }
    await clearWhole(transaction)
    await shortlist.clear()
    return erased
  })
}

/** The shortlist first: where space is short it is worth more. */
export async function putBackEverything({ searches, shortlist }: Erased): Promise<void> {
  await putBackShortlisted(shortlist)
  await putBackSearches(searches)
}
