import type { Offer } from '@find-on-1688/shared'
import type { Contact } from '../../db/schema.ts'
import { addContact, addToShortlist, removeContact, removeFromShortlist } from '../../db/shortlist.ts'
import { texts } from '../../i18n/index.ts'
import { copiedMessagesItem, searchItem } from '../../model/stored-items.ts'
import { storageText } from '../format/storage-error-text.ts'
import type { AppState } from '../state/app-context.tsx'
import { foundOf } from './save-offer.ts'

type Context = Pick<AppState, 'notify' | 'shortlist' | 'isSample'>

/**
 * Notes in the shortlist that the supplier was written to about these offers, and what: the message that was copied last for
 * each. An offer that is not saved yet is saved, because that is where it is noted.
 */
export async function markContacted(
  offers: Offer[],
  { notify, shortlist, isSample }: Context,
  at = Date.now(),
): Promise<void> {
  const t = texts()
  if (isSample) return notify(t.sampleNotSaved)
  const added = offers.filter(({ offerId }) => !shortlist.has(offerId))
  const undo = () =>
    void Promise.all([
      ...offers.map(({ offerId }) => removeContact(offerId, at)),
      ...added.map(({ offerId }) => removeFromShortlist(offerId)),
    ]).catch((error: unknown) => notify(storageText(error)))
  try {
    const copied = await copiedMessagesItem.getValue()
    const loaded = added.length > 0 ? (await searchItem.getValue())?.details : undefined
    for (const offer of added)
      await addToShortlist(offer, await foundOf(offer.offerId, loaded?.[offer.offerId]))
    for (const { offerId } of offers)
      await addContact(offerId, { at, message: copied[offerId]?.message ?? null })
    const hasMessage = offers.some(({ offerId }) => copied[offerId])
    const { marked, markedWithout, markedAndSaved, markedAndSavedWithout } = t.contact
    const [text, without] =
      added.length > 0 ? [markedAndSaved, markedAndSavedWithout] : [marked, markedWithout]
    notify(hasMessage ? text : without, undo)
  } catch (error) {
    notify(storageText(error))
  }
}

/** Takes back one mark, which can be undone. */
export async function unmarkContacted(
  offerIds: string[],
  { at, message }: Contact,
  notify: AppState['notify'],
): Promise<void> {
  try {
    await Promise.all(offerIds.map((offerId) => removeContact(offerId, at)))
    const undo = () => Promise.all(offerIds.map((offerId) => addContact(offerId, { at, message })))
    notify(
      texts().contact.markRemoved,
      () => void undo().catch((error: unknown) => notify(storageText(error))),
    )
  } catch (error) {
    notify(storageText(error))
  }
}
