import type { Rates } from '@find-on-1688/shared'
import { useEffect } from 'preact/hooks'
import type { Failure } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import { ratesFailureItem, ratesItem } from '../../model/stored-items.ts'
import { useStored } from '../state/use-stored.ts'

/** The day's exchange rates, as the background keeps them. That there are none keeps nothing else from working. */
export function useExchangeRates(wanted: boolean): {
  rates: Rates | undefined
  failure: Failure | undefined
} {
  const kept = useStored(ratesItem)
  const failure = useStored(ratesFailureItem)
  useEffect(() => {
    if (wanted) sendToBackground({ type: 'rates' })
  }, [wanted])
  return { rates: kept?.rates, failure: failure ?? undefined }
}
