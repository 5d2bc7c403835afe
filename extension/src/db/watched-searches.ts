import type { SearchRecord } from './schema.ts'
import { read } from './transactions.ts'

/** The saved searches that are checked along with the offers, and others with changes that nobody has looked at. Newest first. */
export function listWatchedSearches(): Promise<SearchRecord[]> {
  return read(['searches'], async (transaction) => {
    const found: SearchRecord[] = []
    for await (const { value } of transaction.objectStore('searches').index('at').iterate(null, 'prev'))
      if (value.isWatched || value.before) found.push(value)
    return found
  })
}
