import type { Provider } from '@find-on-1688/shared'
import type { SearchRecord, ShortlistEntry } from '../../db/schema.ts'
import { offerNow } from '../../db/watch.ts'
import { hasOfferPages, type Watch, type WatchList } from '../../model/watch.ts'

/** Values older than this are worth another look; the worker keeps its answers about as long. */
export const DAY_MS = 86_400_000

/** What a check would ask for, and what that costs. */
export interface WatchPlan {
  list: WatchList
  /** At most; what the worker still has by then costs nothing. */
  searches: number
  /** How many offers and searches it leaves out, because the answer would be the same. */
  fresh: number
  /** How many offers it leaves out, because its user has decided against them. */
  rejected: number
  /** How many offers it leaves out, because the API in use has no pages of offers. */
  withoutPage: number
  /** The oldest of what it asks for, ms since the epoch. */
  oldestAt: number
}

/**
 * @param cached ids of the offers whose latest answer the worker still has
 * @param provider which API answered last, if any did
 */
export function watchPlan(
  entries: readonly ShortlistEntry[],
  searches: readonly SearchRecord[],
  cached: ReadonlySet<string>,
  provider: Provider | null,
  now = Date.now(),
): WatchPlan {
  const chosen = entries.filter(({ decision }) => decision !== 'reject')
  const wanted = hasOfferPages(provider) ? chosen : []
  const offers = wanted.filter((entry) => !isFresh(entry, cached, now))
  const watched = searches.filter(({ isWatched }) => isWatched)
  const due = watched.filter(({ at }) => now - at >= HOUR_MS)
  const pages = due.map(({ lists, mode }) => Math.max(1, lists[mode]?.page ?? 1))
  return {
    list: {
      offerIds: offers.map(({ offerId }) => offerId),
      searchIds: due.map(({ id }) => id),
    },
    searches: pages.reduce(
      (sum, count) => sum + count,
      offers.filter(({ offerId }) => !cached.has(offerId)).length,
    ),
    fresh: wanted.length - offers.length + watched.length - due.length,
    rejected: entries.length - chosen.length,
    withoutPage: chosen.length - wanted.length,
    oldestAt: Math.min(...offers.map((entry) => checkedAt(entry)), ...due.map(({ at }) => at)),
  }
}

/**
 * What to check next: the rest of a check that was stopped, or everything. What failed in one that came to its end is no rest: it
 * would stand in the way of all others.
 */
export function nextCheck(
  watch: Watch | null,
  entries: readonly ShortlistEntry[],
  searches: readonly SearchRecord[],
  cached: ReadonlySet<string>,
  provider: Provider | null,
): { plan: WatchPlan; isRest: boolean } {
  const left = new Set(watch?.state === 'stopped' ? [...watch.offerIds, ...watch.searchIds] : [])
  const rest = watchPlan(
    entries.filter(({ offerId }) => left.has(offerId)),
    searches.filter(({ id }) => left.has(id)),
    cached,
    provider,
  )
  const isRest = rest.list.offerIds.length + rest.list.searchIds.length > 0
  return { isRest, plan: isRest ? rest : watchPlan(entries, searches, cached, provider) }
}

/** The worker keeps searches for an hour unless it is told otherwise, and does not say for how long. */
const HOUR_MS = 3_600_000

/** Asking again would bring what is known already. */
function isFresh(entry: ShortlistEntry, cached: ReadonlySet<string>, now: number): boolean {
  if ((entry.watched?.until ?? 0) > now) return true
  const { at, offer } = offerNow(entry)
  return 'shipping' in offer && cached.has(entry.offerId) && now - at < DAY_MS
}

/** When its values are from, or were found to be the same again. */
export function checkedAt(entry: ShortlistEntry): number {
  return Math.max(entry.watched?.at ?? 0, offerNow(entry).at)
}
