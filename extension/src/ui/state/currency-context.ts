import type { Rates } from '@find-on-1688/shared'
import type { Failure } from '../../model/failure.ts'

/** Exchange rates as far as they are known, and the money that prices are shown in beside yuan. */
export interface DisplayCurrency {
  /** ISO 4217 */
  currency: string
  rates: Rates | undefined
  failure: Failure | undefined
}

/** Used where neither the person nor the listing says. */
export const DEFAULT_CURRENCY = 'USD'
