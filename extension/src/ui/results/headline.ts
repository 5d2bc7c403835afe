import { useContext, useEffect, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import type { Progress, Search } from '../../model/search.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { type NoMatch, useNoMatch } from './use-no-match.ts'

/** The result, or the progress towards it. Announced whenever it changes, except for countdowns. */
export function useHeadline(search: Search): string {
  const { announce } = useApp()
  const progress = resultListOf(search)?.progress
  const secondsLeft = useSecondsLeft(progress)
  const samePhotos = useSamePhotos(search)
  const noMatch = noMatchText(search, useNoMatch(search))
  const headline = headlineOf(search, secondsLeft) + (samePhotos || noMatch) + photosText(search)
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

/** That no offer shows the photo, as far as they were compared. */
export function noMatchText(search: Search, noMatch: NoMatch | undefined): string {
  if (!noMatch) return ''
  const t = texts()
  const all = resultListOf(search)?.total ?? noMatch.offers
  return ` · ${noMatch.compared < all ? t.noPhotoMatchAmong(noMatch.compared) : t.noPhotoMatch}`
}

/** @param secondsLeft of an announced wait; `undefined` to leave them out */
export function headlineOf(search: Search, secondsLeft: number | undefined): string {
  const t = texts()
  const list = resultListOf(search)
  if (search.reading === 'running') return t.readingPicture
  if (search.reading === 'failed') return t.searchFailed
  if (search.reading === 'choosing') return t.choosePicture
  if (search.reading === 'picking') return t.selectingArea
  if (search.reading === 'ready') return t.notSentYet
  if (!list || (list.state === 'loading' && list.page === 0)) return progressText(list?.progress, secondsLeft)
  if (list.state === 'failed' && list.page === 0) return t.searchFailed
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
