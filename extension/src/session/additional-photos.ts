import type { PhotoMessage } from '../model/messages.ts'
import { NO_PAGE } from '../model/picture.ts'
import { type AdditionalPhoto, photosLeft } from '../model/search.ts'
import { findGallery } from './find-pictures.ts'
import type { HistoryWriter } from './history-writer.ts'
import { isGranted, type PhotoReader } from './photo-reader.ts'
import type { ResultLoader } from './result-loader.ts'
import { type ActivePhoto, type ActiveSearch, firstPhoto, type SearchSession } from './search-session.ts'
import {
  additionalPictures,
  changeAdditionalPictures,
  clearAdditionalPictures,
  moveAdditionalPictures,
} from './sent-pictures.ts'

/** The additional photos of the current search. Each is read and searched on its own, and fails on its own. */
export class AdditionalPhotos {
  readonly #session: SearchSession
  readonly #reader: PhotoReader
  readonly #results: ResultLoader
  readonly #history: HistoryWriter
  /** Ends the work on one photo. */
  readonly #aborts = new WeakMap<AdditionalPhoto, AbortController>()

  constructor(session: SearchSession, reader: PhotoReader, results: ResultLoader, history: HistoryWriter) {
    this.#session = session
    this.#reader = reader
    this.#results = results
    this.#history = history
  }

  async handle(message: PhotoMessage): Promise<void> {
    const active = await this.#session.current()
    if (active?.search.reading !== 'done') return
    const { further = [] } = active.search
    const photo = 'id' in message ? further.find(({ id }) => id === message.id) : undefined
    switch (message.type) {
      case 'gallery':
        return this.#findGallery(active)
      case 'addPhotos':
        return this.#addFromGallery(active, message.indexes)
      case 'addUploadedPhoto': {
        const { incognito } = active.search.source
        const [added] = this.#add(active, [{ source: { ...NO_PAGE, incognito } }])
        return added && this.#reader.use(added, async () => ({ picture: message.picture }))
      }
      case 'sendPhotos':
        return this.#reader.send(this.#of(active))
      case 'retryPhoto':
        return photo && this.#reader.retry(this.#activePhoto(active, photo))
      case 'removePhoto':
        return photo && this.#remove(active, photo)
    }
  }

  /** The first photo and the additional ones. */
  allOf(active: ActiveSearch): [ActivePhoto, ...ActivePhoto[]] {
    return [firstPhoto(active), ...this.#of(active)]
  }

  /** Takes over the pictures of the search before, for the photos that have come along. */
  async takeOver(active: ActiveSearch, beforeId: string): Promise<void> {
    if (!active.search.further) return clearAdditionalPictures()
    await moveAdditionalPictures(beforeId, active.search.id)
    await this.#results.loadMissing(this.#of(active))
  }

  /** Reads again those that have failed or are screenshots, where their host was granted. */
  async readGranted(active: ActiveSearch, patterns: string[]): Promise<void> {
    const { id: searchId, further = [] } = active.search
    const pictures = await additionalPictures(searchId)
    const isInexact = ({ id, reading }: AdditionalPhoto) =>
      reading === 'failed' || pictures[id]?.how === 'capture'
    const granted = further.filter((photo) => isInexact(photo) && isGranted(photo.source, patterns))
    for (const photo of granted) this.#end(photo)
    await this.#reader.read(granted.map((photo) => this.#activePhoto(active, photo)))
  }

  async #findGallery({ search, signal }: ActiveSearch): Promise<void> {
    search.gallery = { state: 'looking' }
    await this.#session.save()
    const choices = await findGallery(signal, search)
    if (signal.aborted) return
    search.gallery = choices ? { state: 'done', choices } : { state: 'gone' }
    await this.#session.save()
  }

  async #addFromGallery(active: ActiveSearch, indexes: number[]): Promise<void> {
    const { gallery } = active.search
    const choices = gallery?.state === 'done' ? gallery.choices : []
    const chosen = choices.filter((_, index) => indexes.includes(index))
    const photos = chosen.map(({ source, thumb }) => ({ source, ...(thumb && { thumb }) }))
    const added = this.#add(active, photos)
    delete active.search.gallery
    await this.#reader.read(added)
  }

  /** As many as there is room for. */
  #add(active: ActiveSearch, photos: Pick<AdditionalPhoto, 'source' | 'thumb'>[]): ActivePhoto[] {
    const { search } = active
    const added = photos.slice(0, photosLeft(search)).map((photo): AdditionalPhoto => {
      return { ...photo, id: crypto.randomUUID(), reading: 'running', lists: {} }
    })
    if (added.length > 0) search.further = [...(search.further ?? []), ...added]
    return added.map((photo) => this.#activePhoto(active, photo))
  }

  async #remove(active: ActiveSearch, photo: AdditionalPhoto): Promise<void> {
    const { search } = active
    this.#end(photo)
    const left = (search.further ?? []).filter((each) => each !== photo)
    if (left.length > 0) search.further = left
    else delete search.further
    await this.#session.save()
    await changeAdditionalPictures(search.id, ({ [photo.id]: _, ...pictures }) => pictures)
    if (search.isKept) await this.#history.save(active)
  }

  #of(active: ActiveSearch): ActivePhoto[] {
    return (active.search.further ?? []).map((photo) => this.#activePhoto(active, photo))
  }

  #activePhoto(active: ActiveSearch, photo: AdditionalPhoto): ActivePhoto {
    const abort = this.#aborts.get(photo) ?? new AbortController()
    this.#aborts.set(photo, abort)
    return { active, photo, signal: AbortSignal.any([active.signal, abort.signal]) }
  }

  #end(photo: AdditionalPhoto): void {
    this.#aborts.get(photo)?.abort()
    this.#aborts.delete(photo)
  }
}
