import { useContext, useEffect, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import type { Progress, Search } from '../../model/search.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { type NoMatch, useNoMatch } from './use-no-match.ts'

/** The answer, or how far it is; spoken whenever it changes to something else than a count of seconds. */
export function useHeadline(search: Search): string {
  const { announce } = useApp()
  const progress = resultListOf(search)?.progress
  const left = useSecondsLeft(progress)
  const same = useSamePhotos(search)
  const none = noneText(search, useNoMatch(search))
  const headline = headlineOf(search, left) + (same || none) + photosText(search)
  const spoken = headlineOf(search, undefined)
  useEffect(() => announce(spoken), [spoken])
  return headline
}

/** How many of the offers show the very photo, behind the answer. */
function useSamePhotos(search: Search): string {
  const verdicts = useContext(VerdictsContext)
  const offers = resultListOf(search)?.offers ?? []
  const count = offers.filter(({ offerId }) => verdicts[offerId]?.kind === 'same').length
  return count > 0 ? ` · ${texts().samePhotos(count)}` : ''
}

/** Of how many photos it is the answer; at the end, because the list begins with the same. */
export function photosText(search: Search): string {
  const { photos = 0 } = fusedResultsOf(search) ?? {}
  return photos > 1 ? ` · ${texts().photoCount(photos)}` : ''
}

/** That none of them does, as far as they were compared. */
export function noneText(search: Search, none: NoMatch | undefined): string {
  if (!none) return ''
  const t = texts()
  const all = resultListOf(search)?.total ?? none.offers
  return ` · ${none.compared < all ? t.noPhotoMatchAmong(none.compared) : t.noPhotoMatch}`
}

/** @param left seconds that are left of an announced wait; `undefined` where they are not to be told */
export function headlineOf(search: Search, left: number | undefined): string {
  const t = texts()
  const list = resultListOf(search)
  if (search.reading === 'running') return t.readingPicture
  if (search.reading === 'failed') return t.searchFailed
  if (search.reading === 'choosing') return t.choosePicture
  if (search.reading === 'picking') return t.selectingArea
  if (search.reading === 'ready') return t.notSentYet
  if (!list || (list.state === 'loading' && list.page === 0)) return progressText(list?.progress, left)
  if (list.state === 'failed' && list.page === 0) return t.searchFailed
  if (list.offers.length === 0) return search.mode === 'same' ? t.noOffers : t.noSimilar
  return t.offerCount(list.total ?? list.offers.length)
}

function progressText(progress: Progress | undefined, left: number | undefined): string {
  const t = texts()
  if (!progress) return t.searching
  switch (progress.event) {
    case 'queued':
      return left === undefined ? t.queued(progress.position) : t.queuedFor(progress.position, left)
    case 'searching':
      return progress.attempt > 1 ? t.searchingAgain(progress.attempt) : t.searching
    case 'retrying':
      return left === undefined ? t.retrying : t.retryingIn(left)
  }
}

function useSecondsLeft(progress: Progress | undefined): number | undefined {
  const until = progress && 'waitMs' in progress ? progress.at + progress.waitMs : undefined
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    if (until === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return until === undefined ? undefined : Math.max(1, Math.ceil((until - now) / 1000))
}
