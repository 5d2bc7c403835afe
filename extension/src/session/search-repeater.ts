import { pictureLimit } from '../api/picture-limit.ts'
import type { SentPicture } from '../model/picture.ts'
import { EMPTY_LIST, knownDetails, type Refinement, type Search } from '../model/search.ts'
import { sentItem } from '../model/stored-items.ts'
import { cropRegion } from '../region/crop.ts'
import { supportsRegions, wholePicture } from '../region/search-region.ts'
import type { AdditionalPhotos } from './additional-photos.ts'
import { earlierSearchOf } from './history-writer.ts'
import { markPhotosInterrupted } from './interrupted.ts'
import { isGranted, type PhotoReader } from './photo-reader.ts'
import type { ResultLoader } from './result-loader.ts'
import { type ActiveSearch, firstPhoto, type SearchSession } from './search-session.ts'
import { sentPictureOf } from './sent-pictures.ts'

/** Starts a search of the same picture in place of the current one. Listing and additional photos come along. */
export class SearchRepeater {
  readonly #session: SearchSession
  readonly #reader: PhotoReader
  readonly #results: ResultLoader
  readonly #photos: AdditionalPhotos

  constructor(session: SearchSession, reader: PhotoReader, results: ResultLoader, photos: AdditionalPhotos) {
    this.#session = session
    this.#reader = reader
    this.#results = results
    this.#photos = photos
  }

  /** Searches again with exactly the picture that was sent, to be compared with what was found before. */
  async refresh(): Promise<void> {
    const { before, sent } = await this.#sent()
    if (!before || !sent) return
    const { mode, lists } = before.search
    const rest = { ...earlierSearchOf(before.search), ...carriedPhotos(before.search, false) }
    const active = await this.#searchSent(before, sent, { ...regionOf(before.search), ...rest })
    // Each API ranks in its own way: compared with another one's results, everything would look new or gone.
    const [then, now] = [lists[mode]?.provider, active.search.lists[mode]?.provider]
    if (!then || !now || then === now || active.signal.aborted) return
    delete active.search.earlier
    await this.#session.save()
  }

  /** Searches what was sent with a keyword and services that 1688 looks for, or without. */
  async refine(refinement: Refinement): Promise<void> {
    const { before, sent } = await this.#sent()
    if (!before || !sent) return
    const photos = carriedPhotos(before.search, false)
    await this.#searchSent(before, sent, { ...regionOf(before.search), ...photos, refinement })
  }

  /**
   * Searches a region of the picture that was sent, or all of it again: `null`. If the API takes no region, the region is
   * cut out and searched as a picture of its own.
   */
  async searchRegion(region: string | null): Promise<void> {
    const current = await this.#session.current()
    if (region && current?.source.screen) return this.#searchOnScreen(current, region)
    const { before, sent } = await this.#sent()
    if (!before || !sent) return
    const whole = wholePicture(sent)
    if (!region || supportsRegions(before.search))
      return void (await this.#searchSent(before, whole, region ? { region } : {}))
    const active = await this.#begin(before, { mode: before.search.mode })
    await this.#photos.takeOver(active, before.search.id)
    const { addresses, larger } = before.search.source
    const versions = larger ? [...larger.map(({ address }) => address), ...addresses.slice(-1)] : addresses
    await this.#reader.use(firstPhoto(active), async () => ({
      picture: await cropRegion(active.signal, whole, versions, region, await pictureLimit()),
    }))
  }

  /** Of a screenshot, the region that was chosen is all that is sent. */
  async #searchOnScreen(before: ActiveSearch, region: string): Promise<void> {
    const shown = await sentPictureOf(firstPhoto(before))
    if (!shown) return
    const { screen: _, addresses, ...source } = before.source
    const active = await this.#session.begin({ ...source, addresses: [] })
    await this.#reader.use(firstPhoto(active), async () => ({
      picture: await cropRegion(active.signal, shown, addresses, region, await pictureLimit()),
    }))
  }

  /**
   * Reads pictures again, at full size, once their hosts were granted. A region that the user has chosen does not change.
   *
   * @param patterns of the hosts
   */
  async readGranted(patterns: string[]): Promise<void> {
    const current = await this.#session.current()
    if (!current) return
    const active = (await this.#readFirstGranted(current, patterns)) ?? current
    await this.#photos.readGranted(active, patterns)
  }

  async #readFirstGranted(before: ActiveSearch, patterns: string[]): Promise<ActiveSearch | undefined> {
    const { search } = before
    if (!isGranted(search.source, patterns)) return undefined
    if (search.region || (await sentItem.getValue())?.cut) return undefined
    const active = await this.#begin(before, {})
    await this.#photos.takeOver(active, search.id)
    await this.#reader.read([firstPhoto(active)])
    return active
  }

  /** The current search and its picture, once that was sent. */
  async #sent(): Promise<{ before?: ActiveSearch; sent?: SentPicture }> {
    const before = await this.#session.current()
    const sent = before?.search.reading === 'done' && (await sentPictureOf(firstPhoto(before)))
    return before && sent ? { before, sent } : {}
  }

  async #begin(before: ActiveSearch, rest: Partial<Search>): Promise<ActiveSearch> {
    const { listing, id, repeats = id, refinement } = before.search
    return this.#session.begin(before.source, {
      repeats,
      ...carriedPhotos(before.search),
      ...(listing !== undefined && { listing }),
      ...(refinement && { refinement }),
      ...knownDetails(before.search, true),
      ...rest,
    })
  }

  /** Searches at once, without reading the picture again. */
  async #searchSent(before: ActiveSearch, sent: SentPicture, rest: Partial<Search>): Promise<ActiveSearch> {
    const { id, mode } = before.search
    const lists = { [mode]: { ...EMPTY_LIST } }
    const active = await this.#begin(before, { mode, reading: 'done', lists, ...rest })
    await sentItem.setValue({ ...sent, searchId: active.search.id })
    await Promise.all([this.#results.load(firstPhoto(active)), this.#photos.takeOver(active, id)])
    return active
  }
}

function regionOf({ region }: Search): Pick<Search, 'region'> {
  return region ? { region } : {}
}

/**
 * The additional photos for a search that replaces this one, with their results or, to search them again, without. Whatever
 * was running has ended with this search.
 */
function carriedPhotos(before: Search, withResults = true): Pick<Search, 'further'> {
  if (!before.further) return {}
  const further = structuredClone(before.further)
  markPhotosInterrupted(further)
  return { further: withResults ? further : further.map((photo) => ({ ...photo, lists: {} })) }
}
