import { type DetailsBatch, isAskable, isUnderWay, type Search } from '../model/search.ts'
import { runBatch } from './batch.ts'
import type { OfferDetailsLoader } from './offer-details.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'

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
    const failure = await runBatch(signal, batch.offerIds, async (offerId) => {
      await this.#details.load(active, offerId)
      const details = search.details?.[offerId]
      return details?.state === 'failed' ? details.failure : undefined
    })
    if (failure) batch.failure = failure
    batch.state = failure || signal.aborted ? 'stopped' : 'done'
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
}
