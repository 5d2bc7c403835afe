import type { SearchSummary } from './schema.ts'
import { summaryOf } from './search-summary.ts'
import { matchesText } from './search-text.ts'
import { read } from './transactions.ts'

// Apart from searches.ts, because the background, which lists nothing, would have to load the arithmetic of prices with it.

/**
 * Saved searches, newest first: at most `limit`, those that match `words`, and those after `before`, the last one that is
 * already shown.
 *
 * @throws StorageClosedError, like everything that reads
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
      // Searches of the same millisecond come with the greater id first.
      if (before && value.at === before.at && value.id >= before.id) continue
      if (matchesText(value.words, words)) found.push(summaryOf(value))
      if (found.length === limit) break
    }
    return found
  })
}
