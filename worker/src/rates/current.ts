import { AppError, type Rates, RatesSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fetchRates } from './fetch.ts'

const DAY_MS = 86_400_000
const KEPT_DAYS = 30
/** After a failure nobody asks again for this long. */
const PAUSE_MS = 60_000
/** Longer than asking takes: whoever is not done by then was broken off. */
const ASKING_MS = 12_000
/** A store that is slower than this is treated as one that has nothing. */
const PATIENCE_MS = 250

/** What this isolate knows of an address. Before the next turn somebody is asking, or asking has failed. */
interface Known {
  rates?: Rates
  failure?: AppError | undefined
  nextTurnMs: number
}

/** Values only: a promise belongs to the request that made it, and another one that awaits it may wait for ever. */
const knownOf = new Map<string, Known>()

/**
 * The rates, as read in the last 24 hours. One request at a time asks for them; where that fails the last ones are
 * given, at most 30 days old and marked as stale.
 *
 * @param inBackground takes what may go on after the answer
 * @throws AppError that tells why there are none
 */
export async function currentRates(
  url: string,
  store: KVNamespace | undefined,
  inBackground: (work: Promise<unknown>) => void,
): Promise<Rates> {
  const known = knownOf.get(url) ?? { nextTurnMs: 0 }
  knownOf.set(url, known)
  if (!known.rates || daysOld(known.rates) >= 1) {
    const kept = await keptRates(store, url)
    if (kept && kept.fetchedAt > (known.rates?.fetchedAt ?? '')) known.rates = kept
  }
  for (;;) {
    const { rates, failure, nextTurnMs } = known
    if (rates && daysOld(rates) < 1) return rates
    const waitMs = nextTurnMs - Date.now()
    if (waitMs <= 0) await takeTurn(known, url, (read) => inBackground(keepRates(store, url, read)))
    else if (!failure) await sleep(100)
    else if (rates && daysOld(rates) < KEPT_DAYS) return { ...rates, stale: true }
    else throw new AppError(failure.code, failure.message, { retryAfterMs: waitMs })
  }
}

async function takeTurn(known: Known, url: string, keep: (rates: Rates) => void): Promise<void> {
  known.failure = undefined
  known.nextTurnMs = Date.now() + ASKING_MS
  try {
    known.rates = await fetchRates(url)
    keep(known.rates)
  } catch (error) {
    known.failure = error as AppError
    known.nextTurnMs = Date.now() + PAUSE_MS
  }
}

function daysOld({ fetchedAt }: Rates): number {
  return (Date.now() - Date.parse(fetchedAt)) / DAY_MS
}

async function keptRates(store: KVNamespace | undefined, url: string): Promise<Rates | undefined> {
  const found = await Promise.race([store?.get(`rates:${url}`, 'json'), sleep(PATIENCE_MS)]).catch(() => {})
  const kept = v.safeParse(RatesSchema, found)
  return kept.success ? kept.output : undefined
}

/** That they could not be kept harms nobody. */
async function keepRates(store: KVNamespace | undefined, url: string, rates: Rates): Promise<void> {
  const seconds = (KEPT_DAYS * DAY_MS) / 1000
  await store?.put(`rates:${url}`, JSON.stringify(rates), { expirationTtl: seconds }).catch(() => {})
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
