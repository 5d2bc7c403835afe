import type { Mode } from '@find-on-1688/shared'
import type { Browser } from 'wxt/browser'
import { pictureLimit } from '../api/picture-limit.ts'
import type { Click } from '../background/context-menu.ts'
import { backgroundTexts } from '../i18n/background.ts'
import { readPicture } from '../image/acquire.ts'
import { onPage } from '../image/call-page-script.ts'
import { cutPart } from '../image/crop.ts'
import { permissionFor } from '../image/permission.ts'
import { FailureError, failureOf } from '../model/failure.ts'
import type { GalleryWish } from '../model/gallery-messages.ts'
import type { Place } from '../model/page-script.ts'
import { askFirstItem, NO_OFFERS, type Picture, type Search, type Source, sentItem } from '../model/search.ts'
import { photoHashesItem } from '../photo-match/photo-hashes.ts'
import { takesRegions, wholePicture } from '../region/search-region.ts'
import { withThumbs } from './add-thumbnails.ts'
import { carriedPhotos } from './carry-photos.ts'
import { findPictures } from './find-pictures.ts'
import { Photos } from './further-photos.ts'
import { clearPictures } from './further-sent.ts'
import { earlierThan, History } from './history-writer.ts'
import { type FoundFile, foundItem, keepFound } from './keep-source-file.ts'
import { loadPage } from './load-page.ts'
import { OfferPages } from './offer-details.ts'
import { pageOf } from './page-info.ts'
import { listingOf } from './read-listing.ts'
import { type Begun, Moment } from './search-session.ts'

const KEPT_ADDRESS_LENGTH = 500_000

/** Does what clicks and views wish for with the search of the moment. */
export class Searcher {
  readonly #moment: Moment
  readonly #offerPages: OfferPages
  readonly #history: History
  readonly #photos: Photos
  /** Addresses too long to keep, for as long as the background lives. */
  #addresses: string[] = []

  /** @param onChange hears of every step of a search */
  constructor(onChange?: (search: Search | null) => void) {
    this.#moment = new Moment(onChange)
    this.#offerPages = new OfferPages(this.#moment)
    this.#history = new History(this.#moment)
    this.#photos = new Photos(this.#moment, (begun) => this.#history.keep(begun))
  }

  /** Searches what a click was on: at once where that is plain, and else after a choice or an area drawn. */
  async start(click: Click, tab: Browser.tabs.Tab): Promise<void> {
    const begun = await this.#begin({ ...sourceOn(tab), frameId: click.frameId })
    const { search, signal } = begun
    await this.#attempt(begun, async () => {
      const choices = await findPictures(click, tab)
      signal.throwIfAborted()
      const [only] = choices
      if (!only) return this.#letPick(begun)
      if (choices.length === 1) return this.#read(begun, only.source)
      search.choices = await withThumbs(signal, choices)
      signal.throwIfAborted()
      search.reading = 'choosing'
      await this.#moment.save()
    })
  }

  async choose(index: number): Promise<void> {
    const now = await this.#moment.now()
    const choice = now?.search.reading === 'choosing' ? now.search.choices?.[index] : undefined
    if (now && choice) await this.#read(now, choice.source)
  }

  /** Lets the person draw an area in a tab. */
  async pick(tab: Browser.tabs.Tab): Promise<void> {
    const begun = await this.#begin(sourceOn(tab))
    await this.#attempt(begun, () => this.#letPick(begun))
  }

  /** The person has drawn an area, or given up: then the search that there was is gone all the same. */
  async picked(place: Place | undefined, tab: Browser.tabs.Tab): Promise<void> {
    await this.#moment.now()
    if (!place) return this.forget()
    await this.#read(await this.#begin({ ...sourceOn(tab), area: place }))
  }

  async address(address: string, incognito: boolean): Promise<void> {
    await this.#read(await this.#begin({ ...NOWHERE, addresses: [address], incognito }))
  }

  /** A picture that a view has read already. */
  async given(picture: Picture, incognito: boolean, file?: FoundFile): Promise<void> {
    const begun = await this.#begin({ ...NOWHERE, incognito })
    await this.#attempt(begun, () => this.#ask(begun, picture, file))
  }

  /** Sends the picture that the person has looked at. */
  async send(): Promise<void> {
    const now = await this.#moment.now()
    if (now?.search.reading !== 'ready') return
    now.search.reading = 'done'
    await this.#load(now, now.search.mode)
  }

  async setMode(mode: Mode): Promise<void> {
    const now = await this.#moment.now()
    if (!now || now.search.mode === mode) return
    const { search } = now
    const before = search.lists[search.mode]
    if (before?.state === 'done' && !before.modesDiffer) search.lists[mode] ??= before
    const modeBefore = search.mode
    search.mode = mode
    const isLacking = search.reading === 'done' && !search.lists[mode]
    const main = isLacking ? this.#load(now, mode) : this.#moment.save()
    await Promise.all([main, this.#photos.loadMode(now, modeBefore)])
    if (!isLacking && search.isKept) await this.#history.keep(now)
  }

  async more(): Promise<void> {
    const now = await this.#moment.now()
    const list = now?.search.lists[now.search.mode]
    if (!now) return
    const main = list?.state === 'done' && list.hasMore ? this.#load(now, now.search.mode) : undefined
    await Promise.all([main, this.#photos.more(now)])
  }

  async retry(): Promise<void> {
    const now = await this.#moment.now()
    if (!now) return
    const { reading, lists, mode } = now.search
    if (reading === 'failed') await this.#read(now)
    else if (lists[mode]?.state === 'failed') await this.#load(now, mode)
  }

  /**
   * Reads pictures again and better, once their host may be read: one of those that were just allowed. A part that a
   * person has chosen stays as it is.
   */
  async readAgain(patterns: string[]): Promise<void> {
    const now = await this.#moment.now()
    if (!now) return
    const begun = (await this.#readFirstAgain(now.search, patterns)) ?? now
    await this.#photos.readAgain(begun, patterns)
  }

  async #readFirstAgain(before: Search, patterns: string[]): Promise<Begun | undefined> {
    const wanted = permissionFor(before.source.addresses.at(-1) ?? '')
    if (!wanted || !patterns.includes(wanted.pattern)) return
    if (before.region || (await sentItem.getValue())?.cut) return
    const addresses = this.#addresses.length > 0 ? this.#addresses : before.source.addresses
    const { listing } = before
    const rest = { ...carriedPhotos(before), ...(listing !== undefined && { listing }) }
    const begun = await this.#moment.begin(this.#kept({ ...before.source, addresses }), rest)
    await this.#photos.takeOver(begun, before.id)
    await this.#read(begun)
    return begun
  }

  /** Searches anew with the very picture that was sent, to be compared with what came back then. */
  async again(): Promise<void> {
    const before = (await this.#moment.now())?.search
    const sent = await sentItem.getValue()
    if (before?.reading !== 'done' || sent?.searchId !== before.id) return
    const { source, mode, listing, region } = before
    const begun = await this.#moment.begin(source, {
      reading: 'done',
      mode,
      lists: { [mode]: { ...NO_OFFERS } },
      ...(region && { region }),
      ...earlierThan(before),
      ...carriedPhotos(before, true),
      ...(listing !== undefined && { listing }),
    })
    await sentItem.setValue({ ...sent, searchId: begun.search.id })
    await Promise.all([this.#load(begun, mode), this.#photos.takeOver(begun, before.id)])
    // Each API ranks in its own way: what another one found would look gone.
    const [then, now] = [before.lists[mode]?.provider, begun.search.lists[mode]?.provider]
    if (!then || !now || then === now || begun.signal.aborted) return
    delete begun.search.earlier
    await this.#moment.save()
  }

  /**
   * Searches a part of the picture that was sent, or all of it again: `null`. Where the API takes no region, the part is
   * cut out and searched as a picture of its own.
   */
  async region(region: string | null): Promise<void> {
    const before = (await this.#moment.now())?.search
    const sent = await sentItem.getValue()
    if (before?.reading !== 'done' || sent?.searchId !== before.id) return
    const { source, mode, listing } = before
    const rest = { mode, ...carriedPhotos(before), ...(listing !== undefined && { listing }) }
    const whole = wholePicture(sent)
    if (region && !takesRegions(before)) {
      const begun = await this.#moment.begin(source, rest)
      await this.#photos.takeOver(begun, before.id)
      return this.#attempt(begun, async () => {
        const maxBytes = await pictureLimit()
        await this.#ask(begun, await cutPart(begun.signal, whole, source.addresses, region, maxBytes))
      })
    }
    const lists = { [mode]: { ...NO_OFFERS } }
    const part = region ? { region } : {}
    const begun = await this.#moment.begin(source, { ...rest, reading: 'done', lists, ...part })
    await sentItem.setValue({ ...whole, searchId: begun.search.id })
    await Promise.all([this.#load(begun, mode), this.#photos.takeOver(begun, before.id)])
  }

  /** What the offer's own page tells: its price steps above all. */
  async steps(offerId: string): Promise<void> {
    const now = await this.#moment.now()
    if (now && (await this.#offerPages.load(now, offerId))) await this.#history.keep(now)
  }

  async reopen(id: string): Promise<void> {
    this.#addresses = []
    await Promise.all([this.#history.reopen(id), foundItem.removeValue()])
  }

  /** Leaves nothing of the search and its picture. */
  async forget(): Promise<void> {
    this.#addresses = []
    const removed = [photoHashesItem, foundItem].map((item) => item.removeValue())
    await Promise.all([this.#moment.forget(), sentItem.setValue(null), clearPictures(), ...removed])
  }

  /** What views wish of the photos beside the first. */
  async gallery(wish: GalleryWish): Promise<void> {
    await this.#photos.fulfil(wish)
  }

  async #begin(source: Source, rest?: Partial<Search>): Promise<Begun> {
    const begun = await this.#moment.begin(this.#kept(source), rest)
    await clearPictures()
    return begun
  }

  #kept(source: Source): Source {
    this.#addresses = source.addresses
    return { ...source, addresses: source.addresses.filter(({ length }) => length <= KEPT_ADDRESS_LENGTH) }
  }

  async #letPick({ search, signal }: Begun): Promise<void> {
    await onPage({ tabId: search.source.tabId, frameId: 0 }, 'pickArea', backgroundTexts().area).catch(() => {
      throw new FailureError({ code: 'page_closed' })
    })
    if (signal.aborted) return
    search.reading = 'picking'
    await this.#moment.save()
  }

  /** Beside everything else: a search waits for no price of the page. */
  async #readListing(begun: Begun): Promise<void> {
    const { search, signal } = begun
    if (search.source.tabId < 0 || search.listing !== undefined) return
    const listing = await listingOf(search.source)
    if (signal.aborted) return
    search.listing = listing
    await this.#moment.save()
    if (listing && search.isKept) await this.#history.keep(begun)
  }

  async #read(begun: Begun, source?: Source): Promise<void> {
    const { search, signal } = begun
    if (signal.aborted) return
    if (source) search.source = this.#kept(source)
    search.reading = 'running'
    delete search.readFailure
    delete search.choices
    await this.#moment.save()
    this.#readListing(begun)
    await this.#attempt(begun, async () => {
      const addresses = this.#addresses.length > 0 ? this.#addresses : search.source.addresses
      let found: Blob | undefined
      const onFound = (bytes: Blob) => {
        found = bytes
      }
      const source = { ...search.source, addresses }
      const picture = await readPicture(signal, source, await pictureLimit(), onFound)
      await this.#ask(begun, picture, found)
    })
  }

  /** Shows the picture first where the person wants to see it, and searches with it otherwise. */
  async #ask(begun: Begun, picture: Picture, found?: Blob | FoundFile): Promise<void> {
    const { search, signal } = begun
    if (signal.aborted) return
    await sentItem.setValue({ ...picture, searchId: search.id })
    const askFirst = await askFirstItem.getValue()
    if (signal.aborted) return
    search.reading = askFirst ? 'ready' : 'done'
    const next = askFirst ? this.#moment.save() : this.#load(begun, search.mode)
    // Beside the search, which is under way by now.
    await Promise.all([next, keepFound(signal, picture, found)])
  }

  /** What goes wrong before there is a picture is kept as the failure of its reading. */
  async #attempt({ search, signal }: Begun, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      search.reading = 'failed'
      search.readFailure = failureOf(error)
      await this.#moment.save()
    }
  }

  async #load(begun: Begun, mode: Mode): Promise<void> {
    await loadPage(this.#moment, begun, mode)
    if (begun.signal.aborted || begun.search.lists[mode]?.state !== 'done') return
    await this.#history.keep(begun)
  }
}

const NOWHERE: Source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito: false }

function sourceOn(tab: Browser.tabs.Tab): Source {
  const { id = -1, windowId, incognito } = tab
  return { addresses: [], tabId: id, windowId, frameId: 0, incognito, ...pageOf(tab) }
}
