import { type Rates, RatesSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { failureOf } from '../model/failure.ts'
import { ratesFailureItem, ratesItem, type StoredRates } from '../model/stored-items.ts'
import { getRates } from './get-rates.ts'
import { requireProxy } from './settings.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const KeptSchema = v.object({ rates: RatesSchema, askedAtMs: v.number() })

/** Sees to it that the views have the day's rates, or can say why not. */
export async function renewRates(): Promise<void> {
  try {
    await currentRates(new AbortController().signal)
    await ratesFailureItem.setValue(null)
  } catch (error) {
    await ratesFailureItem.setValue(failureOf(error))
  }
}

/**
 * The exchange rates: the kept ones while they are of the last 24 hours, else what the worker says. Where it says
 * nothing the kept ones are given as stale, and stale ones are asked for again after an hour.
 *
 * @throws FailureError where none are kept and none come
 */
export async function currentRates(signal: AbortSignal): Promise<Rates> {
  const stored = v.safeParse(KeptSchema, await ratesItem.getValue())
  const kept = stored.success ? stored.output : undefined
  const nowMs = Date.now()
  if (kept && !isDue(kept, nowMs)) return kept.rates
  const rates = await requireProxy()
    .then((proxy) => getRates(signal, proxy))
    .catch((error: unknown) => {
      if (!kept) throw error
      return { ...kept.rates, stale: true }
    })
  // Whoever leaves has not learned that there are none.
  if (!signal.aborted) await ratesItem.setValue({ rates, askedAtMs: nowMs })
  return rates
}

/** A clock that was set back makes times to come of what was long ago: they count as no less old. */
function isDue({ rates, askedAtMs }: StoredRates, nowMs: number): boolean {
  const isYounger = (thanMs: number, atMs: number) => Math.abs(nowMs - atMs) < thanMs
  if (isYounger(HOUR_MS, askedAtMs)) return false
  return rates.stale || !isYounger(DAY_MS, Date.parse(rates.fetchedAt))
}
