import { useContext, useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { type Host, photoHostOf } from '../photo/photo-host.ts'
import type { List } from '../search/state.ts'
import { VerdictsContext } from './use-verdicts.ts'

/** The one host that has to be allowed before offers' photos can be compared; nothing where that would not help. */
export function usePhotoHost({ offers }: List): Host | undefined {
  const verdicts = useContext(VerdictsContext)
  const host = photoHostOf(offers.filter(({ offerId }) => verdicts[offerId]?.why === 'unreachable'))
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (host) browser.permissions.contains({ origins: [host.pattern] }).then((has) => setMissing(!has))
  }, [host?.pattern, verdicts])
  return isMissing ? host : undefined
}
