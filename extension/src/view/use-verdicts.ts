import type { Offer } from '@find-on-1688/shared'
import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Verdict } from '../photo/verdicts.ts'

/** Whether offers show the photo that was searched, by offer id; missing while it is not known. */
export type Verdicts = Record<string, Verdict>

export const VerdictsContext = createContext<Verdicts>({})

export function useVerdict(offerId: string): Verdict | undefined {
  return useContext(VerdictsContext)[offerId]
}

/**
 * Compares the offers' photos with the one that was sent, after the offers are shown; nobody waits for it. What could not
 * be reached is tried again once a website was allowed.
 */
export function useVerdicts(query: string | undefined, offers: readonly Offer[]): Verdicts {
  const [verdicts, setVerdicts] = useState<Verdicts>({})
  const known = useRef(verdicts)
  known.current = verdicts
  const [allowed, setAllowed] = useState(0)
  useEffect(() => {
    const again = () => setAllowed((times) => times + 1)
    browser.permissions.onAdded.addListener(again)
    return () => browser.permissions.onAdded.removeListener(again)
  }, [])
  useEffect(() => {
    const open = offers.filter(({ offerId }) => {
      const verdict = known.current[offerId]
      return !verdict || verdict.why === 'unreachable'
    })
    if (!query || open.length === 0) return
    const abort = new AbortController()
    import('../photo/verdicts.ts').then(({ judgeOffers }) =>
      judgeOffers({
        signal: abort.signal,
        query,
        offers: open,
        onVerdict: (offerId, verdict) => setVerdicts((before) => ({ ...before, [offerId]: verdict })),
      }),
    )
    return () => abort.abort()
  }, [query, offers, allowed])
  return verdicts
}
