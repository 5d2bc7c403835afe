import type { Offer } from '@find-on-1688/shared'
import type { VariantMatch } from '../model/variant-match.ts'
import type { Contact, Decision, KeptDetails, ShortlistEntry } from './schema.ts'
import { read, write } from './transactions.ts'

/** In UTF-16 units, as a text field's `maxlength` counts. */
export const NOTE_LENGTH = 2000

/** What is saved with an offer. */
type Found = Pick<ShortlistEntry, 'details' | 'match' | 'searchId'>

/**
 * Adds an offer to the list. If it is already there, only its snapshot is updated.
 *
 * @throws StorageFullError, StorageClosedError, like everything that writes
 */
export function addToShortlist(offer: Offer, found: Found = {}, at = Date.now()): Promise<ShortlistEntry> {
  return write(['shortlist', 'offerDetails'], async (transaction) => {
    const shortlist = transaction.objectStore('shortlist')
    const { offerId } = offer
    const before = await shortlist.get(offerId)
    const kept = found.details && (await transaction.objectStore('offerDetails').get(offerId))
    const isKept = kept && kept.offer.fetchedAt === found.details?.fetchedAt
    const fresh = {
      offerId,
      at,
      note: '',
      decision: 'none' as const,
      ...found,
      ...(isKept && asChecked(kept)),
    }
    const entry = before ? updated(before, offer, found) : { ...fresh, offer }
    await shortlist.put(entry)
    return entry
  })
}

/** Details are what a check would have brought, and are signed like that. */
function asChecked({ offer, until, signed }: KeptDetails): Pick<ShortlistEntry, 'watched'> {
  const at = Date.parse(offer.fetchedAt ?? '')
  return Number.isNaN(at) ? {} : { watched: { at, until, ...(signed && { signed }) } }
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

/** Which variants are meant; `null` if nobody says: then what the photos said counts again. @returns the saved entry; `undefined` if the offer is not on the list */
export function setMatch(offerId: string, match: VariantMatch | null): Promise<ShortlistEntry | undefined> {
  return change(offerId, ({ match: before, ...entry }) => {
    const photoKeys = before?.by === 'photo' ? before.keys : before?.photoKeys
    if (match) return { ...entry, match: match.by === 'hand' && photoKeys ? { ...match, photoKeys } : match }
    return photoKeys ? { ...entry, match: { keys: photoKeys, by: 'photo' } } : entry
  })
}

/** Notes that the supplier was written to about an offer. @returns the saved entry; `undefined` if the offer is not on the list */
export function addContact(offerId: string, contact: Contact): Promise<ShortlistEntry | undefined> {
  return change(offerId, (entry) => ({
    ...entry,
    contacted: [...(entry.contacted ?? []), contact].sort((one, other) => one.at - other.at),
  }))
}

/** Takes back what was noted at that time. */
export function removeContact(offerId: string, at: number): Promise<ShortlistEntry | undefined> {
  return change(offerId, ({ contacted = [], ...entry }) => {
    const others = contacted.filter((contact) => contact.at !== at)
    return others.length > 0 ? { ...entry, contacted: others } : entry
  })
}

/** Newest first. */
export async function listShortlist(): Promise<ShortlistEntry[]> {
  const entries = await read(['shortlist'], (transaction) =>
    transaction.objectStore('shortlist').index('at').getAll(),
  )
  return entries.reverse()
}

/** Details and variants stay unless there are new ones: a later search does not have them. */
function updated(entry: ShortlistEntry, offer: Offer, { details, match }: Found): ShortlistEntry {
  return { ...entry, offer, ...(details && { details }), ...(match && { match }) }
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
