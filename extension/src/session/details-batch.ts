import { limitConcurrency } from '../async/limit-concurrency.ts'
import type { FailureCode } from '../model/failure.ts'
import { type DetailsBatch, isAskable, isUnderWay, type Search } from '../model/search.ts'
import type { OfferDetailsLoader } from './offer-details.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'

/** One fewer than a search may send at once, so that the user's next click need not wait for the batch. */
const MAX_AT_ONCE = 2
/** A refusal that says when to try again is waited for, unless that is longer. */
const MAX_WAIT_MS = 20_000
const MAX_ATTEMPTS = 4

/** What would refuse every other offer too. */
const FATAL: readonly FailureCode[] = [
  'unauthorized',
  'quota_exhausted',
  'not_supported',
  'not_configured',
  'upstream_signature_rejected',
  'upstream_unauthorized',
  'upstream_quota_exhausted',
  'proxy_not_set',
  'proxy_unreachable',
  'offline',
]

/** 1688 may deny a single offer or the API: only so many denials in a row mean that it denies every one. */
const MAX_DENIED = 3

/** Loads the details of many offers in the background, one batch at a time. */
export class DetailsBatchRunner {
  readonly #session: SearchSession
  readonly #details: OfferDetailsLoader
  #abort = new AbortController()

  constructor(session: SearchSession, details: OfferDetailsLoader) {
    this.#session = session
    this.#details = details
  }

  /** Asks for what is not known of these offers. A batch that is running goes on instead. */
  async run(active: ActiveSearch, offerIds: readonly string[]): Promise<void> {
    const { search } = active
    if (isUnderWay(search.detailsBatch)) return
    const batch = this.#begin(search, [...new Set(offerIds)])
    await this.#details.recall(active, batch.offerIds)
    await this.#session.save()
    const signal = AbortSignal.any([active.signal, this.#abort.signal])
    let denied = 0
    await limitConcurrency(signal, MAX_AT_ONCE, batch.offerIds, async (offerId) => {
      await this.#load(active, signal, offerId)
      const details = search.details?.[offerId]
      const failure = details?.state === 'failed' ? details.failure : undefined
      denied = failure?.code === 'upstream_access_denied' ? denied + 1 : 0
      if (!failure || (denied < MAX_DENIED && !FATAL.includes(failure.code))) return
      batch.failure = failure
      this.#abort.abort()
    })
    batch.state = signal.aborted ? 'stopped' : 'done'
    if (!active.signal.aborted) await this.#session.save()
  }

  /** Requests that are under way still finish. */
  async stop({ search }: ActiveSearch): Promise<void> {
    this.#abort.abort()
    if (search.detailsBatch?.state !== 'running') return
    search.detailsBatch.state = 'stopping'
    await this.#session.save()
  }

  /** What failed before counts as not asked. */
  #begin(search: Search, offerIds: string[]): DetailsBatch {
    this.#abort = new AbortController()
    const askable = offerIds.filter((offerId) => isAskable(search.details?.[offerId]))
    const batch: DetailsBatch = { offerIds: askable, state: 'running' }
    const others = Object.entries(search.details ?? {}).filter(([offerId]) => !askable.includes(offerId))
    search.details = Object.fromEntries(others)
    search.detailsBatch = batch
    return batch
  }

  async #load(active: ActiveSearch, signal: AbortSignal, offerId: string): Promise<void> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS && !signal.aborted; attempt++) {
      await this.#details.load(active, offerId)
      const details = active.search.details?.[offerId]
      const waitMs = details?.state === 'failed' ? (details.failure.retryAfterMs ?? 0) : 0
      if (waitMs === 0 || waitMs > MAX_WAIT_MS) return
      await sleep(signal, waitMs)
    }
  }
}

function sleep(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
