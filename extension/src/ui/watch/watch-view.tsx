import { useEffect } from 'preact/hooks'
import type { ShortlistEntry } from '../../db/schema.ts'
import { markSeen } from '../../db/watch.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { watchPreferenceItem } from '../../model/stored-items.ts'
import { isChecking } from '../../model/watch.ts'
import { failureText } from '../changes/failure-text.ts'
import { Message } from '../components/message.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { ago } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useStored } from '../state/use-stored.ts'
import { ChangedOfferItem } from './changed-offer.tsx'
import { CheckProgress } from './check-progress.tsx'
import { OfferName } from './offer-name.tsx'
import { useWatch, type WatchState } from './use-watch.ts'
import { checkedAt } from './watch-plan.ts'
import { searchName, WatchedSearch } from './watched-search.tsx'

/** What has changed about saved offers and searches, and the button that asks 1688 for them again. */
export function WatchView() {
  const t = texts()
  const { navigate, shortlist } = useApp()
  const state = useWatch()
  useEffect(() => forgetLists(state?.same ?? []), [state?.same])
  if (!state) return null
  const isEmpty = shortlist.size === 0 && state.searches.length === 0
  return (
    <section class="watch-view" aria-label={t.watch}>
      <div class="view-header">
        <h1>{t.watch}</h1>
        <button type="button" class="secondary back" onClick={() => navigate('shortlist')}>
          {t.backToShortlist}
        </button>
      </div>
      {isEmpty && !state.watch ? (
        <Message title={t.watchEmpty} text={t.watchEmptyHint} />
      ) : (
        <>
          <Plan state={state} />
          <Found state={state} />
        </>
      )}
    </section>
  )
}

/**
 * A list tells less of an offer than its page. Where nothing of it has changed, later checks are compared with the page, so that
 * they can tell of stock, too.
 */
function forgetLists(same: ShortlistEntry[]): void {
  const ofLists = same.filter(({ watched }) => watched?.before && !('shipping' in watched.before.offer))
  // Where it cannot be written, it stays as it is.
  if (ofLists.length > 0)
    markSeen({ offerIds: ofLists.map(({ offerId }) => offerId), searchIds: [] }).catch(() => {})
}

/** What a check would ask for and cost; while one runs, how far it is. */
function Plan({ state: { watch, plan, isRest } }: { state: WatchState }) {
  const t = texts()
  const preference = useStored(watchPreferenceItem)
  const { list, searches, fresh, rejected, withoutPage, oldestAt } = plan
  const [offerCount, searchCount] = [list.offerIds.length, list.searchIds.length]
  const isAnyDue = offerCount + searchCount > 0
  return (
    <div class="watch-plan">
      {watch && <CheckProgress watch={watch} />}
      {!isChecking(watch) && (
        <>
          <p>
            {isAnyDue
              ? t.toCheck(offerCount, searchCount, ago(oldestAt))
              : withoutPage === 0 && t.nothingToCheck}
            {fresh > 0 && ` ${t.freshLeftOut(fresh)}`}
            {rejected > 0 && ` ${t.rejectedLeftOut(rejected)}`}
            {withoutPage > 0 && ` ${t.withoutPage}`}
          </p>
          {isAnyDue && (
            <>
              <button
                type="button"
                class="primary check-again"
                onClick={() => sendToBackground({ type: 'watch', ...list })}
              >
                {isRest ? t.checkRest(searches) : t.checkAgain(searches)}
              </button>
              <p class="fine-print">{t.watchCost}</p>
            </>
          )}
        </>
      )}
      <label class="always-check">
        <input
          type="checkbox"
          checked={preference?.always ?? false}
          onChange={({ currentTarget: { checked } }) =>
            watchPreferenceItem.setValue({ offeredAt: 0, ...preference, always: checked })
          }
        />{' '}
        {t.alwaysCheck}
      </label>
    </div>
  )
}

function Found({ state: { watch, changed, same, searches, failure } }: { state: WatchState }) {
  const t = texts()
  const { notify, shortlist } = useApp()
  const nameOf = (id: string) => {
    const offer = shortlist.get(id)?.offer
    const search = searches.find((each) => each.id === id)
    return offer ? <OfferName offer={offer} /> : search && searchName(search)
  }
  const failures = isChecking(watch) ? [] : Object.entries(watch?.failures ?? {})
  const fail = (error: unknown) => notify(storageText(error))
  const unseen = {
    offerIds: changed.map(({ entry }) => entry.offerId),
    searchIds: searches.filter(({ before }) => before).map(({ id }) => id),
  }
  const allSeen = () => markSeen(unseen).then((undo) => notify(t.markedSeen, () => undo().catch(fail)), fail)
  return (
    <>
      {(changed.length > 0 || same.length > 0) && (
        <div class="watch-heading">
          <h2>{changed.length > 0 ? t.changedOffers(changed.length) : t.noChangedOffers}</h2>
          {unseen.offerIds.length + unseen.searchIds.length > 1 && (
            <button type="button" class="link all-seen" onClick={allSeen}>
              {t.markAllSeen}
            </button>
          )}
        </div>
      )}
      <ul class="changed-offers">
        {changed.map(({ entry, changes }) => (
          <ChangedOfferItem key={entry.offerId} entry={entry} changes={changes} />
        ))}
      </ul>
      {failure !== undefined && <p role="alert">{storageText(failure)}</p>}
      {searches.length > 0 && (
        <>
          <div class="watch-heading">
            <h2>{t.watchedSearches(searches.length)}</h2>
          </div>
          <ul class="changed-offers">
            {searches.map((record) => (
              <WatchedSearch key={record.id} record={record} />
            ))}
          </ul>
        </>
      )}
      {failures.length > 0 && (
        <>
          <div class="watch-heading">
            <h2>{t.notChecked(failures.length)}</h2>
          </div>
          <ul class="not-checked">
            {failures.map(([id, failure]) => (
              <li key={id}>
                {nameOf(id)} <span class="missing">{failureText(failure)}</span>
              </li>
            ))}
          </ul>
          <p class="fine-print">{t.keptAsKnown}</p>
        </>
      )}
      {same.length > 0 && (
        <details class="same-offers">
          <summary>{t.sameOffers(same.length)}</summary>
          <ul>
            {same.map((entry) => (
              <li key={entry.offerId}>
                <OfferName offer={entry.offer} />{' '}
                <span class="context">{t.lastChecked(ago(checkedAt(entry)))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
