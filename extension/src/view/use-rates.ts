import type { Rates } from '@find-on-1688/shared'
import { useEffect } from 'preact/hooks'
import type { Failure } from '../failure.ts'
import { ratesFailureItem, ratesItem } from '../proxy/rates-item.ts'
import { ask } from '../search/wish.ts'
import { useItem } from './use-item.ts'

/** The day's exchange rates, as the background keeps them. That there are none keeps nothing else from working. */
export function useRates(wanted: boolean): { rates: Rates | undefined; failure: Failure | undefined } {
  const kept = useItem(ratesItem)
  const failure = useItem(ratesFailureItem)
  useEffect(() => {
    if (wanted) ask({ type: 'rates' })
  }, [wanted])
  return { rates: kept?.rates, failure: failure ?? undefined }
}
