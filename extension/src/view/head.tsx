import { MODES, type Mode } from '@find-on-1688/shared'
import { ask } from '../search/messages.ts'
import type { Search, Sent } from '../search/state.ts'
import { texts } from '../text/index.ts'

interface Props {
  search: Search
  sent: Sent | undefined
  onReceipt: () => void
}

/** The answer in one line, the picture it is about, and how exact that is. */
export function Head({ search, sent, onReceipt }: Props) {
  const t = texts()
  const picture = sent?.dataUrl ?? search.source.address
  return (
    <header>
      {picture ? (
        <img class="query" src={picture} alt={t.pictureSearched} referrerpolicy="no-referrer" />
      ) : (
        <div class="query" />
      )}
      <div>
        <h1 aria-live="polite">{headline(search)}</h1>
        <div class="sub">
          {sent && (
            <>
              {origin(sent)} ·{' '}
              <button type="button" class="link" onClick={onReceipt}>
                {t.whatWasSent}
              </button>
            </>
          )}
        </div>
      </div>
      <ModeSwitch mode={search.mode} />
    </header>
  )
}

function headline(search: Search): string {
  const t = texts()
  const list = search.lists[search.mode]
  if (search.reading === 'running') return t.reading
  if (search.reading === 'failed') return t.failed
  if (!list || (list.state === 'loading' && list.page === 0)) return t.searching
  if (list.state === 'failed' && list.page === 0) return t.failed
  if (list.offers.length === 0) return search.mode === 'same' ? t.noOffers : t.noSimilar
  return t.offers(list.total ?? list.offers.length)
}

function origin({ how, partly, fromWidth, fromHeight }: Sent): string {
  const t = texts()
  const size = `${fromWidth}×${fromHeight}`
  if (how === 'original') return t.original(size)
  return partly ? t.capturePartly(size) : t.capture(size)
}

function ModeSwitch({ mode }: { mode: Mode }) {
  const t = texts()
  return (
    <fieldset class="modes" aria-label={t.mode}>
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          data-mode={each}
          aria-pressed={each === mode}
          onClick={() => ask({ type: 'mode', mode: each })}
        >
          {t[each]}
        </button>
      ))}
    </fieldset>
  )
}
