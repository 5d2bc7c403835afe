import { useEffect, useMemo, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { lazy } from '../components/lazy.tsx'
import { Message } from '../components/message.tsx'
import { DetailsContext, FusedResultsContext } from '../offer/offer-contexts.ts'
import { useApp } from '../state/app-context.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfferList } from './offer-list.tsx'
import { Skeleton } from './skeleton.tsx'
import { Toolbar } from './toolbar.tsx'
import { useNoMatch } from './use-no-match.ts'
import { type VisibleOffers, visibleOffersOf } from './visible-offers.ts'

const AdditionalSentPictures = lazy(
  async () => (await import('../sent-picture/sent-picture.tsx')).AdditionalSentPictures,
)
const ConfirmSend = lazy(async () => (await import('../sent-picture/sent-picture.tsx')).ConfirmSend)
const ErrorView = lazy(async () => (await import('../components/error-view.tsx')).ErrorView)
const NoMatchLine = lazy(async () => (await import('./no-match.tsx')).NoMatchLine)
const NoOffers = lazy(async () => (await import('./no-match.tsx')).NoOffers)
const PhotoStrip = lazy(async () => (await import('../gallery/photo-strip.tsx')).PhotoStrip)
const PictureChoices = lazy(async () => (await import('../sent-picture/picture-choices.tsx')).PictureChoices)
const SentPictureView = lazy(async () => (await import('../sent-picture/sent-picture.tsx')).SentPictureView)

export interface ResultsProps {
  search: Search
  sent: SentPicture | undefined
  proxy: ProxySettings
}

/** The current search, from its picture to its offers. */
export function Results({ search, sent, proxy }: ResultsProps) {
  const t = texts()
  const { preferences, money, assumptions, setPreferences } = useApp()
  const [isSentShown, setSentShown] = useState(false)
  useCloseWhilePicking(search)
  const noMatch = useNoMatch(search)
  const list = resultListOf(search)
  const details = search.details ?? NO_DETAILS
  const showAll = () => setPreferences({ filters: {} })
  const visible = useMemo(
    () => list && visibleOffersOf(list, details, { preferences, money, assumptions, showAll }),
    [list, details, preferences, money, assumptions],
  )
  const hasList = search.reading === 'done' || search.reading === 'running'
  return (
    <DetailsContext.Provider value={details}>
      <Header search={search} sent={sent} onShowSent={() => setSentShown(!isSentShown)} />
      {isSentShown && sent && search.reading === 'done' && (
        <SentPictureView
          picture={sent}
          proxy={proxy}
          title={t.sentTitle}
          region={search.region}
          onClose={() => setSentShown(false)}
        />
      )}
      {isSentShown && search.further && <AdditionalSentPictures search={search} />}
      {hasList && <Toolbar badges={visible?.badges ?? []} />}
      <div class="body" tabIndex={-1}>
        {search.further && search.reading === 'done' && (
          <div class="photo-strip-space">
            <PhotoStrip search={search} sent={sent} />
          </div>
        )}
        <FusedResultsContext.Provider value={fusedResultsOf(search)}>
          <Body search={search} sent={sent} proxy={proxy} visible={visible} />
        </FusedResultsContext.Provider>
      </div>
      {noMatch && sent && <NoMatchLine search={search} sent={sent} noMatch={noMatch} />}
      {visible && list && list.offers.length > 0 && <Footer search={search} rows={visible.rows} />}
    </DetailsContext.Provider>
  )
}

const NO_DETAILS = {}

function Body(props: ResultsProps & { visible: VisibleOffers | undefined }) {
  const t = texts()
  const { search, sent, proxy, visible } = props
  const list = resultListOf(search)
  if (search.readFailure) return <ErrorView failure={search.readFailure} source={search.source} />
  if (search.reading === 'choosing') return <PictureChoices choices={search.choices ?? []} />
  if (search.reading === 'picking')
    return <Message title={t.selectingArea} text={t.selectingAreaHint} role="status" />
  if (search.reading === 'ready' && sent)
    return <ConfirmSend picture={sent} proxy={proxy} isScreen={search.source.screen === true} />
  if (list?.failure && list.page === 0) return <ErrorView failure={list.failure} />
  if (!list || !visible || (list.state === 'loading' && list.page === 0)) return <Skeleton />
  if (list.offers.length === 0 && !list.hasMore) return <NoOffers search={search} sent={sent} />
  return <OfferList key={search.mode} search={search} list={list} visible={visible} picture={sent?.dataUrl} />
}

const SAME_CLICK_MS = 3000

/**
 * Closes a popup that was opened by the click: the user has to draw on the page, and the popup would take the keys.
 * A popup that was opened later stays.
 */
function useCloseWhilePicking(search: Search): void {
  const { surface } = useApp()
  const isPicking = search.reading === 'picking'
  useEffect(() => {
    const isFromSameClick = performance.timeOrigin - search.startedAt < SAME_CLICK_MS
    if (isPicking && surface === 'popup' && isFromSameClick) window.close()
  }, [isPicking])
}
