import type { Mode } from '@find-on-1688/shared'
import { pictureLimit } from '../api/picture-limit.ts'
import { eachAtMost } from '../async/limit-concurrency.ts'
import { readPicture } from '../image/acquire.ts'
import { permissionFor } from '../image/permission.ts'
import { fail, failureOf } from '../model/failure.ts'
import { type Further, photosLeft } from '../model/further-photo.ts'
import type { GalleryWish } from '../model/gallery-messages.ts'
import { askFirstItem, type Picture, type Source } from '../model/search.ts'
import { changePictures, clearPictures, furtherPictures, handPicturesOn } from './further-sent.ts'
import { galleryChoices } from './gallery-choices.ts'
import { loadPage } from './load-page.ts'
import type { Begun, Moment } from './search-session.ts'

/** What the screen shows of a small thumbnail is too little to find anything by. */
const SMALLEST_CAPTURE_PX = 100

/** Reads and searches the further photos of the search of the moment, each with a failure of its own. */
export class Photos {
  readonly #moment: Moment
  readonly #keep: (begun: Begun) => Promise<void>
  /** By the ids of photos: what ends a photo alone. */
  readonly #aborts = new Map<string, AbortController>()

  /** @param keep is called whenever something has come back */
  constructor(moment: Moment, keep: (begun: Begun) => Promise<void>) {
    this.#moment = moment
    this.#keep = keep
  }

  async fulfil(wish: GalleryWish): Promise<void> {
    const now = await this.#moment.now()
    if (now?.search.reading !== 'done') return
    const { further = [] } = now.search
    const photo = 'id' in wish ? further.find(({ id }) => id === wish.id) : undefined
    switch (wish.type) {
      case 'gallery':
        return this.#look(now)
      case 'further':
        return this.#choose(now, wish.indexes)
      case 'furtherGiven':
        return this.#give(now, wish.picture)
      case 'furtherSend':
        return this.#send(now)
      case 'furtherRetry':
        return photo && this.#retry(now, photo)
      case 'without':
        return photo && this.#remove(now, photo)
    }
  }

  /** Loads the next page of each photo that has more. */
  async more(begun: Begun): Promise<void> {
    const { further = [], mode } = begun.search
    const open = further.filter(({ lists }) => lists[mode]?.state === 'done' && lists[mode].hasMore)
    await Promise.all(open.map((photo) => this.#load(begun, photo)))
  }

  /** Loads what the photos lack in the mode; nothing where the mode before would have found the same. */
  async loadMode(begun: Begun, before?: Mode): Promise<void> {
    const { further = [], mode } = begun.search
    const lacking = further.filter(({ reading, lists }) => reading === 'done' && !lists[mode])
    await Promise.all(
      lacking.map((photo) => {
        const list = before && photo.lists[before]
        if (list?.state !== 'done' || list.modesDiffer) return this.#load(begun, photo)
        photo.lists[mode] = list
        return this.#moment.save()
      }),
    )
  }

  /** Takes the pictures over from the search that was before, for the photos that have come along. */
  async takeOver(begun: Begun, beforeId: string): Promise<void> {
    if (!begun.search.further) return clearPictures()
    await handPicturesOn(beforeId, begun.search.id)
    await this.loadMode(begun)
  }

  /** Reads those again, and better, whose hosts may now be read. */
  async readAgain(begun: Begun, patterns: string[]): Promise<void> {
    const pictures = await furtherPictures(begun.search.id)
    const open = (begun.search.further ?? []).filter(({ id, source, reading }) => {
      const wanted = permissionFor(source.addresses.at(-1) ?? '')
      const isInexact = reading === 'failed' || pictures[id]?.how === 'capture'
      return isInexact && wanted && patterns.includes(wanted.pattern)
    })
    await this.#readAll(begun, open)
  }

  async #look({ search, signal }: Begun): Promise<void> {
    search.gallery = { state: 'looking' }
    await this.#moment.save()
    const choices = await galleryChoices(signal, search)
    if (signal.aborted) return
    search.gallery = choices ? { state: 'done', choices } : { state: 'gone' }
    await this.#moment.save()
  }

  async #choose(begun: Begun, indexes: number[]): Promise<void> {
    const { gallery } = begun.search
    const choices = gallery?.state === 'done' ? gallery.choices : []
    const chosen = choices.filter((_, index) => indexes.includes(index))
    const added = this.#add(
      begun,
      chosen.map(({ source, thumb }) => ({ source, ...(thumb && { thumb }) })),
    )
    delete begun.search.gallery
    await this.#readAll(begun, added)
  }

  async #give(begun: Begun, picture: Picture): Promise<void> {
    const { incognito } = begun.search.source
    const source: Source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito }
    const [photo] = this.#add(begun, [{ source }])
    if (photo && (await this.#put(begun, photo, picture))) await this.#load(begun, photo)
  }

  /** As many as there is room for. */
  #add({ search }: Begun, photos: Pick<Further, 'source' | 'thumb'>[]): Further[] {
    const added = photos.slice(0, photosLeft(search)).map((photo): Further => {
      return { ...photo, id: crypto.randomUUID(), reading: 'running', lists: {} }
    })
    if (added.length > 0) search.further = [...(search.further ?? []), ...added]
    return added
  }

  async #send(begun: Begun): Promise<void> {
    for (const photo of begun.search.further ?? []) if (photo.reading === 'ready') photo.reading = 'done'
    await this.loadMode(begun)
  }

  async #retry(begun: Begun, photo: Further): Promise<void> {
    if (photo.reading === 'failed') await this.#readAll(begun, [photo])
    else if (photo.lists[begun.search.mode]?.state === 'failed') await this.#load(begun, photo)
  }

  async #remove(begun: Begun, photo: Further): Promise<void> {
    const { search } = begun
    const { id } = photo
    this.#end(photo)
    const left = (search.further ?? []).filter((each) => each.id !== id)
    if (left.length > 0) search.further = left
    else delete search.further
    await this.#moment.save()
    await changePictures(search.id, ({ [id]: _, ...pictures }) => pictures)
    if (search.isKept) await this.#keep(begun)
  }

  /** One after the other, because a capture wants the page in front; each is searched as soon as it is read. */
  async #readAll(begun: Begun, photos: Further[]): Promise<void> {
    for (const photo of photos) {
      this.#end(photo)
      photo.reading = 'running'
      photo.lists = {}
      delete photo.readFailure
    }
    await this.#moment.save()
    const searches: Promise<void>[] = []
    await eachAtMost(begun.signal, 1, photos, async (photo) => {
      if (await this.#read(begun, photo)) searches.push(this.#load(begun, photo))
    })
    await Promise.all(searches)
  }

  /** @returns whether it may be searched at once */
  async #read(begun: Begun, photo: Further): Promise<boolean> {
    const signal = this.#signalOf(begun, photo)
    try {
      signal.throwIfAborted()
      const picture = await readPicture(signal, photo.source, await pictureLimit())
      const { how, fromWidth, fromHeight } = picture
      if (how === 'capture' && Math.min(fromWidth, fromHeight) < SMALLEST_CAPTURE_PX)
        fail('picture_unreadable')
      return await this.#put(begun, photo, picture)
    } catch (error) {
      if (signal.aborted) return false
      photo.reading = 'failed'
      photo.readFailure = failureOf(error)
      await this.#moment.save()
      return false
    }
  }

  /** @returns as `#read` */
  async #put(begun: Begun, photo: Further, picture: Picture): Promise<boolean> {
    const signal = this.#signalOf(begun, photo)
    if (signal.aborted) return false
    await changePictures(begun.search.id, (pictures) => ({ ...pictures, [photo.id]: picture }))
    const askFirst = await askFirstItem.getValue()
    if (signal.aborted) return false
    photo.reading = askFirst ? 'ready' : 'done'
    if (askFirst) await this.#moment.save()
    return !askFirst
  }

  async #load(begun: Begun, photo: Further): Promise<void> {
    const { mode } = begun.search
    const signal = this.#signalOf(begun, photo)
    await loadPage(this.#moment, begun, mode, { ...photo, signal })
    if (!signal.aborted && photo.lists[mode]?.state === 'done') await this.#keep(begun)
  }

  /** Ends what is under way with it. */
  #end({ id }: Further): void {
    this.#aborts.get(id)?.abort()
    this.#aborts.delete(id)
  }

  #signalOf(begun: Begun, { id }: Further): AbortSignal {
    const abort = this.#aborts.get(id) ?? new AbortController()
    this.#aborts.set(id, abort)
    return AbortSignal.any([begun.signal, abort.signal])
  }
}
