import type { Offer } from '@find-on-1688/shared'
import { useContext, useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { type PhotoHost, photoHostOf } from '../../photo-match/photo-host.ts'
import { VerdictsContext } from './use-verdicts.ts'

/** The one host that has to be allowed before offers' photos can be compared; nothing where that would not help. */
export function usePhotoHost(offers: readonly Offer[]): PhotoHost | undefined {
  const verdicts = useContext(VerdictsContext)
  const host = photoHostOf(offers.filter(({ offerId }) => verdicts[offerId]?.why === 'unreachable'))
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (host) browser.permissions.contains({ origins: [host.pattern] }).then((has) => setMissing(!has))
  }, [host?.pattern, verdicts])
  return isMissing ? host : undefined
}
