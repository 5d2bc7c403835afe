import { pictureLimit } from '../api/picture-limit.ts'
import { acquireSeen } from '../image/acquire-seen.ts'
import { dataUrlOf } from '../image/data-url.ts'
import { isCovered } from '../image/fetch.ts'
import { fail, failureOf } from '../model/failure.ts'
import type { SentPicture, Source, SourceFile } from '../model/picture.ts'
import { askFirstItem } from '../model/stored-items.ts'
import type { ListingReader } from './listing-reader.ts'
import type { ResultLoader } from './result-loader.ts'
import { saveSourceFile } from './save-source-file.ts'
import { type ActivePhoto, isFirstPhoto, type SearchSession, setSource } from './search-session.ts'
import { storeSentPicture } from './sent-pictures.ts'

/** A screenshot of a smaller thumbnail is too coarse to find anything by. */
const MIN_CAPTURE_PX = 100

export interface AcquiredPicture {
  picture: SentPicture
  /** What it was made from, where that is known. */
  file?: Blob | SourceFile | undefined
}

/**
 * Reads photos of the current search. `reading` of a photo goes from `running` to `failed`, or to `ready` where the
 * person wants to see the picture before it is sent, or to `done`, and then it is searched.
 */
export class PhotoReader {
  readonly #session: SearchSession
  readonly #results: ResultLoader
  readonly #listing: ListingReader

  constructor(session: SearchSession, results: ResultLoader, listing: ListingReader) {
    this.#session = session
    this.#results = results
    this.#listing = listing
  }

  /** One after the other, because a capture needs the page in front. Each is searched as soon as it is read. */
  async read(photos: ActivePhoto[]): Promise<void> {
    const open = photos.filter(({ signal }) => !signal.aborted)
    for (const { photo } of open) {
      photo.reading = 'running'
      photo.lists = {}
      delete photo.readFailure
    }
    await this.#session.save()
    const searches: Promise<void>[] = []
    for (const each of open) {
      if (isFirstPhoto(each)) this.#listing.read(each.active)
      const acquired = await this.#acquire(each, () => pictureAt(each))
      if (acquired) searches.push(this.#proceed(each, acquired))
    }
    await Promise.all(searches)
  }

  /** Searches with a picture that does not come from the photo's source: an upload, or a region of another picture. */
  async use(photo: ActivePhoto, find: () => Promise<AcquiredPicture>): Promise<void> {
    const acquired = await this.#acquire(photo, find)
    if (acquired) await this.#proceed(photo, acquired)
  }

  /** Reads or searches it again, whichever has failed. */
  async retry(each: ActivePhoto): Promise<void> {
    const { active, photo } = each
    if (photo.reading === 'failed') await this.read([each])
    else if (photo.lists[active.search.mode]?.state === 'failed') await this.#results.load(each)
  }

  /** Sends the pictures that wait for the user's consent. */
  async send(photos: ActivePhoto[]): Promise<void> {
    const ready = photos.filter(({ photo }) => photo.reading === 'ready')
    for (const { photo } of ready) photo.reading = 'done'
    await Promise.all(ready.map((each) => this.#results.load(each)))
  }

  /** Whatever fails before there is a picture becomes the photo's `readFailure`. */
  async attempt<T>({ photo, signal }: ActivePhoto, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted) return undefined
      photo.reading = 'failed'
      photo.readFailure = failureOf(error)
      await this.#session.save()
      return undefined
    }
  }

  /** @returns `undefined` where it has failed or was ended */
  #acquire(each: ActivePhoto, find: () => Promise<AcquiredPicture>): Promise<AcquiredPicture | undefined> {
    const { photo, signal } = each
    return this.attempt(each, async () => {
      signal.throwIfAborted()
      const acquired = await find()
      signal.throwIfAborted()
      await storeSentPicture(each, acquired.picture)
      const askFirst = (await askFirstItem.getValue()) || each.active.source.screen
      signal.throwIfAborted()
      photo.reading = askFirst ? 'ready' : 'done'
      return acquired
    })
  }

  async #proceed(each: ActivePhoto, { picture, file }: AcquiredPicture): Promise<void> {
    const next = each.photo.reading === 'done' ? this.#results.load(each) : this.#session.save()
    // The search has already started and does not wait for this.
    const saved = isFirstPhoto(each) ? saveSourceFile(each.signal, picture, file) : undefined
    await Promise.all([next, saved])
  }
}

async function pictureAt(each: ActivePhoto): Promise<AcquiredPicture> {
  const { active, photo, signal } = each
  const isFirst = isFirstPhoto(each)
  const clicked = isFirst ? active.source : photo.source
  const { picture, source, found } = await acquireSeen(signal, clicked, await pictureLimit())
  signal.throwIfAborted()
  if (isFirst && source.pictureId !== clicked.pictureId) setSource(active, source)
  if (source.screen && found) {
    // What will be cropped is what the user saw, in all its pixels. Too long to store, it is held in memory only.
    setSource(active, { ...source, addresses: [await dataUrlOf(found)] })
    return { picture }
  }
  const { how, fromWidth, fromHeight } = picture
  // The first photo is searched all the same: the user has clicked it.
  if (!isFirst && how === 'capture' && Math.min(fromWidth, fromHeight) < MIN_CAPTURE_PX)
    return fail('picture_unreadable')
  return { picture, file: found }
}

/** Whether one of the host patterns that were just granted lets the picture be read. */
export function isGranted({ addresses }: Source, patterns: string[]): boolean {
  return patterns.some((pattern) => isCovered(addresses.at(-1) ?? '', pattern))
}
