import { useMemo } from 'preact/hooks'
import { getOfferDetails } from '../../db/offer-details.ts'
import type { SearchRecord, ShortlistEntry } from '../../db/schema.ts'
import { listWatchedSearches } from '../../db/watched-searches.ts'
import { providerItem, watchItem } from '../../model/stored-items.ts'
import type { Watch } from '../../model/watch.ts'
import type { OfferChange } from '../../pricing/offer-changes.ts'
import { changesOf } from '../changes/entry-changes.ts'
import { useApp } from '../state/app-context.tsx'
import { useDatabase, useStored } from '../state/use-stored.ts'
import { nextCheck, type WatchPlan } from './watch-plan.ts'

/** A saved offer that differs from what it was when its user last looked. */
interface ChangedOffer {
  entry: ShortlistEntry
  changes: OfferChange[]
}

export interface WatchState {
  watch: Watch | null
  plan: WatchPlan
  /** The plan is the rest of a check that has not come to its end. */
  isRest: boolean
  changed: ChangedOffer[]
  /** Saved offers that were checked and are as they were. */
  same: ShortlistEntry[]
  searches: SearchRecord[]
  failure: unknown
}

/** Saved offers and searches as the last check has left them; `undefined` until they have been read. */
export function useWatch(): WatchState | undefined {
  const { shortlist, preferences } = useApp()
  const watch = useStored(watchItem)
  const provider = useStored(providerItem)
  const entries = useMemo(
    () => [...shortlist.values()].toSorted((one, other) => other.at - one.at),
    [shortlist],
  )
  const { value: searches, failure } = useDatabase('searches', listWatchedSearches)
  const { value: cached } = useDatabase('shortlist', () => cachedOffers(entries), [entries])
  return useMemo(() => {
    if (watch === undefined || (!searches && !failure)) return undefined
    const looked = entries.map((entry) => ({ entry, changes: changesOf(entry, preferences.quantity) }))
    return {
      watch,
      ...nextCheck(watch, entries, searches ?? [], cached ?? new Set(), provider ?? null),
      changed: looked.filter(({ changes }) => changes.length > 0),
      same: looked
        .filter(({ entry, changes }) => entry.watched && changes.length === 0)
        .map(({ entry }) => entry),
      searches: searches ?? [],
      failure,
    }
  }, [watch, entries, searches, cached, failure, provider, preferences.quantity])
}

async function cachedOffers(entries: ShortlistEntry[]): Promise<ReadonlySet<string>> {
  const found = await getOfferDetails(entries.map(({ offerId }) => offerId))
  return new Set(found.map(({ offerId }) => offerId))
}
