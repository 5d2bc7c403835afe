import { AppError, type Rates, RatesSchema } from '@find-on-1688/shared'
import { readStored, writeStored } from '../kv.ts'
import { fetchRates } from './fetch.ts'

const DAY_SECONDS = 86_400
const MAX_AGE_DAYS = 30
/** After a failure there is no new attempt for this long. */
const RETRY_AFTER_MS = 60_000
/** Longer than an attempt takes: one that is not over by then was cut off with its request. */
const ATTEMPT_MS = 12_000

/** What this isolate knows of an address. Before `nextAttemptMs` an attempt is under way or has failed. */
interface Known {
  rates?: Rates
  failure?: AppError | undefined
  nextAttemptMs: number
}

/** Values only: a promise belongs to the request that created it, and another request may wait on it for ever. */
const knownOf = new Map<string, Known>()

/**
 * The rates as read in the last 24 hours. One request at a time fetches them; if that fails, the last known rates are
 * given, at most 30 days old and marked as stale.
 *
 * @param inBackground takes work that may outlast the answer
 * @throws AppError that tells why there are none
 */
export async function currentRates(
  url: string,
  store: KVNamespace | undefined,
  inBackground: (work: Promise<unknown>) => void,
): Promise<Rates> {
  const known = knownOf.get(url) ?? { nextAttemptMs: 0 }
  knownOf.set(url, known)
  if (!known.rates || daysOld(known.rates) >= 1) {
    const stored = await readStored(store, `rates:${url}`, RatesSchema)
    if (stored && stored.fetchedAt > (known.rates?.fetchedAt ?? '')) known.rates = stored
  }
  for (;;) {
    const { rates, failure, nextAttemptMs } = known
    if (rates && daysOld(rates) < 1) return rates
    const waitMs = nextAttemptMs - Date.now()
    if (waitMs <= 0)
      await attempt(known, url, (read) =>
        inBackground(writeStored(store, `rates:${url}`, read, MAX_AGE_DAYS * DAY_SECONDS)),
      )
    else if (!failure) await sleep(100)
    else if (rates && daysOld(rates) < MAX_AGE_DAYS) return { ...rates, stale: true }
    else throw new AppError(failure.code, failure.message, { retryAfterMs: waitMs })
  }
}

async function attempt(known: Known, url: string, store: (rates: Rates) => void): Promise<void> {
  known.failure = undefined
  known.nextAttemptMs = Date.now() + ATTEMPT_MS
  try {
    known.rates = await fetchRates(url)
    store(known.rates)
  } catch (error) {
    known.failure = error as AppError
    known.nextAttemptMs = Date.now() + RETRY_AFTER_MS
  }
}

function daysOld({ fetchedAt }: Rates): number {
  return (Date.now() - Date.parse(fetchedAt)) / (DAY_SECONDS * 1000)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
