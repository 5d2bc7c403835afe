import type { Mode } from '@find-on-1688/shared'
import { fuseRanks, type RankFusion } from './rank-fusion.ts'
import type { ResultList, Search } from './search.ts'

/** What all photos of a search have found in a mode, as one list. */
export interface FusedResults extends ResultList {
  /** How many photos have found something, or nothing, so far. */
  photos: number
  foundBy: RankFusion['foundBy']
}

interface Known {
  from: (ResultList | undefined)[]
  together: FusedResults | undefined
}

/** What was fused already, and of what: views ask often, and compare what they get with what they had. */
const known = new WeakMap<Search, Partial<Record<Mode, Known>>>()

/** The list of a mode: that of the one photo as it is, or those of several as one. Of the same lists always the same. */
export function resultListOf(search: Search, mode: Mode = search.mode): ResultList | undefined {
  return search.further?.length ? together(search, mode) : search.lists[mode]
}

/** Only where several photos are searched. */
export function fusedResultsOf(search: Search): FusedResults | undefined {
  return search.further?.length ? together(search, search.mode) : undefined
}

function together(search: Search, mode: Mode): FusedResults | undefined {
  const { lists, further = [] } = search
  const from = [lists[mode], ...further.map((photo) => photo.lists[mode])]
  const modes = known.get(search) ?? {}
  const before = modes[mode]
  if (before?.from.length === from.length && before.from.every((list, at) => list === from[at]))
    return before.together
  modes[mode] = { from, together: fused(from.filter((list) => list !== undefined)) }
  known.set(search, modes)
  return modes[mode].together
}

function fused(all: ResultList[]): FusedResults | undefined {
  const [first] = all
  if (!first) return undefined
  const come = all.filter(({ page }) => page > 0)
  const { offers, foundBy } = fuseRanks(come.map((list) => list.offers))
  const hasMore = come.some((list) => list.hasMore)
  const { failure, progress, answers: _, ...rest } = first
  const state = stateOf(all)
  return {
    ...rest,
    state,
    offers,
    foundBy,
    photos: come.length,
    page: Math.max(...all.map(({ page }) => page)),
    // How many there are of all that were not loaded nobody says: the lists overlap.
    total: hasMore ? null : offers.length,
    hasMore,
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
    ...(state === 'failed' && failure && { failure }),
    ...(progress && come.length === 0 && { progress }),
  }
}

/** What one photo lacks is told with the photo; all have failed only where nothing has come of any. */
function stateOf(all: ResultList[]): ResultList['state'] {
  if (all.some(({ state }) => state === 'loading')) return 'loading'
  return all.every(({ state, page }) => state === 'failed' && page === 0) ? 'failed' : 'done'
}
