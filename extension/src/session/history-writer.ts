import { restorePhotos } from '../db/additional-photos.ts'
import { productKeysOf } from '../db/product-keys.ts'
import { linkProduct } from '../db/products.ts'
import type { SavedSearch } from '../db/schema.ts'
import { earlierOf, pictureOf } from '../db/search-record.ts'
import { getSearch, saveSearch } from '../db/searches.ts'
import { StorageFullError } from '../db/storage-error.ts'
import { thumbnailOf } from '../image/data-url.ts'
import { NO_PAGE, type SentPicture } from '../model/picture.ts'
import { type EarlierSearch, type HistoryFailure, type Search, savedIdOf } from '../model/search.ts'
import { additionalSentItem, sentItem } from '../model/stored-items.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'
import { additionalPictures } from './sent-pictures.ts'

/** Writes the current search to the history, and opens saved searches again. */
export class HistoryWriter {
  readonly #session: SearchSession
  #writing: Promise<void> = Promise.resolve()

  constructor(session: SearchSession) {
    this.#session = session
  }

  /** Saves the results so far, never those of a private window. A failure is only noted in the search. */
  save(active: ActiveSearch): Promise<void> {
    if (active.search.source.incognito) return Promise.resolve()
    this.#writing = this.#writing.then(() => this.#write(active)).catch(() => {})
    return this.#writing
  }

  /** Makes a saved search the current one, without a request: everything about it was saved. */
  async reopen(id: string): Promise<void> {
    const saved = await getSearch(id).catch(() => undefined)
    if (!saved) return
    const picture = await pictureOf(saved)
    const { further, pictures } = await restorePhotos(saved, NO_PAGE)
    await this.#session.reopen({ ...searchOf(saved), ...(further.length > 0 && { further }) })
    await sentItem.setValue({ ...picture, searchId: id })
    await additionalSentItem.setValue(further.length > 0 ? { searchId: id, pictures } : null)
  }

  async #write({ search, signal }: ActiveSearch): Promise<void> {
    const sent = await sentItem.getValue()
    if (sent?.searchId !== search.id) return
    const before = search.keepFailure
    try {
      if (await this.#put(search, sent)) search.isKept = true
      if (search.isKept) await linkTyped(search, sent)
      delete search.keepFailure
    } catch (error) {
      search.keepFailure = failureIn(error)
    }
    if (!signal.aborted && (search.isKept || search.keepFailure !== before)) await this.#session.save()
  }

  async #put(search: Search, sent: SentPicture & { searchId: string }): Promise<boolean> {
    const pictures = await additionalPictures(search.id)
    if (!search.isKept) return saveSearch(search, sent, await thumbnailOf(sent.dataUrl), pictures)
    // A search that was removed from the history does not come back by itself.
    if (!(await getSearch(savedIdOf(search)))) return false
    return saveSearch(search, sent, '', pictures)
  }
}

/** What was typed for the product is found by whatever else is now known of it: its number, another picture. */
async function linkTyped(search: Search, sent: SentPicture): Promise<void> {
  await linkProduct(await productKeysOf(search, sent)).catch(() => {})
}

/** No address is ever saved. A search that was checked again since is compared with what was found before. */
function searchOf({ id, at, region, refinement, before, ...saved }: SavedSearch): Search {
  const { mode, lists, listing, details } = saved
  const [source, part] = [NO_PAGE, { ...(region && { region }), ...(refinement && { refinement }) }]
  const { answers: _, ...earlier } = before ?? {}
  const compared = before && { earlier: earlier as EarlierSearch }
  return {
    ...{ id, startedAt: at, source, reading: 'done', ...part, mode, lists, listing, details },
    ...compared,
    isKept: true,
  }
}

function failureIn(error: unknown): HistoryFailure {
  return error instanceof StorageFullError ? 'storage_full' : 'storage_closed'
}

/** The search that the next one is compared with: this one or, where nothing was loaded, the one before it. */
export function earlierSearchOf(search: Search): Pick<Search, 'earlier'> {
  const earlier = earlierOf(search, search.mode) ?? search.earlier
  return earlier ? { earlier } : {}
}
