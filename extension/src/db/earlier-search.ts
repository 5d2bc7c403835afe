import type { Mode } from '@find-on-1688/shared'
import type { EarlierSearch, Search } from '../model/search.ts'
import type { SearchRecord } from './schema.ts'

/** A search as something to compare a later one with; `undefined` where no page of the mode was loaded. */
export function earlierOf(search: SearchRecord | Search, mode: Mode): EarlierSearch | undefined {
  const list = search.lists[mode]
  if (!list || list.page === 0) return undefined
  const at = 'at' in search ? search.at : search.startedAt
  return { at, mode, page: list.page, hasMore: list.hasMore, offers: list.offers }
}
