import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { lazy } from '../components/lazy.tsx'
import { ago, whole } from '../format/text.ts'
import type { VisibleOffers } from './visible-offers.ts'

const ListPrices = lazy(async () => (await import('./list-prices.tsx')).ListPrices)

/** How long the worker caches an answer by default. */
const FRESH_MS = 3_600_000

/** About the whole list: the worker's notes, its age, whether it was saved, and what the filters hide. */
export function ListSummary({
  search,
  list,
  visible,
}: {
  search: Search
  list: ResultList
  visible: VisibleOffers
}) {
  const t = texts()
  const { keepFailure, startedAt } = search
  // Signatures matter to users who show the answer to others, and the evidence view says more about them.
  const notes = list.notes.filter((note) => !/\bnot signed\b/.test(note))
  const isStale = Date.now() - startedAt > FRESH_MS
  const canLoadTiers = list.provider === 'crossborder'
  const isQuiet = notes.length === 0 && visible.hidden === 0 && !visible.isPartly
  if (isQuiet && !keepFailure && !isStale && visible.listPrices === 0) return null
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
      {visible.listPrices > 0 && (
        <div class={canLoadTiers ? 'list-prices can-load' : 'list-prices'}>
          <ListPrices search={search} list={list} visible={visible} />
        </div>
      )}
      {keepFailure && (
        <p class="missing">
          {t.searchNotSaved} {t.failures[keepFailure].title} {t.failures[keepFailure].hint}
        </p>
      )}
      {visible.isPartly && (
        <p class="partly">
          {t.loadedScope(whole(list.offers.length), list.total === null ? null : whole(list.total))}
        </p>
      )}
      {visible.hidden > 0 && (
        <p class="hidden">
          {t.hiddenByFilters(visible.hidden)}{' '}
          <button type="button" class="link" onClick={visible.showAll}>
            {t.showAll}
          </button>
        </p>
      )}
    </div>
  )
}
