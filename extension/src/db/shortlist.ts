import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Decision, ShortlistEntry } from './schema.ts'
import { read, write } from './transactions.ts'

/** In UTF-16 units, as a text field's `maxlength` counts. */
export const NOTE_LENGTH = 2000

/** What is saved with an offer. */
type Found = Pick<ShortlistEntry, 'details' | 'searchId'>

/**
 * Adds an offer to the list. If it is already there, only its snapshot is updated.
 *
 * @throws StorageFullError, StorageClosedError, like everything that writes
 */
export function addToShortlist(offer: Offer, found: Found = {}, at = Date.now()): Promise<ShortlistEntry> {
  return write(['shortlist'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    const { offerId } = offer
    const before = await shortlist.get(offerId)
    const fresh = { offerId, at, note: '', decision: 'none' as const, ...found }
    const entry = before ? updated(before, offer, found.details) : { ...fresh, offer }
    await shortlist.put(entry)
    return entry
  })
}

/** @returns what was removed, for `restoreShortlisted` */
export function removeFromShortlist(offerId: string): Promise<ShortlistEntry | undefined> {
  return write(['shortlist'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    const entry = await shortlist.get(offerId)
    await shortlist.delete(offerId)
    return entry
  })
}

/** Undoes a removal. An offer that was added again in the meantime stays as it is. */
export async function restoreShortlisted(entries: ShortlistEntry[]): Promise<void> {
  await write(['shortlist'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    for (const entry of entries)
      if ((await shortlist.getKey(entry.offerId)) === undefined) await shortlist.put(entry)
  })
}

/** Cut to `NOTE_LENGTH`. @returns the saved entry; `undefined` if the offer is not on the list */
export function setNote(offerId: string, note: string): Promise<ShortlistEntry | undefined> {
  const cut = note.slice(0, NOTE_LENGTH)
  // Half of a surrogate pair would become a question mark.
  const whole = cut.isWellFormed() ? cut : cut.replace(/[\uD800-\uDBFF]$/, '')
  return change(offerId, (entry) => ({ ...entry, note: whole }))
}

/** @returns the saved entry; `undefined` if the offer is not on the list */
export function setDecision(offerId: string, decision: Decision): Promise<ShortlistEntry | undefined> {
  return change(offerId, (entry) => ({ ...entry, decision }))
}

/** Newest first. */
export async function listShortlist(): Promise<ShortlistEntry[]> {
  const entries = await read(['shortlist'], (transaction) =>
    transaction.objectStore('shortlist').index('at').getAll(),
  )
  return entries.reverse()
}

/** Details stay unless there are new ones: a later search does not have them. */
function updated(entry: ShortlistEntry, offer: Offer, details?: DetailedOffer): ShortlistEntry {
  return { ...entry, offer, ...(details && { details }) }
}

function change(offerId: string, by: (entry: ShortlistEntry) => ShortlistEntry) {
  return write(['shortlist'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    const before = await shortlist.get(offerId)
    if (!before) return undefined
    const entry = by(before)
    await shortlist.put(entry)
    return entry
  })
}
