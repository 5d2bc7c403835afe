import { MODES, type Mode } from '@find-on-1688/shared'
import { ask } from '../search/messages.ts'
import type { How, Picture, Search } from '../search/state.ts'
import { texts } from '../text/index.ts'
import { AllowHost } from './allow-host.tsx'

interface Props {
  search: Search
  sent: Picture | undefined
  onReceipt: () => void
}

/** The answer in one line, the picture it is about, and how exact that is. */
export function Head({ search, sent, onReceipt }: Props) {
  const t = texts()
  const picture = sent?.dataUrl ?? search.source.addresses.at(-1)
  return (
    <header>
      {picture ? (
        <img class="query" src={picture} alt={t.pictureSearched} referrerpolicy="no-referrer" />
      ) : (
        search.reading === 'running' && <div class="query" />
      )}
      <div>
        <h1 aria-live="polite">{headline(search)}</h1>
        <div class="sub">
          {sent && (
            <>
              {origin(sent)}
              {search.reading === 'done' && (
                <>
                  {' · '}
                  <button type="button" class="link" onClick={onReceipt}>
                    {t.whatWasSent}
                  </button>
                </>
              )}
              {INEXACT.includes(sent.how) && (
                <>
                  {' · '}
                  <AllowHost source={search.source} look="link" />
                </>
              )}
            </>
          )}
        </div>
      </div>
      {(search.reading === 'done' || search.reading === 'running') && <ModeSwitch mode={search.mode} />}
    </header>
  )
}

function headline(search: Search): string {
  const t = texts()
  const list = search.lists[search.mode]
  if (search.reading === 'running') return t.reading
  if (search.reading === 'failed') return t.failed
  if (search.reading === 'choosing') return t.chooseTitle
  if (search.reading === 'picking') return t.picking
  if (search.reading === 'ready') return t.notSentYet
  if (!list || (list.state === 'loading' && list.page === 0)) return t.searching
  if (list.state === 'failed' && list.page === 0) return t.failed
  if (list.offers.length === 0) return search.mode === 'same' ? t.noOffers : t.noSimilar
  return t.offers(list.total ?? list.offers.length)
}

/** Ways that the original would be better than. */
const INEXACT: How[] = ['capture', 'frame']

function origin({ how, partly, fromWidth, fromHeight }: Picture): string {
  const t = texts()
  const size = `${fromWidth}×${fromHeight}`
  const words = {
    original: t.original,
    page: t.page,
    capture: partly ? t.capturePartly : t.capture,
    frame: t.frameCapture,
    area: t.areaCapture,
    given: t.given,
  }
  return words[how](size)
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
