import type { Offer } from '@find-on-1688/shared'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'

/** The pictures sent for a search's photos, as `data:` addresses in order; `undefined` for one not read yet. */
export type QueryPhotos = readonly (string | undefined)[]

/** Whether offers show the searched photo, by offer id; missing until known. */
export type Verdicts = Record<string, OfferPhotoVerdict>

/** Verdicts that come within this time are shown together: each time, all that depends on them is drawn again. */
const TOGETHER_MS = 40

/** A verdict and the photos it was made with. */
interface DatedVerdict {
  verdict: OfferPhotoVerdict
  queries: QueryPhotos
}

/**
 * Compares the offers' photos with those that were sent, once the offers are shown; nothing waits for it. When a photo is
 * added, all are compared again; until then the verdicts made with the same first photo stay. Pictures that could not be
 * reached are tried again once a website is allowed.
 */
export function useVerdicts(queries: QueryPhotos, offers: readonly Offer[]): Verdicts {
  const [verdicts, setVerdicts] = useState<Record<string, DatedVerdict>>({})
  const latest = useRef(verdicts)
  latest.current = verdicts
  const [timesAllowed, setTimesAllowed] = useState(0)
  useEffect(() => {
    const onAllowed = () => setTimesAllowed((times) => times + 1)
    browser.permissions.onAdded.addListener(onAllowed)
    return () => browser.permissions.onAdded.removeListener(onAllowed)
  }, [])
  useEffect(() => {
    const undecided = offers.filter(({ offerId }) => {
      const before = latest.current[offerId]
      return before?.queries !== queries || before.verdict.why === 'unreachable'
    })
    if (queries.length === 0 || undecided.length === 0) return
    const abort = new AbortController()
    let fresh: Record<string, DatedVerdict> = {}
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      const all = fresh
      fresh = {}
      timer = undefined
      setVerdicts((before) => ({ ...before, ...all }))
    }
    import('../../photo-match/verdicts.ts').then(({ judgeOffers }) =>
      judgeOffers({
        signal: abort.signal,
        queries,
        offers: undecided,
        onVerdict: (offerId, verdict) => {
          fresh[offerId] = { verdict, queries }
          timer ??= setTimeout(show, TOGETHER_MS)
        },
      }),
    )
    return () => {
      abort.abort()
      if (timer !== undefined) clearTimeout(timer)
    }
  }, [queries, offers, timesAllowed])
  return useMemo(() => {
    const current = Object.entries(verdicts).filter(
      ([
        ,
        {
          queries: [first],
        },
      ]) => first === queries[0],
    )
    return Object.fromEntries(current.map(([offerId, { verdict }]) => [offerId, verdict]))
  }, [verdicts, queries])
}

/** The same array for as long as its texts are the same. */
export function useUnchanged(texts: QueryPhotos): QueryPhotos {
  const before = useRef(texts)
  const { current } = before
  if (current.length !== texts.length || current.some((text, at) => text !== texts[at]))
    before.current = texts
  return before.current
}
