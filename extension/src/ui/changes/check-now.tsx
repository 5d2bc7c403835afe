import type { ShortlistEntry } from '../../db/schema.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { providerItem, watchItem } from '../../model/stored-items.ts'
import { hasOfferPages, isChecking } from '../../model/watch.ts'
import { ago } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useStored } from '../state/use-stored.ts'
import { changesOf } from './entry-changes.ts'
import { failureText } from './failure-text.ts'
import { OfferChanges } from './offer-changes.tsx'

/** Checks one saved offer again, and says what has changed about it. */
export function CheckNow({ entry }: { entry: ShortlistEntry }) {
  const t = texts()
  const { preferences } = useApp()
  const watch = useStored(watchItem)
  const provider = useStored(providerItem)
  const { offerId, watched } = entry
  const isAsked = isChecking(watch) && watch?.offerIds.includes(offerId)
  const failure = isAsked ? undefined : watch?.failures[offerId]
  const changes = changesOf(entry, preferences.quantity)
  return (
    <div class="check-now">
      {hasOfferPages(provider ?? null) ? (
        <button
          type="button"
          class="secondary"
          disabled={isChecking(watch)}
          onClick={() => sendToBackground({ type: 'watch', offerIds: [offerId], searchIds: [] })}
        >
          {isAsked ? t.checkingNow : t.checkNow}
        </button>
      ) : (
        <span class="context">{t.withoutPage}</span>
      )}{' '}
      <span role="status">
        {watched && <span class="context">{t.lastChecked(ago(watched.at))}</span>}{' '}
        {watched?.isGone && !isAsked && <span class="missing">{t.unknownOffer}</span>}
        {failure && (
          <span class="missing">
            {failureText(failure)} {t.keptAsKnown}
          </span>
        )}
      </span>
      {changes.length > 0 && <OfferChanges entry={entry} changes={changes} />}
    </div>
  )
}
