import type { Mode, ProgressEvent } from '@find-on-1688/shared'
import { throttle } from '../async/throttle.ts'
import { failureOf } from '../model/failure.ts'
import { EMPTY_LIST, type ResultList } from '../model/search.ts'
import { fetchPage } from './fetch-page.ts'
import type { HistoryWriter } from './history-writer.ts'
import type { OfferDetailsLoader } from './offer-details.ts'
import { type ActivePhoto, firstPhoto, type SearchSession } from './search-session.ts'
import { withSearchSlot } from './search-slots.ts'

/** In a long queue the worker reports every step forward, more often than anybody can read. */
const PROGRESS_INTERVAL_MS = 200

/** Loads the result lists of photos, in the current mode, and saves what has come to the history. */
export class ResultLoader {
  readonly #session: SearchSession
  readonly #history: Pick<HistoryWriter, 'save'>
  readonly #details: Pick<OfferDetailsLoader, 'recall'>

  constructor(
    session: SearchSession,
    history: Pick<HistoryWriter, 'save'>,
    details: Pick<OfferDetailsLoader, 'recall'>,
  ) {
    this.#session = session
    this.#history = history
    this.#details = details
  }

  /** The next page. */
  async load(each: ActivePhoto): Promise<void> {
    const { active, photo, signal } = each
    const { mode } = active.search
    await this.#loadPage(each, mode)
    if (!signal.aborted && photo.lists[mode]?.state === 'done') await this.#history.save(active)
  }

  /** The next page of each photo that has more. */
  async loadMore(photos: ActivePhoto[]): Promise<void> {
    const open = photos.filter(({ active, photo }) => {
      const list = photo.lists[active.search.mode]
      return list?.state === 'done' && list.hasMore
    })
    await Promise.all(open.map((each) => this.load(each)))
  }

  /** The first page of each photo that was read and has no list in the mode. */
  async loadMissing(photos: ActivePhoto[]): Promise<void> {
    await Promise.all(photos.filter(isMissing).map((each) => this.load(each)))
  }

  /** Where both modes are one search, the list of the mode before is also that of the other. */
  async setMode(photos: [ActivePhoto, ...ActivePhoto[]], mode: Mode): Promise<void> {
    const { active } = photos[0]
    const { search } = active
    for (const { photo } of photos) {
      const list = photo.lists[search.mode]
      if (list?.state === 'done' && !list.modesDiffer) photo.lists[mode] ??= list
    }
    search.mode = mode
    const isFirstMissing = isMissing(firstPhoto(active))
    await Promise.all([isFirstMissing ? undefined : this.#session.save(), this.loadMissing(photos)])
    if (!isFirstMissing && search.isKept) await this.#history.save(active)
  }

  /** Stores the progress that the worker reports meanwhile. */
  async #loadPage(each: ActivePhoto, mode: Mode): Promise<void> {
    const { active, photo, signal } = each
    const { lists } = photo
    const before = lists[mode] ?? EMPTY_LIST
    const { failure: _, progress: __, ...loaded } = before
    const loading: ResultList = { ...loaded, state: 'loading' }
    lists[mode] = loading
    await this.#session.save()
    const saving = throttle(PROGRESS_INTERVAL_MS, () => this.#session.save())
    const onProgress = (event: ProgressEvent) => {
      if (signal.aborted) return
      loading.progress = { ...event, at: Date.now() }
      saving.ask()
    }
    const fetching = () => fetchPage(each, mode, before, onProgress)
    const list = await withSearchSlot(active.signal, fetching).catch(
      (error: unknown): ResultList => ({ ...loaded, state: 'failed', failure: failureOf(error) }),
    )
    saving.end()
    if (signal.aborted) return
    lists[mode] = list
    await this.#session.save()
    // Only now, so that the offers are shown at once.
    await this.#details.recall(
      active,
      list.offers.map(({ offerId }) => offerId),
    )
  }
}

function isMissing({ active, photo }: ActivePhoto): boolean {
  return photo.reading === 'done' && !photo.lists[active.search.mode]
}
