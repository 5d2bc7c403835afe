import type { ShortlistEntry } from '../../db/schema.ts'
import { markSeen } from '../../db/watch.ts'
import { texts } from '../../i18n/index.ts'
import type { OfferChange } from '../../pricing/offer-changes.ts'
import { OfferChanges } from '../changes/offer-changes.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { titleOf } from '../format/text.ts'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { useApp } from '../state/app-context.tsx'
import { OfferName } from './offer-name.tsx'
import { SaveSigned } from './save-signed.tsx'

/** A saved offer with what has changed about it, before and after. */
export function ChangedOfferItem({ entry, changes }: { entry: ShortlistEntry; changes: OfferChange[] }) {
  const t = texts()
  const { notify } = useApp()
  const fail = (error: unknown) => notify(storageText(error))
  const seen = () =>
    markSeen({ offerIds: [entry.offerId], searchIds: [] }).then(
      (undo) => notify(t.markedSeen, () => undo().catch(fail)),
      fail,
    )
  return (
    <li class="changed-offer" data-offer={entry.offerId}>
      <Thumbnail url={entry.offer.imageUrl} />
      <div>
        <OfferName offer={entry.offer} />
        <OfferChanges entry={entry} changes={changes} />
        <button
          type="button"
          class="link seen"
          aria-label={`${t.markSeen}: ${titleOf(entry.offer)}`}
          onClick={seen}
        >
          {t.markSeen}
        </button>{' '}
        <SaveSigned entry={entry} />
      </div>
    </li>
  )
}
