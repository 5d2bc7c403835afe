import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { ago, whole } from '../format/text.ts'
import type { VisibleOffers } from './visible-offers.ts'

/** As long as the proxy keeps an answer, where its operator did not choose otherwise. */
const FRESH_MS = 3_600_000

/** What holds for the whole list: the proxy's notes, its age, whether it is kept, and what the filters hide. */
export function ListSummary({
  search,
  list,
  shown,
}: {
  search: Search
  list: ResultList
  shown: VisibleOffers
}) {
  const t = texts()
  const { keepFailure, startedAt } = search
  // Whether an answer is signed matters to who shows it to others, not to who reads it.
  const notes = list.notes.filter((note) => !/\bnot signed\b/.test(note))
  const isStale = Date.now() - startedAt > FRESH_MS
  if (notes.length === 0 && shown.hidden === 0 && !shown.isPartly && !keepFailure && !isStale) return null
  return (
    <div class="list-summary">
      {isStale && (
        <p class="stale">
          {t.outdated(ago(startedAt))}{' '}
          <button type="button" class="link" onClick={() => sendToBackground({ type: 'refresh' })}>
            {t.searchAgain}
          </button>
        </p>
      )}
      {notes.length > 0 && <p class="notes">{notes.map(t.workerNote).join(' ')}</p>}
      {keepFailure && (
        <p class="missing">
          {t.searchNotSaved} {t.failures[keepFailure].title} {t.failures[keepFailure].hint}
        </p>
      )}
      {shown.isPartly && (
        <p class="partly">
          {t.loadedScope(whole(list.offers.length), list.total === null ? null : whole(list.total))}
        </p>
      )}
      {shown.hidden > 0 && (
        <p class="hidden">
          {t.hiddenByFilters(shown.hidden)}{' '}
          <button type="button" class="link" onClick={shown.showAll}>
            {t.showAll}
          </button>
        </p>
      )}
    </div>
  )
}
