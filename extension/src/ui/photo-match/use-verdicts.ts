import type { Offer } from '@find-on-1688/shared'
import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'
import type { QueryPhotos } from './query-photos.ts'

/** Whether offers show the photo that was searched, by offer id; missing while it is not known. */
export type Verdicts = Record<string, PhotoVerdict>

export const VerdictsContext = createContext<Verdicts>({})

export function useVerdict(offerId: string): PhotoVerdict | undefined {
  return useContext(VerdictsContext)[offerId]
}

/** What was told, and the pictures that it was told of. */
interface Told {
  verdict: PhotoVerdict
  of: QueryPhotos
}

/**
 * Compares the offers' photos with those that were sent, after the offers are shown; nobody waits for it. With a further
 * photo all are compared anew, and what was told of the same first photo stays until then. What could not be reached is
 * tried again once a website was allowed.
 *
 * @param given of the photos that were searched, in their order
 */
export function useVerdicts(given: QueryPhotos, offers: readonly Offer[]): Verdicts {
  const [told, setTold] = useState<Record<string, Told>>({})
  const known = useRef(told)
  known.current = told
  const queries = useUnchanged(given)
  const [allowed, setAllowed] = useState(0)
  useEffect(() => {
    const again = () => setAllowed((times) => times + 1)
    browser.permissions.onAdded.addListener(again)
    return () => browser.permissions.onAdded.removeListener(again)
  }, [])
  useEffect(() => {
    const open = offers.filter(({ offerId }) => {
      const before = known.current[offerId]
      return before?.of !== queries || before.verdict.why === 'unreachable'
    })
    if (queries.length === 0 || open.length === 0) return
    const abort = new AbortController()
    import('../../photo-match/verdicts.ts').then(({ judgeOffers }) =>
      judgeOffers({
        signal: abort.signal,
        queries,
        offers: open,
        onVerdict: (offerId, verdict) =>
          setTold((before) => ({ ...before, [offerId]: { verdict, of: queries } })),
      }),
    )
    return () => abort.abort()
  }, [queries, offers, allowed])
  return useMemo(() => {
    const own = Object.entries(told).filter(([, { of }]) => of[0] === queries[0])
    return Object.fromEntries(own.map(([offerId, { verdict }]) => [offerId, verdict]))
  }, [told, queries])
}

/** The same array for as long as it has the same texts. */
function useUnchanged(texts: QueryPhotos): QueryPhotos {
  const before = useRef(texts)
  const { current } = before
  if (current.length !== texts.length || current.some((text, at) => text !== texts[at]))
    before.current = texts
  return before.current
}
