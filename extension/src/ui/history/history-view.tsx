import { useState } from 'preact/hooks'
import { eraseProducts, restoreProducts } from '../../db/products.ts'
import type { SearchSummary } from '../../db/schema.ts'
import { listSearches } from '../../db/search-list.ts'
import { eraseSearches, removeSearch, restoreSearches } from '../../db/searches.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { shopCurrenciesItem } from '../../model/stored-items.ts'
import { Message } from '../components/message.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'
import { useDatabase } from '../state/use-stored.ts'
import { dayText, foundTexts, historyTitle, lowestText } from './history-text.ts'
import { WatchToggle } from './watch-toggle.tsx'

const PAGE_SIZE = 40

/** Past searches, which open again as they were, without a request. */
export function HistoryView() {
  const t = texts()
  const { navigate, notify } = useApp()
  const [words, setWords] = useState('')
  const [limit, setLimit] = useState(PAGE_SIZE)
  const { value, failure } = useDatabase('searches', () => listSearches({ words, limit: limit + 1 }), [
    words,
    limit,
  ])
  const notifyFailure = (change: Promise<unknown>) =>
    change.catch((error: unknown) => notify(storageText(error)))

  async function remove(id: string): Promise<void> {
    const removed = await removeSearch(id)
    if (removed) notify(t.searchRemoved, () => notifyFailure(restoreSearches([removed])))
  }
  async function clearAll(): Promise<void> {
    const [searches, products, currencies] = await Promise.all([
      eraseSearches(),
      eraseProducts(),
      shopCurrenciesItem.getValue(),
      shopCurrenciesItem.removeValue(),
    ])
    notify(t.historyCleared(searches.length), () =>
      notifyFailure(
        Promise.all([
          restoreSearches(searches),
          restoreProducts(products),
          shopCurrenciesItem.setValue(currencies),
        ]),
      ),
    )
  }
  function reopen(id: string): void {
    sendToBackground({ type: 'reopen', id })
    navigate('results')
  }

  if (failure) return <Message alone title={t.historyUnreadable} text={storageText(failure)} role="alert" />
  if (!value) return null
  if (value.length === 0 && words === '')
    return <Message alone title={t.historyEmpty} text={t.historyEmptyHint} />
  return (
    <section aria-label={t.history}>
      <h1 class="visually-hidden">{t.history}</h1>
      <div class="view-header">
        <input
          type="search"
          id="history-words"
          aria-label={t.historySearch}
          placeholder={t.historySearch}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <button type="button" class="secondary clear-history" onClick={() => notifyFailure(clearAll())}>
          {t.clearHistory}
        </button>
      </div>
      {value.length === 0 && <p class="no-results">{t.historyNoMatches}</p>}
      <ol class="past-searches">
        {value.slice(0, limit).map((search) => (
          <PastSearch
            key={search.id}
            search={search}
            onOpen={() => reopen(search.id)}
            onRemove={() => notifyFailure(remove(search.id))}
          />
        ))}
      </ol>
      {value.length > limit && (
        <div class="list-end">
          <button type="button" class="secondary" onClick={() => setLimit(limit + PAGE_SIZE)}>
            {t.loadMore}
          </button>
        </div>
      )}
    </section>
  )
}

function PastSearch(props: { search: SearchSummary; onOpen: () => void; onRemove: () => void }) {
  const t = texts()
  const { search, onOpen, onRemove } = props
  const [when, lowest] = [dayText(search.at), lowestText(search)]
  return (
    <li class="past-search">
      <img class="past-search-photo" src={search.thumb} alt="" />
      <div>
        <button type="button" class="reopen" onClick={onOpen}>
          {historyTitle(search)}
        </button>
        <div class="subtitle">
          {[when, search.mode === 'similar' && t.similar, ...foundTexts(search)].filter(Boolean).join(' · ')}
        </div>
        {lowest && <div class="subtitle lowest-price">{lowest}</div>}
      </div>
      <div class="past-search-actions">
        <WatchToggle id={search.id} name={historyTitle(search)} isWatched={search.isWatched} />
        <button
          type="button"
          class="link remove"
          onClick={onRemove}
          aria-label={t.removeSearch(historyTitle(search))}
        >
          {t.remove}
        </button>
      </div>
    </li>
  )
}
