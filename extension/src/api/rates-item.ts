import type { Rates } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import type { Failure } from '../model/failure.ts'

export interface StoredRates {
  rates: Rates
  /** When they were last asked for, whatever came of it, by this machine's clock. */
  askedAtMs: number
}

/** The rates that were known last. */
export const ratesItem = storage.defineItem<StoredRates | null>('local:rates', { fallback: null })

/** Why there are none, where none are kept and none came. */
export const ratesFailureItem = storage.defineItem<Failure | null>('session:ratesFailure', { fallback: null })
