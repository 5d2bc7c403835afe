import type { Rates } from '@find-on-1688/shared'
import { useEffect } from 'preact/hooks'
import { ratesFailureItem, ratesItem } from '../../api/rates-item.ts'
import type { Failure } from '../../model/failure.ts'
import { ask } from '../../model/messages.ts'
import { useItem } from '../state/use-stored.ts'

/** The day's exchange rates, as the background keeps them. That there are none keeps nothing else from working. */
export function useRates(wanted: boolean): { rates: Rates | undefined; failure: Failure | undefined } {
  const kept = useItem(ratesItem)
  const failure = useItem(ratesFailureItem)
  useEffect(() => {
    if (wanted) ask({ type: 'rates' })
  }, [wanted])
  return { rates: kept?.rates, failure: failure ?? undefined }
}
