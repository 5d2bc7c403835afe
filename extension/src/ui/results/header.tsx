import { MODES, type Mode, type Offer, regionBox } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { AcquiredBy, SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { regionOf } from '../../region/search-region.ts'
import { GrantHost, GrantHostButton } from '../components/grant-host-button.tsx'
import { usePhotoHost } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { useHeadline } from './headline.ts'

const NO_OFFERS: Offer[] = []

interface Props {
  search: Search
  sent: SentPicture | undefined
  onShowSent: () => void
}

/** The result in one line, the searched picture, and where it came from. */
export function Header({ search, sent, onShowSent }: Props) {
  const t = texts()
  const { navigate } = useApp()
  const region = sent && regionOf(search, sent)
  const picture = sent?.dataUrl ?? search.source.addresses.at(-1)
  const headline = useHeadline(search)
  const photoHost = usePhotoHost(resultListOf(search)?.offers ?? NO_OFFERS)
  return (
    <header>
      {picture ? (
        <button
          type="button"
          class="choose-region"
          title={t.openRegion}
          disabled={!sent || search.reading !== 'done'}
          onClick={() => navigate('region')}
        >
          <img class="query-photo" src={picture} alt={t.searchedPictureAlt} referrerpolicy="no-referrer" />
        </button>
      ) : (
        search.reading === 'running' && <div class="query-photo" />
      )}
      <div class="header-text">
        <div class="headline">
          <h1 title={headline}>{headline}</h1>
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
                <>
                  {' · '}
                  <button type="button" class="link" onClick={onShowSent}>
                    {t.whatWasSent}
                  </button>
                </>
              )}
              {!region && IMPROVABLE.includes(sent.how) && (
                <>
                  {' · '}
                  <GrantHost source={search.source} variant="link" />
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
        onClick={() => sendToBackground({ type: 'region', region: null })}
      >
        {t.searchWholeInstead}
      </button>
    </>
  )
}
