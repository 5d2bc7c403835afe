import { restorePhotos } from '../db/additional-photos.ts'
import { earlierOf } from '../db/earlier-search.ts'
import type { SavedSearch } from '../db/schema.ts'
import { pictureOf } from '../db/search-record.ts'
import { getSearch, saveSearch } from '../db/searches.ts'
import { StorageFullError } from '../db/storage-error.ts'
import type { SentPicture } from '../model/picture.ts'
import type { HistoryFailure, Search } from '../model/search.ts'
import { additionalSentItem, sentItem } from '../model/stored-items.ts'
import { additionalPictures } from './additional-pictures.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'
import { thumbnailOf } from './thumbnail.ts'

/** Writes the search of the moment to the history, and brings searches back from there. */
export class HistoryWriter {
  readonly #session: SearchSession
  #writing: Promise<void> = Promise.resolve()

  constructor(session: SearchSession) {
    this.#session = session
  }

  /** Keeps what the search has brought so far; one from a private window never. That it cannot is noted, and no more. */
  save(active: ActiveSearch): Promise<void> {
    if (active.search.source.incognito) return Promise.resolve()
    this.#writing = this.#writing.then(() => this.#write(active)).catch(() => {})
    return this.#writing
  }

  /** Makes a search of the history that of the moment. Asks nobody: everything of it was kept. */
  async reopen(id: string): Promise<void> {
    const kept = await getSearch(id).catch(() => undefined)
    if (!kept) return
    const picture = await pictureOf(kept)
    const { further, pictures } = await restorePhotos(kept, KEPT_SOURCE)
    await this.#session.reopen({ ...searchOf(kept), ...(further.length > 0 && { further }) })
    await sentItem.setValue({ ...picture, searchId: id })
    await additionalSentItem.setValue(further.length > 0 ? { searchId: id, pictures } : null)
  }

  async #write({ search, signal }: ActiveSearch): Promise<void> {
    const sent = await sentItem.getValue()
    if (sent?.searchId !== search.id) return
    const before = search.keepFailure
    try {
      if (await this.#put(search, sent)) search.isKept = true
      delete search.keepFailure
    } catch (error) {
      search.keepFailure = failureIn(error)
    }
    if (!signal.aborted && (search.isKept || search.keepFailure !== before)) await this.#session.save()
  }

  async #put(search: Search, sent: SentPicture & { searchId: string }): Promise<boolean> {
    const further = await additionalPictures(search.id)
    if (!search.isKept) return saveSearch(search, sent, await thumbnailOf(sent.dataUrl), further)
    // What somebody has removed from the history does not come back by itself.
    if (!(await getSearch(search.id))) return false
    return saveSearch(search, sent, '', further)
  }
}

/** Of what is kept no address is. */
const KEPT_SOURCE = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito: false }

function searchOf({ id, at, region, mode, lists, listing, details }: SavedSearch): Search {
  const [source, part] = [KEPT_SOURCE, region ? { region } : {}]
  return { id, startedAt: at, source, reading: 'done', ...part, mode, lists, listing, details, isKept: true }
}

function failureIn(error: unknown): HistoryFailure {
  return error instanceof StorageFullError ? 'storage_full' : 'storage_closed'
}

/** The search of the moment as one to compare the next with, or what it was itself to be compared with. */
export function earlierSearchOf(search: Search): Pick<Search, 'earlier'> {
  const earlier = earlierOf(search, search.mode) ?? search.earlier
  return earlier ? { earlier } : {}
}
