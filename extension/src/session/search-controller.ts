import type { Mode } from '@find-on-1688/shared'
import type { Browser } from 'wxt/browser'
import { pictureLimit } from '../api/picture-limit.ts'
import { backgroundTexts } from '../i18n/background.ts'
import { acquirePicture } from '../image/acquire.ts'
import { callPageScript } from '../image/call-page-script.ts'
import { cropRegion } from '../image/crop.ts'
import { permissionFor } from '../image/permission.ts'
import type { VisibleBox } from '../model/box.ts'
import { FailureError, failureOf } from '../model/failure.ts'
import type { PhotoMessage } from '../model/messages.ts'
import type { Click } from '../model/page-script.ts'
import type { SentPicture, Source, SourceFile } from '../model/picture.ts'
import { EMPTY_LIST, type Search } from '../model/search.ts'
import { askFirstItem, photoHashesItem, sentItem, sourceFileItem } from '../model/stored-items.ts'
import { supportsRegions, wholePicture } from '../region/search-region.ts'
import { addThumbnails } from './add-thumbnails.ts'
import { AdditionalPhotos } from './additional-photos.ts'
import { clearAdditionalPictures } from './additional-pictures.ts'
import { carriedPhotos } from './carry-photos.ts'
import { findPictures } from './find-pictures.ts'
import { earlierSearchOf, HistoryWriter } from './history-writer.ts'
import { keepSourceFile } from './keep-source-file.ts'
import { loadPage } from './load-page.ts'
import { OfferDetailsLoader } from './offer-details.ts'
import { pageInfo } from './page-info.ts'
import { readListing } from './read-listing.ts'
import { type ActiveSearch, SearchSession } from './search-session.ts'

const KEPT_ADDRESS_LENGTH = 500_000

/** Does what clicks and views wish for with the search of the moment. */
export class SearchController {
  readonly #session: SearchSession
  readonly #offerPages: OfferDetailsLoader
  readonly #history: HistoryWriter
  readonly #photos: AdditionalPhotos
  /** Addresses too long to keep, for as long as the background lives. */
  #addresses: string[] = []

  /** @param onChange hears of every step of a search */
  constructor(onChange?: (search: Search | null) => void) {
    this.#session = new SearchSession(onChange)
    this.#offerPages = new OfferDetailsLoader(this.#session)
    this.#history = new HistoryWriter(this.#session)
    this.#photos = new AdditionalPhotos(this.#session, (active) => this.#history.save(active))
  }

  /** Searches what a click was on: at once where that is plain, and else after a choice or an area drawn. */
  async searchClick(click: Click, tab: Browser.tabs.Tab): Promise<void> {
    const active = await this.#begin({ ...sourceOn(tab), frameId: click.frameId })
    const { search, signal } = active
    await this.#attempt(active, async () => {
      const choices = await findPictures(click, tab)
      signal.throwIfAborted()
      const [only] = choices
      if (!only) return this.#letPick(active)
      if (choices.length === 1) return this.#read(active, only.source)
      search.choices = await addThumbnails(signal, choices)
      signal.throwIfAborted()
      search.reading = 'choosing'
      await this.#session.save()
    })
  }

  async choose(index: number): Promise<void> {
    const now = await this.#session.current()
    const choice = now?.search.reading === 'choosing' ? now.search.choices?.[index] : undefined
    if (now && choice) await this.#read(now, choice.source)
  }

  /** Lets the person draw an area in a tab. */
  async pickArea(tab: Browser.tabs.Tab): Promise<void> {
    const active = await this.#begin(sourceOn(tab))
    await this.#attempt(active, () => this.#letPick(active))
  }

  /** The person has drawn an area, or given up: then the search that there was is gone all the same. */
  async searchArea(place: VisibleBox | undefined, tab: Browser.tabs.Tab): Promise<void> {
    await this.#session.current()
    if (!place) return this.forget()
    await this.#read(await this.#begin({ ...sourceOn(tab), area: place }))
  }

  async searchAddress(address: string, incognito: boolean): Promise<void> {
    await this.#read(await this.#begin({ ...NOWHERE, addresses: [address], incognito }))
  }

  /** A picture that a view has read already. */
  async searchUploaded(picture: SentPicture, incognito: boolean, file?: SourceFile): Promise<void> {
    const active = await this.#begin({ ...NOWHERE, incognito })
    await this.#attempt(active, () => this.#ask(active, picture, file))
  }

  /** Sends the picture that the person has looked at. */
  async send(): Promise<void> {
    const now = await this.#session.current()
    if (now?.search.reading !== 'ready') return
    now.search.reading = 'done'
    await this.#load(now, now.search.mode)
  }

  async setMode(mode: Mode): Promise<void> {
    const now = await this.#session.current()
    if (!now || now.search.mode === mode) return
    const { search } = now
    const before = search.lists[search.mode]
    if (before?.state === 'done' && !before.modesDiffer) search.lists[mode] ??= before
    const modeBefore = search.mode
    search.mode = mode
    const isLacking = search.reading === 'done' && !search.lists[mode]
    const main = isLacking ? this.#load(now, mode) : this.#session.save()
    await Promise.all([main, this.#photos.loadMode(now, modeBefore)])
    if (!isLacking && search.isKept) await this.#history.save(now)
  }

  async loadMore(): Promise<void> {
    const now = await this.#session.current()
    const list = now?.search.lists[now.search.mode]
    if (!now) return
    const main = list?.state === 'done' && list.hasMore ? this.#load(now, now.search.mode) : undefined
    await Promise.all([main, this.#photos.loadMore(now)])
  }

  async retry(): Promise<void> {
    const now = await this.#session.current()
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
    const now = await this.#session.current()
    if (!now) return
    const active = (await this.#readFirstAgain(now.search, patterns)) ?? now
    await this.#photos.readAgain(active, patterns)
  }

  async #readFirstAgain(before: Search, patterns: string[]): Promise<ActiveSearch | undefined> {
    const wanted = permissionFor(before.source.addresses.at(-1) ?? '')
    if (!wanted || !patterns.includes(wanted.pattern)) return
    if (before.region || (await sentItem.getValue())?.cut) return
    const addresses = this.#addresses.length > 0 ? this.#addresses : before.source.addresses
    const { listing } = before
    const rest = { ...carriedPhotos(before), ...(listing !== undefined && { listing }) }
    const active = await this.#session.begin(this.#kept({ ...before.source, addresses }), rest)
    await this.#photos.takeOver(active, before.id)
    await this.#read(active)
    return active
  }

  /** Searches anew with the very picture that was sent, to be compared with what came back then. */
  async refresh(): Promise<void> {
    const before = (await this.#session.current())?.search
    const sent = await sentItem.getValue()
    if (before?.reading !== 'done' || sent?.searchId !== before.id) return
    const { source, mode, listing, region } = before
    const active = await this.#session.begin(source, {
      reading: 'done',
      mode,
      lists: { [mode]: { ...EMPTY_LIST } },
      ...(region && { region }),
      ...earlierSearchOf(before),
      ...carriedPhotos(before, true),
      ...(listing !== undefined && { listing }),
    })
    await sentItem.setValue({ ...sent, searchId: active.search.id })
    await Promise.all([this.#load(active, mode), this.#photos.takeOver(active, before.id)])
    // Each API ranks in its own way: what another one found would look gone.
    const [then, now] = [before.lists[mode]?.provider, active.search.lists[mode]?.provider]
    if (!then || !now || then === now || active.signal.aborted) return
    delete active.search.earlier
    await this.#session.save()
  }

  /**
   * Searches a part of the picture that was sent, or all of it again: `null`. Where the API takes no region, the part is
   * cut out and searched as a picture of its own.
   */
  async searchRegion(region: string | null): Promise<void> {
    const before = (await this.#session.current())?.search
    const sent = await sentItem.getValue()
    if (before?.reading !== 'done' || sent?.searchId !== before.id) return
    const { source, mode, listing } = before
    const rest = { mode, ...carriedPhotos(before), ...(listing !== undefined && { listing }) }
    const whole = wholePicture(sent)
    if (region && !supportsRegions(before)) {
      const active = await this.#session.begin(source, rest)
      await this.#photos.takeOver(active, before.id)
      return this.#attempt(active, async () => {
        const maxBytes = await pictureLimit()
        await this.#ask(active, await cropRegion(active.signal, whole, source.addresses, region, maxBytes))
      })
    }
    const lists = { [mode]: { ...EMPTY_LIST } }
    const part = region ? { region } : {}
    const active = await this.#session.begin(source, { ...rest, reading: 'done', lists, ...part })
    await sentItem.setValue({ ...whole, searchId: active.search.id })
    await Promise.all([this.#load(active, mode), this.#photos.takeOver(active, before.id)])
  }

  /** What the offer's own page tells: its price steps above all. */
  async loadOfferDetails(offerId: string): Promise<void> {
    const now = await this.#session.current()
    if (now && (await this.#offerPages.load(now, offerId))) await this.#history.save(now)
  }

  async reopen(id: string): Promise<void> {
    this.#addresses = []
    await Promise.all([this.#history.reopen(id), sourceFileItem.removeValue()])
  }

  /** Leaves nothing of the search and its picture. */
  async forget(): Promise<void> {
    this.#addresses = []
    const removed = [photoHashesItem, sourceFileItem].map((item) => item.removeValue())
    await Promise.all([
      this.#session.forget(),
      sentItem.setValue(null),
      clearAdditionalPictures(),
      ...removed,
    ])
  }

  /** What views wish of the photos beside the first. */
  async changePhotos(wish: PhotoMessage): Promise<void> {
    await this.#photos.handle(wish)
  }

  async #begin(source: Source, rest?: Partial<Search>): Promise<ActiveSearch> {
    const active = await this.#session.begin(this.#kept(source), rest)
    await clearAdditionalPictures()
    return active
  }

  #kept(source: Source): Source {
    this.#addresses = source.addresses
    return { ...source, addresses: source.addresses.filter(({ length }) => length <= KEPT_ADDRESS_LENGTH) }
  }

  async #letPick({ search, signal }: ActiveSearch): Promise<void> {
    await callPageScript(
      { tabId: search.source.tabId, frameId: 0 },
      'pickArea',
      backgroundTexts().area,
    ).catch(() => {
      throw new FailureError({ code: 'page_closed' })
    })
    if (signal.aborted) return
    search.reading = 'picking'
    await this.#session.save()
  }

  /** Beside everything else: a search waits for no price of the page. */
  async #readListing(active: ActiveSearch): Promise<void> {
    const { search, signal } = active
    if (search.source.tabId < 0 || search.listing !== undefined) return
    const listing = await readListing(search.source)
    if (signal.aborted) return
    search.listing = listing
    await this.#session.save()
    if (listing && search.isKept) await this.#history.save(active)
  }

  async #read(active: ActiveSearch, source?: Source): Promise<void> {
    const { search, signal } = active
    if (signal.aborted) return
    if (source) search.source = this.#kept(source)
    search.reading = 'running'
    delete search.readFailure
    delete search.choices
    await this.#session.save()
    this.#readListing(active)
    await this.#attempt(active, async () => {
      const addresses = this.#addresses.length > 0 ? this.#addresses : search.source.addresses
      let found: Blob | undefined
      const onFound = (bytes: Blob) => {
        found = bytes
      }
      const source = { ...search.source, addresses }
      const picture = await acquirePicture(signal, source, await pictureLimit(), onFound)
      await this.#ask(active, picture, found)
    })
  }

  /** Shows the picture first where the person wants to see it, and searches with it otherwise. */
  async #ask(active: ActiveSearch, picture: SentPicture, found?: Blob | SourceFile): Promise<void> {
    const { search, signal } = active
    if (signal.aborted) return
    await sentItem.setValue({ ...picture, searchId: search.id })
    const askFirst = await askFirstItem.getValue()
    if (signal.aborted) return
    search.reading = askFirst ? 'ready' : 'done'
    const next = askFirst ? this.#session.save() : this.#load(active, search.mode)
    // Beside the search, which is under way by now.
    await Promise.all([next, keepSourceFile(signal, picture, found)])
  }

  /** What goes wrong before there is a picture is kept as the failure of its reading. */
  async #attempt({ search, signal }: ActiveSearch, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      search.reading = 'failed'
      search.readFailure = failureOf(error)
      await this.#session.save()
    }
  }

  async #load(active: ActiveSearch, mode: Mode): Promise<void> {
    await loadPage(this.#session, active, mode)
    if (active.signal.aborted || active.search.lists[mode]?.state !== 'done') return
    await this.#history.save(active)
  }
}

const NOWHERE: Source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito: false }

function sourceOn(tab: Browser.tabs.Tab): Source {
  const { id = -1, windowId, incognito } = tab
  return { addresses: [], tabId: id, windowId, frameId: 0, incognito, ...pageInfo(tab) }
}
