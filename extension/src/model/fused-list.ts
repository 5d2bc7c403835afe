import type { Mode } from '@find-on-1688/shared'
import type { Failure } from './failure.ts'
import { fuseRanks, type RankFusion } from './rank-fusion.ts'
import type { ResultList, Search } from './search.ts'

/** A search, or a saved one: the lists of its first photo and of additional ones. */
type Searched = Pick<Search, 'mode' | 'lists'> & { further?: Pick<Search, 'lists'>[] }

/** The results of all photos of a search in a mode, as one list. */
export interface FusedResults extends ResultList {
  /** How many photos have been searched so far. */
  photos: number
  foundBy: RankFusion['foundBy']
}

interface Cached {
  from: (ResultList | undefined)[]
  fused: FusedResults | undefined
}

/** Views ask often, and compare the result by identity. */
const cache = new WeakMap<Searched, Partial<Record<Mode, Cached>>>()

/** The list of a mode: that of a single photo, or those of several as one. The same lists give the same object. */
export function resultListOf(search: Searched, mode: Mode = search.mode): ResultList | undefined {
  return search.further?.length ? fusedOf(search, mode) : search.lists[mode]
}

/** Why there are no results at all. Where a further page fails, those before it are shown. */
export function failureOfSearch(search: Search): Failure | undefined {
  const list = resultListOf(search)
  return search.readFailure ?? (list?.page === 0 ? list.failure : undefined)
}

/** `undefined` for a single photo. */
export function fusedResultsOf(search: Search): FusedResults | undefined {
  return search.further?.length ? fusedOf(search, search.mode) : undefined
}

function fusedOf(search: Searched, mode: Mode): FusedResults | undefined {
  const { lists, further = [] } = search
  const from = [lists[mode], ...further.map((photo) => photo.lists[mode])]
  const modes = cache.get(search) ?? {}
  const before = modes[mode]
  if (before?.from.length === from.length && before.from.every((list, at) => list === from[at]))
    return before.fused
  modes[mode] = { from, fused: fuse(from.filter((list) => list !== undefined)) }
  cache.set(search, modes)
  return modes[mode].fused
}

function fuse(all: ResultList[]): FusedResults | undefined {
  const [first] = all
  if (!first) return undefined
  const loaded = all.filter(({ page }) => page > 0)
  const { offers, foundBy } = fuseRanks(loaded.map((list) => list.offers))
  const hasMore = loaded.some((list) => list.hasMore)
  const { failure, progress, answers: _, ...rest } = first
  const state = stateOf(all)
  return {
    ...rest,
    state,
    offers,
    foundBy,
    photos: loaded.length,
    page: Math.max(...all.map(({ page }) => page)),
    // The lists overlap, so the totals cannot be added up.
    total: hasMore ? null : offers.length,
    hasMore,
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
    ...(state === 'failed' && failure && { failure }),
    ...(progress && loaded.length === 0 && { progress }),
  }
}

/** A single failure is shown with its photo; the list has failed only if no photo has results. */
function stateOf(all: ResultList[]): ResultList['state'] {
  if (all.some(({ state }) => state === 'loading')) return 'loading'
  return all.every(({ state, page }) => state === 'failed' && page === 0) ? 'failed' : 'done'
}
