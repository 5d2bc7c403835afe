import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { failureOfSearch, resultListOf } from '../../model/fused-list.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { lazy } from '../components/lazy.tsx'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { Header } from './header.tsx'
import type { LoadedOffersProps } from './loaded-offers.tsx'
import { Skeleton } from './skeleton.tsx'
import { Toolbar } from './toolbar.tsx'

const AdditionalSentPictures = lazy(
  async () => (await import('../sent-picture/sent-picture.tsx')).AdditionalSentPictures,
)
const ConfirmSend = lazy(async () => (await import('../sent-picture/sent-picture.tsx')).ConfirmSend)
const ErrorView = lazy(async () => (await import('../components/error-view.tsx')).ErrorView)
export const LoadedOffers = lazy(
  async () => (await import('./loaded-offers.tsx')).LoadedOffers,
  LoadingOffers,
)
const NoOffers = lazy(async () => (await import('./no-match.tsx')).NoOffers)
const PhotoStrip = lazy(async () => (await import('../gallery/photo-strip.tsx')).PhotoStrip)
const RegionView = lazy(async () => (await import('../region/region-view.tsx')).RegionView)
const PictureChoices = lazy(async () => (await import('../sent-picture/picture-choices.tsx')).PictureChoices)
const SentPictureView = lazy(async () => (await import('../sent-picture/sent-picture.tsx')).SentPictureView)

export interface ResultsProps {
  search: Search
  sent: SentPicture | undefined
  proxy: ProxySettings
}

/** The current search, from its picture to its offers. */
export function Results({ search, sent, proxy, isCropping }: ResultsProps & { isCropping: boolean }) {
  const t = texts()
  const [isSentShown, setSentShown] = useState(false)
  useCloseWhilePicking(search)
  const list = resultListOf(search)
  // Over a failure or an empty result there is nothing to sort or filter.
  const hasToolbar = isInProgress(search) || (list !== undefined && list.offers.length > 0)
  const body = bodyOf({ search, sent, proxy })
  const strip = search.further && search.reading === 'done' && (
    <div class="photo-strip-space">
      <PhotoStrip search={search} sent={sent} />
    </div>
  )
  return (
    <>
      <Header
        search={search}
        sent={sent}
        isCropping={isCropping}
        onShowSent={() => setSentShown(!isSentShown)}
      />
      {isCropping && sent && <RegionView search={search} sent={sent} />}
      {isSentShown && sent && search.reading === 'done' && (
        <SentPictureView
          picture={sent}
          proxy={proxy}
          title={t.sentTitle}
          region={search.region}
          refinement={search.refinement}
          onClose={() => setSentShown(false)}
        />
      )}
      {isSentShown && search.further && <AdditionalSentPictures search={search} />}
      {hasToolbar && !isCropping && <Toolbar search={search} list={list} />}
      {list && !body ? (
        <LoadedOffers search={search} list={list} sent={sent} strip={strip} />
      ) : (
        <div class="body" tabIndex={-1}>
          {strip}
          {body}
        </div>
      )}
    </>
  )
}

function isInProgress(search: Search): boolean {
  const list = resultListOf(search)
  const isLoading = search.reading === 'done' && (!list || (list.state === 'loading' && list.page === 0))
  return !failureOfSearch(search) && (search.reading === 'running' || isLoading)
}

/** What there is instead of offers; `undefined` if there are offers. */
function bodyOf({ search, sent, proxy }: ResultsProps): ComponentChild {
  const t = texts()
  const list = resultListOf(search)
  const failure = failureOfSearch(search)
  if (failure) return <ErrorView failure={failure} search={search} sent={sent} proxy={proxy} />
  if (search.reading === 'choosing') return <PictureChoices choices={search.choices ?? []} />
  if (search.reading === 'picking')
    return <Message title={t.selectingArea} text={t.selectingAreaHint} role="status" />
  if (search.reading === 'ready' && sent)
    return <ConfirmSend picture={sent} proxy={proxy} isScreen={search.source.screen === true} />
  if (!list || (list.state === 'loading' && list.page === 0)) return <Skeleton />
  if (list.offers.length === 0 && !list.hasMore) return <NoOffers search={search} sent={sent} />
  return undefined
}

/** Until the script of the offers is there. */
function LoadingOffers({ strip }: LoadedOffersProps) {
  return (
    <div class="body" tabIndex={-1}>
      {strip}
      <Skeleton />
    </div>
  )
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
