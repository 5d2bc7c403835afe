import { MODES, type Mode, type Offer, regionBox } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { AcquiredBy, SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { regionOf } from '../../region/search-region.ts'
import { GrantHost, GrantHostButton } from '../components/grant-host-button.tsx'
import { usePhotoHost } from '../photo-match/photo-match-context.tsx'
import { useHeadline } from './headline.ts'
import { QueryPicture } from './query-picture.tsx'

const NO_OFFERS: Offer[] = []

interface Props {
  search: Search
  sent: SentPicture | undefined
  /** The picture is shown large below, with a frame to drag. */
  isCropping: boolean
  onShowSent: () => void
}

/** The result in one line, the searched picture, and where it came from. */
export function Header({ search, sent, isCropping, onShowSent }: Props) {
  const t = texts()
  const region = sent && regionOf(search, sent)
  const headline = useHeadline(search)
  const photoHost = usePhotoHost(resultListOf(search)?.offers ?? NO_OFFERS)
  return (
    <header>
      <QueryPicture search={search} sent={sent} isCropping={isCropping} />
      <div class="header-text">
        <div class="headline">
          <h1>{headline}</h1>
          {photoHost && (
            <span class="allow-photos">
              <GrantHostButton
                host={photoHost}
                variant="link"
                label={t.comparePhotos}
                tooltip={t.comparePhotosTooltip(photoHost.host)}
              />
            </span>
          )}
        </div>
        <div class="subtitle">
          {sent && (
            <>
              {region ? <RegionOrigin region={region} sent={sent} /> : originText(sent)}
              {search.reading === 'done' && (
                <span class="show-sent">
                  {' · '}
                  <button type="button" class="link what-was-sent" onClick={onShowSent}>
                    {t.whatWasSent}
                  </button>
                </span>
              )}
              {!region && IMPROVABLE.includes(sent.how) && (
                <>
                  {' · '}
                  <GrantHost source={search.source} variant="link" screenshot={sent} />
                </>
              )}
            </>
          )}
        </div>
      </div>
      {canSwitchMode(search) && <ModeSwitch mode={search.mode} />}
    </header>
  )
}

/** Screenshots, which the original would improve on. */
const IMPROVABLE: AcquiredBy[] = ['capture', 'frame']

function originText({ how, partly, fromWidth, fromHeight, emptiness, placed }: SentPicture): string {
  const t = texts()
  const size = `${fromWidth}×${fromHeight}`
  const words = {
    original: t.fromOriginal,
    page: t.fromPage,
    capture: partly ? t.fromPartialScreenshot : t.fromScreenshot,
    frame: t.fromFrameScreenshot,
    area: t.fromArea,
    given: t.fromFile,
    // From the history, where what it was cut out of is not stored.
    part: t.fromRegion,
  }
  const doubt = emptiness && emptiness !== 'clear' ? t[emptiness] : ''
  return words[how](size) + (placed ? t.asShown : '') + doubt
}

/** Some APIs have one search for both: then a switch would change nothing. From a mode that fails there is a way back. */
function canSwitchMode(search: Search): boolean {
  const list = resultListOf(search)
  if (search.reading !== 'done') return false
  return search.mode === 'similar' || (list !== undefined && list.page > 0 && list.modesDiffer)
}

function ModeSwitch({ mode }: { mode: Mode }) {
  const t = texts()
  return (
    <fieldset class="segmented" aria-label={t.searchMode}>
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          data-mode={each}
          aria-pressed={each === mode}
          onClick={() => sendToBackground({ type: 'mode', mode: each })}
        >
          {t[each]}
        </button>
      ))}
    </fieldset>
  )
}

/** Says that only a region of the picture was searched, with a way to search all of it. */
function RegionOrigin({ region, sent }: { region: string; sent: SentPicture }) {
  const t = texts()
  const { width, height } = sent.cut ? { width: sent.fromWidth, height: sent.fromHeight } : regionBox(region)
  return (
    <>
      {t.fromRegion(`${width}×${height}`)}
      {' · '}
      <button
        type="button"
        class="link search-whole"
        title={t.searchWholePicture}
        onClick={() => sendToBackground({ type: 'region', region: null })}
      >
        {t.searchWholeInstead}
      </button>
    </>
  )
}
