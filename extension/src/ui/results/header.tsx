import { MODES, type Mode, type Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { listOf } from '../../model/fused-list.ts'
import { ask } from '../../model/messages.ts'
import type { How, Picture, Search } from '../../model/search.ts'
import { partOf } from '../../region/search-region.ts'
import { AllowButton, AllowHost } from '../components/grant-host-button.tsx'
import { usePhotoHost } from '../photo-match/use-photo-host.ts'
import { SubjectPart } from '../region/region-preview.tsx'
import { useDesk } from '../state/app-context.tsx'
import { useHeadline } from './headline.ts'

const NO_OFFERS: Offer[] = []

interface Props {
  search: Search
  sent: Picture | undefined
  onReceipt: () => void
}

/** The answer in one line, the picture it is about, and how exact that is. */
export function Head({ search, sent, onReceipt }: Props) {
  const t = texts()
  const { go } = useDesk()
  const part = sent && partOf(search, sent)
  const picture = sent?.dataUrl ?? search.source.addresses.at(-1)
  const headline = useHeadline(search)
  const photoHost = usePhotoHost(listOf(search)?.offers ?? NO_OFFERS)
  return (
    <header>
      {picture ? (
        <button
          type="button"
          class="picture"
          title={t.chooseSubject}
          disabled={!sent || search.reading !== 'done'}
          onClick={() => go('subject')}
        >
          <img class="query" src={picture} alt={t.pictureSearched} referrerpolicy="no-referrer" />
        </button>
      ) : (
        search.reading === 'running' && <div class="query" />
      )}
      <div class="answer">
        <div class="line">
          <h1 title={headline}>{headline}</h1>
          {photoHost && (
            <span class="photos">
              <AllowButton
                wanted={photoHost}
                look="link"
                label={t.comparePhotos}
                why={t.comparePhotosWhy(photoHost.host)}
              />
            </span>
          )}
        </div>
        <div class="sub">
          {sent && (
            <>
              {part ? <SubjectPart part={part} sent={sent} /> : origin(sent)}
              {search.reading === 'done' && (
                <>
                  {' · '}
                  <button type="button" class="link" onClick={onReceipt}>
                    {t.whatWasSent}
                  </button>
                </>
              )}
              {!part && INEXACT.includes(sent.how) && (
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
    // What it was cut out of is gone: from the history.
    part: t.part,
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
