import { changesBetween } from '../../db/changes.ts'
import type { SearchRecord } from '../../db/schema.ts'
import { summaryOf } from '../../db/search-summary.ts'
import { markSeen } from '../../db/watch.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { ChangesLine } from '../changes/changes-line.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { ago } from '../format/text.ts'
import { historyTitle } from '../history/history-text.ts'
import { WatchToggle } from '../history/watch-toggle.tsx'
import { useApp } from '../state/app-context.tsx'

/** A saved search with what it finds now and did not then, and the other way round. */
export function WatchedSearch({ record }: { record: SearchRecord }) {
  const t = texts()
  const { navigate, notify } = useApp()
  const { id, at, before, checkedAt, isWatched, mode, lists, thumb } = record
  const list = lists[mode]
  const name = searchName(record)
  const fail = (error: unknown) => notify(storageText(error))
  const seen = () =>
    markSeen({ offerIds: [], searchIds: [id] }).then(
      (undo) => notify(t.markedSeen, () => undo().catch(fail)),
      fail,
    )
  const open = () => {
    sendToBackground({ type: 'reopen', id })
    navigate('results')
  }
  return (
    <li class="changed-offer">
      <span class="thumbnail">
        <img class="loaded" src={thumb} alt="" />
      </span>
      <div>
        <button type="button" class="link changed-title offer-title" onClick={open}>
          {name}
        </button>
        {before && list ? (
          <ChangesLine changes={changesBetween(before, list)} />
        ) : (
          <p class="subtitle">{t.lastChecked(ago(checkedAt ?? at))}</p>
        )}
        <div class="buttons">
          {before && (
            <button type="button" class="link seen" aria-label={`${t.markSeen}: ${name}`} onClick={seen}>
              {t.markSeen}
            </button>
          )}
          <WatchToggle id={id} name={name} isWatched={isWatched ?? false} />
        </div>
      </div>
    </li>
  )
}

export function searchName(record: SearchRecord): string {
  return historyTitle(summaryOf(record))
}
