import type { Contact, ShortlistEntry } from '../../db/schema.ts'
import type { CopiedMessages } from '../../model/stored-items.ts'

/** A message to a supplier, and the offers that it was about. */
export interface SupplierContacted extends Contact {
  offerIds: string[]
}

/**
 * What was noted of these offers, the latest last. One message about several is one. Offers that were marked together may
 * each have been written about in another message, or in none that is known.
 */
export function contactsOf(offerIds: string[], shortlist: Map<string, ShortlistEntry>): SupplierContacted[] {
  const contacts = new Map<string, SupplierContacted>()
  for (const offerId of offerIds)
    for (const contact of shortlist.get(offerId)?.contacted ?? []) {
      const key = JSON.stringify([contact.at, contact.message])
      contacts.set(key, { ...contact, offerIds: [...(contacts.get(key)?.offerIds ?? []), offerId] })
    }
  return [...contacts.values()].sort((one, other) => one.at - other.at)
}

/** When the message about any of these was copied last; `undefined` if none was. */
export function latestCopied(offerIds: string[], copied: CopiedMessages): number | undefined {
  const times = offerIds.flatMap((offerId) => copied[offerId]?.at ?? [])
  return times.length > 0 ? Math.max(...times) : undefined
}
