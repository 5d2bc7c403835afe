import type { Offer } from '@find-on-1688/shared'
import { addToShortlist, removeFromShortlist, restoreShortlisted } from '../../db/shortlist.ts'
import { texts } from '../../i18n/index.ts'
import type { OfferDetails } from '../../model/search.ts'
import { storageText } from '../format/storage-error-text.ts'
import type { AppState } from '../state/app-context.tsx'
import { savedIdOfFinding } from '../state/compared-product.ts'

/** Puts an offer on the shortlist, with the details that are loaded, or takes it off. */
export async function saveOffer(
  offer: Offer,
  loaded: OfferDetails | undefined,
  { shortlist, notify }: Pick<AppState, 'shortlist' | 'notify'>,
): Promise<void> {
  const t = texts()
  try {
    if (!shortlist.has(offer.offerId)) {
      await addToShortlist(offer, await foundOf(offer.offerId, loaded))
      return notify(t.offerSaved, () => removeFromShortlist(offer.offerId))
    }
    const removed = await removeFromShortlist(offer.offerId)
    notify(t.offerRemoved, () => removed && restoreShortlisted([removed]))
  } catch (error) {
    notify(storageText(error))
  }
}

/** What is saved with an offer: the search that found it, and what is loaded of it. */
export async function foundOf(offerId: string, loaded: OfferDetails | undefined) {
  return {
    searchId: await savedIdOfFinding(offerId),
    ...(loaded?.state === 'done' && {
      details: loaded.offer,
      ...(loaded.match && { match: loaded.match }),
    }),
  }
}
