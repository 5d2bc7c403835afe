import type { Offer } from '@find-on-1688/shared'
import { useContext } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { comparedItem } from '../../model/stored-items.ts'
import { useApp } from '../state/app-context.tsx'
import { MAX_COMPARED, toggleCompared } from '../state/comparison.ts'
import { DetailsContext } from './offer-contexts.ts'

/** What can be done with an offer, by mouse or by keys. All of it can be undone. */
export function useOfferActions() {
  const t = texts()
  const { shortlist, compared, notify } = useApp()
  const details = useContext(DetailsContext)

  async function save(offer: Offer): Promise<void> {
    const { addToShortlist, restoreShortlisted, removeFromShortlist } = await import('../../db/shortlist.ts')
    try {
      if (!shortlist.has(offer.offerId)) {
        const loaded = details[offer.offerId]
        await addToShortlist(offer, loaded?.state === 'done' ? { details: loaded.offer } : {})
        return notify(t.offerSaved, () => removeFromShortlist(offer.offerId))
      }
      const removed = await removeFromShortlist(offer.offerId)
      notify(t.offerRemoved, () => removed && restoreShortlisted([removed]))
    } catch (error) {
      notify((await import('../format/storage-error-text.ts')).storageText(error))
    }
  }

  async function compare(offer: Offer): Promise<void> {
    const { before, now } = await toggleCompared(offer)
    if (!now) return notify(t.compareFull(MAX_COMPARED))
    notify(now.length > before.length ? t.addedToCompare(now.length) : t.removedFromCompare(now.length), () =>
      comparedItem.setValue(before),
    )
  }

  async function copy(text: string, confirmation: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => notify(confirmation),
      () => notify(t.notCopied),
    )
  }

  return {
    isSaved: (offer: Offer) => shortlist.has(offer.offerId),
    isCompared: (offer: Offer) => compared.some(({ offerId }) => offerId === offer.offerId),
    save,
    compare,
    copy,
  }
}
