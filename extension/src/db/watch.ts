import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { ResultList } from '../model/search.ts'
import type { OfferThen, OfferWatch, WatchList } from '../model/watch.ts'
import type { SearchRecord, ShortlistEntry } from './schema.ts'
import { earlierOf } from './search-record.ts'
import { searchTextOf } from './search-text.ts'
import { read, write } from './transactions.ts'

/** What the worker said of an offer now: see `OfferWatch`. */
type Checked = Pick<OfferWatch, 'until' | 'signed'> & { offer: DetailedOffer }

/**
 * Saves what a saved offer's own page says now. What it said when its user last looked stays beside it until it is marked as
 * seen, however often it is checked. Does nothing for an offer that is not saved any more.
 *
 * @throws StorageFullError, StorageClosedError, like everything here
 */
export function saveCheckedOffer({ offer, ...checked }: Checked, at = Date.now()): Promise<void> {
  return changeEntry(offer.offerId, (entry) => {
    const before = entry.watched?.before ?? offerNow(entry)
    const isSame = stateOf(before.offer) === stateOf(offer)
    return { ...entry, details: offer, watched: { at, ...checked, ...(!isSame && { before }) } }
  })
}

/** Saves that 1688 does not know a saved offer any more. What was known of it stays. */
export function saveGoneOffer(offerId: string, at = Date.now()): Promise<void> {
  return changeEntry(offerId, (entry) => {
    const { watched } = entry
    // Whoever has seen that it is gone is not told again.
    const before = watched?.before ?? (!watched?.isGone && offerNow(entry))
    return { ...entry, watched: { ...watched, at, until: 0, isGone: true, ...(before && { before }) } }
  })
}

/**
 * Saves what the picture of a saved search finds now, in the place of what it found before, which stays beside it as with
 * offers. Each API ranks in its own way: compared with another one's results, everything would look new or gone.
 */
export function saveCheckedSearch(id: string, list: ResultList, at = Date.now()): Promise<void> {
  return changeSearch(id, ({ before: seen, ...record }) => {
    const { mode } = record
    const earlier = record.lists[mode]
    const then = earlierOf(record, mode)
    const before = seen ?? (then && { ...then, answers: earlier?.answers ?? [] })
    const isComparable = before?.mode === mode && earlier?.provider === list.provider
    const lists = { ...record.lists, [mode]: list }
    return {
      ...record,
      at,
      checkedAt: at,
      lists,
      provider: list.provider ?? null,
      words: searchTextOf(record.listing, lists),
      ...(isComparable && { before }),
    }
  })
}

/** Whether a saved search is checked along with the saved offers. */
export function setWatched(id: string, isWatched: boolean): Promise<void> {
  return changeSearch(id, ({ isWatched: _, ...record }) => ({ ...record, ...(isWatched && { isWatched }) }))
}

/** From now on, what is there now is what later checks are compared with. @returns undoes it */
export async function markSeen({ offerIds, searchIds }: WatchList): Promise<() => Promise<void>> {
  const thens = new Map<string, OfferThen | undefined>()
  const searches = new Map<string, SearchRecord['before']>()
  await Promise.all([
    ...offerIds.map((id) =>
      changeEntry(id, ({ watched, ...entry }) => {
        const { before, ...rest } = watched ?? { at: entry.at, until: 0 }
        thens.set(id, before)
        return { ...entry, watched: rest }
      }),
    ),
    ...searchIds.map((id) =>
      changeSearch(id, ({ before, ...record }) => {
        searches.set(id, before)
        return record
      }),
    ),
  ])
  return async () => {
    for (const [id, before] of thens)
      await changeEntry(id, (entry) =>
        before && entry.watched ? { ...entry, watched: { before, ...entry.watched } } : entry,
      )
    for (const [id, before] of searches)
      await changeSearch(id, (record) => (before ? { before, ...record } : record))
  }
}

export function isShortlisted(offerId: string): Promise<boolean> {
  return read(['shortlist'], async (transaction) => {
    return (await transaction.objectStore('shortlist').getKey(offerId)) !== undefined
  })
}

/** A saved offer as it is known now. */
export function offerNow({ at, offer, details, watched }: ShortlistEntry): OfferThen {
  const fetchedAt = details?.fetchedAt ? Date.parse(details.fetchedAt) : at
  return { at: fetchedAt, offer: details ?? offer, ...(watched?.signed && { signed: watched.signed }) }
}

/** Everything that a change could be told of. */
function stateOf(offer: Offer | DetailedOffer): string {
  const { price, priceMax, priceTiers, minOrder, status, stock, variants = [] } = offer as DetailedOffer
  const ofVariants = variants.map((variant) => [variant.id, variant.price, variant.stock])
  return JSON.stringify([price, priceMax, priceTiers, minOrder, status, stock, ofVariants])
}

function changeEntry(offerId: string, by: (entry: ShortlistEntry) => ShortlistEntry): Promise<void> {
  return write(['shortlist'], (transaction) => change(transaction.objectStore('shortlist'), offerId, by))
}

function changeSearch(id: string, by: (record: SearchRecord) => SearchRecord): Promise<void> {
  return write(['searches'], (transaction) => change(transaction.objectStore('searches'), id, by))
}

async function change<T>(
  store: { get(id: string): Promise<T | undefined>; put(value: T): Promise<unknown> },
  id: string,
  by: (value: T) => T,
): Promise<void> {
  const before = await store.get(id)
  if (before) await store.put(by(before))
}
