import type { Mode } from '@find-on-1688/shared'
import { pictureLimit } from '../api/picture-limit.ts'
import { limitConcurrency } from '../async/limit-concurrency.ts'
import { acquirePicture } from '../image/acquire.ts'
import { permissionFor } from '../image/permission.ts'
import { fail, failureOf } from '../model/failure.ts'
import type { PhotoMessage } from '../model/messages.ts'
import type { SentPicture, Source } from '../model/picture.ts'
import { type AdditionalPhoto, photosLeft } from '../model/search.ts'
import { askFirstItem } from '../model/stored-items.ts'
import {
  additionalPictures,
  changeAdditionalPictures,
  clearAdditionalPictures,
  moveAdditionalPictures,
} from './additional-pictures.ts'
import { galleryChoices } from './gallery-choices.ts'
import { loadPage } from './load-page.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'

/** What the screen shows of a small thumbnail is too little to find anything by. */
const SMALLEST_CAPTURE_PX = 100

/** Reads and searches the further photos of the search of the moment, each with a failure of its own. */
export class AdditionalPhotos {
  readonly #session: SearchSession
  readonly #keep: (active: ActiveSearch) => Promise<void>
  /** By the ids of photos: what ends a photo alone. */
  readonly #aborts = new Map<string, AbortController>()

  /** @param keep is called whenever something has come back */
  constructor(session: SearchSession, keep: (active: ActiveSearch) => Promise<void>) {
    this.#session = session
    this.#keep = keep
  }

  async handle(wish: PhotoMessage): Promise<void> {
    const now = await this.#session.current()
    if (now?.search.reading !== 'done') return
    const { further = [] } = now.search
    const photo = 'id' in wish ? further.find(({ id }) => id === wish.id) : undefined
    switch (wish.type) {
      case 'gallery':
        return this.#look(now)
      case 'addPhotos':
        return this.#choose(now, wish.indexes)
      case 'addUploadedPhoto':
        return this.#give(now, wish.picture)
      case 'sendPhotos':
        return this.#send(now)
      case 'retryPhoto':
        return photo && this.#retry(now, photo)
      case 'removePhoto':
        return photo && this.#remove(now, photo)
    }
  }

  /** Loads the next page of each photo that has more. */
  async loadMore(active: ActiveSearch): Promise<void> {
    const { further = [], mode } = active.search
    const open = further.filter(({ lists }) => lists[mode]?.state === 'done' && lists[mode].hasMore)
    await Promise.all(open.map((photo) => this.#load(active, photo)))
  }

  /** Loads what the photos lack in the mode; nothing where the mode before would have found the same. */
  async loadMode(active: ActiveSearch, before?: Mode): Promise<void> {
    const { further = [], mode } = active.search
    const lacking = further.filter(({ reading, lists }) => reading === 'done' && !lists[mode])
    await Promise.all(
      lacking.map((photo) => {
        const list = before && photo.lists[before]
        if (list?.state !== 'done' || list.modesDiffer) return this.#load(active, photo)
        photo.lists[mode] = list
        return this.#session.save()
      }),
    )
  }

  /** Takes the pictures over from the search that was before, for the photos that have come along. */
  async takeOver(active: ActiveSearch, beforeId: string): Promise<void> {
    if (!active.search.further) return clearAdditionalPictures()
    await moveAdditionalPictures(beforeId, active.search.id)
    await this.loadMode(active)
  }

  /** Reads those again, and better, whose hosts may now be read. */
  async readAgain(active: ActiveSearch, patterns: string[]): Promise<void> {
    const pictures = await additionalPictures(active.search.id)
    const open = (active.search.further ?? []).filter(({ id, source, reading }) => {
      const wanted = permissionFor(source.addresses.at(-1) ?? '')
      const isInexact = reading === 'failed' || pictures[id]?.how === 'capture'
      return isInexact && wanted && patterns.includes(wanted.pattern)
    })
    await this.#readAll(active, open)
  }

  async #look({ search, signal }: ActiveSearch): Promise<void> {
    search.gallery = { state: 'looking' }
    await this.#session.save()
    const choices = await galleryChoices(signal, search)
    if (signal.aborted) return
    search.gallery = choices ? { state: 'done', choices } : { state: 'gone' }
    await this.#session.save()
  }

  async #choose(active: ActiveSearch, indexes: number[]): Promise<void> {
    const { gallery } = active.search
    const choices = gallery?.state === 'done' ? gallery.choices : []
    const chosen = choices.filter((_, index) => indexes.includes(index))
    const added = this.#add(
      active,
      chosen.map(({ source, thumb }) => ({ source, ...(thumb && { thumb }) })),
    )
    delete active.search.gallery
    await this.#readAll(active, added)
  }

  async #give(active: ActiveSearch, picture: SentPicture): Promise<void> {
    const { incognito } = active.search.source
    const source: Source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito }
    const [photo] = this.#add(active, [{ source }])
    if (photo && (await this.#put(active, photo, picture))) await this.#load(active, photo)
  }

  /** As many as there is room for. */
  #add({ search }: ActiveSearch, photos: Pick<AdditionalPhoto, 'source' | 'thumb'>[]): AdditionalPhoto[] {
    const added = photos.slice(0, photosLeft(search)).map((photo): AdditionalPhoto => {
      return { ...photo, id: crypto.randomUUID(), reading: 'running', lists: {} }
    })
    if (added.length > 0) search.further = [...(search.further ?? []), ...added]
    return added
  }

  async #send(active: ActiveSearch): Promise<void> {
    for (const photo of active.search.further ?? []) if (photo.reading === 'ready') photo.reading = 'done'
    await this.loadMode(active)
  }

  async #retry(active: ActiveSearch, photo: AdditionalPhoto): Promise<void> {
    if (photo.reading === 'failed') await this.#readAll(active, [photo])
    else if (photo.lists[active.search.mode]?.state === 'failed') await this.#load(active, photo)
  }

  async #remove(active: ActiveSearch, photo: AdditionalPhoto): Promise<void> {
    const { search } = active
    const { id } = photo
    this.#end(photo)
    const left = (search.further ?? []).filter((each) => each.id !== id)
    if (left.length > 0) search.further = left
    else delete search.further
    await this.#session.save()
    await changeAdditionalPictures(search.id, ({ [id]: _, ...pictures }) => pictures)
    if (search.isKept) await this.#keep(active)
  }

  /** One after the other, because a capture wants the page in front; each is searched as soon as it is read. */
  async #readAll(active: ActiveSearch, photos: AdditionalPhoto[]): Promise<void> {
    for (const photo of photos) {
      this.#end(photo)
      photo.reading = 'running'
      photo.lists = {}
      delete photo.readFailure
    }
    await this.#session.save()
    const searches: Promise<void>[] = []
    await limitConcurrency(active.signal, 1, photos, async (photo) => {
      if (await this.#read(active, photo)) searches.push(this.#load(active, photo))
    })
    await Promise.all(searches)
  }

  /** @returns whether it may be searched at once */
  async #read(active: ActiveSearch, photo: AdditionalPhoto): Promise<boolean> {
    const signal = this.#signalOf(active, photo)
    try {
      signal.throwIfAborted()
      const picture = await acquirePicture(signal, photo.source, await pictureLimit())
      const { how, fromWidth, fromHeight } = picture
      if (how === 'capture' && Math.min(fromWidth, fromHeight) < SMALLEST_CAPTURE_PX)
        fail('picture_unreadable')
      return await this.#put(active, photo, picture)
    } catch (error) {
      if (signal.aborted) return false
      photo.reading = 'failed'
      photo.readFailure = failureOf(error)
      await this.#session.save()
      return false
    }
  }

  /** @returns as `#read` */
  async #put(active: ActiveSearch, photo: AdditionalPhoto, picture: SentPicture): Promise<boolean> {
    const signal = this.#signalOf(active, photo)
    if (signal.aborted) return false
    await changeAdditionalPictures(active.search.id, (pictures) => ({ ...pictures, [photo.id]: picture }))
    const askFirst = await askFirstItem.getValue()
    if (signal.aborted) return false
    photo.reading = askFirst ? 'ready' : 'done'
    if (askFirst) await this.#session.save()
    return !askFirst
  }

  async #load(active: ActiveSearch, photo: AdditionalPhoto): Promise<void> {
    const { mode } = active.search
    const signal = this.#signalOf(active, photo)
    await loadPage(this.#session, active, mode, { ...photo, signal })
    if (!signal.aborted && photo.lists[mode]?.state === 'done') await this.#keep(active)
  }

  /** Ends what is under way with it. */
  #end({ id }: AdditionalPhoto): void {
    this.#aborts.get(id)?.abort()
    this.#aborts.delete(id)
  }

  #signalOf(active: ActiveSearch, { id }: AdditionalPhoto): AbortSignal {
    const abort = this.#aborts.get(id) ?? new AbortController()
    this.#aborts.set(id, abort)
    return AbortSignal.any([active.signal, abort.signal])
  }
}
