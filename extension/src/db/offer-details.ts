import type { DetailedOffer } from '@find-on-1688/shared'
import type { KeptDetails } from './schema.ts'
import { read, write } from './transactions.ts'

/** With one more, the one that is due first goes. */
const MAX_OFFER_DETAILS = 1000

/**
 * Keeps what an offer's own page said, for any later search that finds the same offer, and removes what is due.
 *
 * @throws StorageFullError, StorageClosedError
 */
export async function saveOfferDetails(
  { offer, until, signed }: Omit<KeptDetails, 'offerId'>,
  now = Date.now(),
): Promise<void> {
  await write(['offerDetails'], async (transaction) => {
    const store = transaction.objectStore('offerDetails')
    if (until > now) await store.put({ offerId: offer.offerId, until, offer, ...(signed && { signed }) })
    else await store.delete(offer.offerId)
    const tooMany = (await store.count()) - MAX_OFFER_DETAILS
    let removed = 0
    for await (const cursor of store.index('until').iterate()) {
      if (cursor.value.until > now && removed >= tooMany) break
      await cursor.delete()
      removed++
    }
  })
}

/**
 * The stored details of these offers, unless they are due.
 *
 * @throws StorageClosedError
 */
export function getOfferDetails(offerIds: readonly string[], now = Date.now()): Promise<DetailedOffer[]> {
  return read(['offerDetails'], async (transaction) => {
    const store = transaction.objectStore('offerDetails')
    const found = await Promise.all(offerIds.map((offerId) => store.get(offerId)))
    return found.flatMap((kept) => (kept && kept.until > now ? kept.offer : []))
  })
}
