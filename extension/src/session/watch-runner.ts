import { getOffer } from '../api/get-offer.ts'
import { requireProxy } from '../api/settings.ts'
import { titleLanguage } from '../api/title-language.ts'
import { saveOfferDetails } from '../db/offer-details.ts'
import { getSearch } from '../db/searches.ts'
import { StorageClosedError, StorageFullError } from '../db/storage-error.ts'
import { isShortlisted, saveCheckedOffer, saveCheckedSearch, saveGoneOffer } from '../db/watch.ts'
import { type Failure, failureOf, isUnknownOffer } from '../model/failure.ts'
import type { WatchMessage } from '../model/messages.ts'
import { EMPTY_LIST } from '../model/search.ts'
import { watchItem } from '../model/stored-items.ts'
import { isChecking, type Watch, type WatchList } from '../model/watch.ts'
import { runBatch } from './batch.ts'
import { fetchNext } from './fetch-page.ts'

/** What has been sent may have been counted, so nothing ends it: its answer is saved. */
const UNENDED = new AbortController().signal

/** Asks 1688 for saved offers and searches again, one check at a time. Each answer is saved before the next. */
export class WatchRunner {
  #running: { watch: Watch; abort: AbortController } | undefined

  constructor() {
    this.#recover()
  }

  async handle(message: WatchMessage): Promise<void> {
    if (message.type === 'watch') return this.#run(message)
    // Nothing is left to stop while the end of a check is being written.
    if (this.#running?.watch.state !== 'running') return
    this.#running.abort.abort()
    await this.#change({ state: 'stopping' })
  }

  /** A check that is running goes on instead. */
  async #run({ offerIds, searchIds }: WatchList): Promise<void> {
    if (this.#running) return
    const abort = new AbortController()
    const total = offerIds.length + searchIds.length
    const counts = { startedAt: Date.now(), total, searches: 0, failures: {} }
    this.#running = { abort, watch: { offerIds, searchIds, ...counts, state: 'running' } }
    try {
      await this.#change({})
      // Searches first: every API has them, and one without offers' pages refuses those.
      const ids = [...searchIds, ...offerIds]
      const failure = await runBatch(abort.signal, ids, (id) => this.#check(id, abort.signal))
      const state = failure || abort.signal.aborted ? 'stopped' : 'done'
      await this.#change({ state, ...(failure && { failure }) })
    } catch (error) {
      await this.#giveUp(error)
    } finally {
      this.#running = undefined
    }
  }

  /** Its progress cannot be written: neither may it go on unseen, nor what is written of it disable every later check. */
  async #giveUp(error: unknown): Promise<void> {
    this.#running?.abort.abort()
    await this.#change({ state: 'stopped', failure: failureIn(error) }).catch(() => watchItem.removeValue())
  }

  /** @returns why it failed */
  async #check(id: string, signal: AbortSignal): Promise<Failure | undefined> {
    let failure: Failure | undefined
    try {
      await (this.#running?.watch.offerIds.includes(id)
        ? this.#checkOffer(id)
        : this.#checkSearch(id, signal))
    } catch (error) {
      // Between two pages: neither done nor failed.
      if (signal.aborted && error === signal.reason) return undefined
      failure = failureIn(error)
      const isGone = isUnknownOffer(failure)
      // A search counts once it has left for 1688, whatever becomes of it.
      if (isGone || /^upstream|timeout|bad_answer/.test(failure.code)) await this.#count(false)
      // That is an answer, too.
      if (isGone) failure = await saveGoneOffer(id).then(() => undefined, failureIn)
    }
    const { offerIds = [], searchIds = [], failures = {} } = this.#running?.watch ?? {}
    const { [id]: _, ...others } = failures
    const isOther = (each: string) => each !== id
    await this.#change({
      failures: failure ? { ...others, [id]: failure } : others,
      ...(!failure && { offerIds: offerIds.filter(isOther), searchIds: searchIds.filter(isOther) }),
    })
    return failure
  }

  async #checkOffer(id: string): Promise<void> {
    if (!(await isShortlisted(id))) return
    const ask = async (lane?: 'batch') => getOffer(UNENDED, await requireProxy(), id, titleLanguage(), lane)
    const { cached, ...checked } = await ask('batch').catch((error: unknown) => {
      // An older worker knows no lanes for offers, and says so.
      if (failureOf(error).detail?.startsWith('priority')) return ask()
      throw error
    })
    await this.#count(cached)
    await saveCheckedOffer(checked)
    await saveOfferDetails(checked).catch(() => {})
  }

  /** As many pages as were loaded. */
  async #checkSearch(id: string, signal: AbortSignal): Promise<void> {
    const saved = await getSearch(id)
    if (!saved) return
    const pages = saved.lists[saved.mode]?.page ?? 0
    let list = EMPTY_LIST
    while (list.page === 0 || (list.page < pages && list.hasMore)) {
      signal.throwIfAborted()
      const next = await fetchNext(UNENDED, saved, list, async () => saved.picture, { priority: 'batch' })
      await this.#count(next.cached)
      list = next.list
    }
    await saveCheckedSearch(id, list)
  }

  #count(cached: boolean): Promise<void> {
    const { searches = 0 } = this.#running?.watch ?? {}
    return this.#change({ searches: searches + (cached ? 0 : 1) })
  }

  async #change(change: Partial<Watch>): Promise<void> {
    if (!this.#running) return
    this.#running.watch = { ...this.#running.watch, ...change }
    await watchItem.setValue(this.#running.watch)
  }

  /** A check that ended with the background can be continued: what was not answered is still listed. */
  async #recover(): Promise<void> {
    const watch = await watchItem.getValue()
    if (watch && isChecking(watch) && !this.#running)
      await watchItem.setValue({ ...watch, state: 'stopped', failure: { code: 'interrupted' } })
  }
}

function failureIn(error: unknown): Failure {
  return error instanceof StorageFullError || error instanceof StorageClosedError
    ? { code: error.code }
    : failureOf(error)
}
