import { useContext, useEffect, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { failureOfSearch, fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import type { Progress, Search } from '../../model/search.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'

/** The result, or the progress towards it. Announced whenever it changes, except for countdowns. */
export function useHeadline(search: Search): string {
  const { announce } = useApp()
  const progress = resultListOf(search)?.progress
  const secondsLeft = useSecondsLeft(progress)
  const samePhotos = useSamePhotos(search)
  const headline = headlineOf(search, secondsLeft) + samePhotos + photosText(search)
  const spoken = headlineOf(search, undefined)
  useEffect(() => announce(spoken), [spoken])
  return headline
}

/** How many offers show the same photo. */
function useSamePhotos(search: Search): string {
  const verdicts = useContext(VerdictsContext)
  const offers = resultListOf(search)?.offers ?? []
  const count = offers.filter(({ offerId }) => verdicts[offerId]?.kind === 'same').length
  return count > 0 ? ` · ${texts().samePhotos(count)}` : ''
}

/** How many photos were searched, if several. At the end, since it is the least important. */
export function photosText(search: Search): string {
  const { photos = 0 } = fusedResultsOf(search) ?? {}
  return photos > 1 ? ` · ${texts().photoCount(photos)}` : ''
}

/** @param secondsLeft of an announced wait; `undefined` to leave them out */
export function headlineOf(search: Search, secondsLeft: number | undefined): string {
  const t = texts()
  const list = resultListOf(search)
  const failure = failureOfSearch(search)
  if (failure) return t.failures[failure.code].title
  if (search.reading === 'running') return t.readingPicture
  if (search.reading === 'choosing') return t.choosePicture
  if (search.reading === 'picking') return t.selectingArea
  if (search.reading === 'ready') return t.notSentYet
  if (!list || (list.state === 'loading' && list.page === 0)) return progressText(list?.progress, secondsLeft)
  if (list.offers.length === 0) return search.mode === 'same' ? t.noOffers : t.noSimilar
  return t.offerCount(list.total ?? list.offers.length)
}

function progressText(progress: Progress | undefined, secondsLeft: number | undefined): string {
  const t = texts()
  if (!progress) return t.searching
  switch (progress.event) {
    case 'queued':
      return secondsLeft === undefined
        ? t.queued(progress.position)
        : t.queuedFor(progress.position, secondsLeft)
    case 'searching':
      return progress.attempt > 1 ? t.searchingAgain(progress.attempt) : t.searching
    case 'retrying':
      return secondsLeft === undefined ? t.retrying : t.retryingIn(secondsLeft)
  }
}

function useSecondsLeft(progress: Progress | undefined): number | undefined {
  const endsAt = progress && 'waitMs' in progress ? progress.at + progress.waitMs : undefined
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    if (endsAt === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [endsAt])
  return endsAt === undefined ? undefined : Math.max(1, Math.ceil((endsAt - now) / 1000))
}
