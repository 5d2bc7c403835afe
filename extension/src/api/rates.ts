import { PATHS, type Rates, RatesSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail, failureOf } from '../model/failure.ts'
import { type ProxySettings, ratesFailureItem, ratesItem, type StoredRates } from '../model/stored-items.ts'
import { request } from './request.ts'
import { requireProxy } from './settings.ts'

/** The worker gives up asking for them after 10 s. */
const TIMEOUT_MS = 15_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const StoredSchema = v.object({ rates: RatesSchema, askedAtMs: v.number() })

/** Stores the day's rates for the views, or why there are none. */
export async function renewRates(): Promise<void> {
  try {
    await currentRates(new AbortController().signal)
    await ratesFailureItem.setValue(null)
  } catch (error) {
    await ratesFailureItem.setValue(failureOf(error))
  }
}

/**
 * The exchange rates: the stored ones for 24 hours, then the worker's. Where it gives none, the stored ones are returned
 * as stale, and are requested again after an hour.
 *
 * @throws AppError where none are stored and none come
 */
export async function currentRates(signal: AbortSignal): Promise<Rates> {
  const stored = v.safeParse(StoredSchema, await ratesItem.getValue())
  const before = stored.success ? stored.output : undefined
  const nowMs = Date.now()
  if (before && !isDue(before, nowMs)) return before.rates
  const rates = await requireProxy()
    .then((proxy) => getRates(signal, proxy))
    .catch((error: unknown) => {
      if (!before) throw error
      return { ...before.rates, stale: true }
    })
  // An aborted request does not mean that there are none.
  if (!signal.aborted) await ratesItem.setValue({ rates, askedAtMs: nowMs })
  return rates
}

/** Costs no search. */
async function getRates(signal: AbortSignal, proxy: ProxySettings): Promise<Rates> {
  const answer = v.safeParse(RatesSchema, await request(signal, proxy, PATHS.rates, {}, TIMEOUT_MS))
  return answer.success ? answer.output : fail('proxy_bad_answer')
}

/** After a clock was set back, stored times may lie in the future: they count as just as old. */
function isDue({ rates, askedAtMs }: StoredRates, nowMs: number): boolean {
  const isYounger = (thanMs: number, atMs: number) => Math.abs(nowMs - atMs) < thanMs
  if (isYounger(HOUR_MS, askedAtMs)) return false
  return rates.stale || !isYounger(DAY_MS, Date.parse(rates.fetchedAt))
}
