import type { Mode } from '@find-on-1688/shared'
import type { Browser } from 'wxt/browser'
import { FailureError, failureOf } from '../failure.ts'
import type { Place } from '../page/api.ts'
import { readPicture } from '../picture/ladder.ts'
import { onPage } from '../picture/on-page.ts'
import { pictureLimit } from '../proxy/picture-limit.ts'
import { texts } from '../text/index.ts'
import { findPictures } from './find.ts'
import type { Click } from './menu.ts'
import { nextPage } from './next-page.ts'
import {
  askFirstItem,
  type Choice,
  isRunning,
  NO_OFFERS,
  type Picture,
  type Search,
  type Source,
  searchItem,
  sentItem,
} from './state.ts'

const KEPT_ADDRESS_LENGTH = 500_000

/** A search, and what ends it: a newer one. */
interface Begun {
  search: Search
  signal: AbortSignal
}

/**
 * Runs the search of the moment and writes every step of it to the session's storage before it waits, so that views
 * come and go as they like. A new search ends the one before.
 */
export class Searcher {
  #search: Search | null = null
  /** Addresses too long to keep, for as long as the background lives. */
  #addresses: string[] = []
  #abort = new AbortController()
  readonly #ready: Promise<void>

  constructor() {
    this.#ready = this.#recover()
  }

  /** Searches what a click was on: at once where that is plain, and else after a choice or an area drawn. */
  async start(click: Click, tab: Browser.tabs.Tab): Promise<void> {
    const nowhere = { addresses: [], ...placeOf(tab), frameId: click.frameId }
    const begun = await this.#begin(nowhere)
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
      await this.#save()
    })
  }

  async choose(index: number): Promise<void> {
    await this.#ready
    const choice = this.#search?.reading === 'choosing' ? this.#search.choices?.[index] : undefined
    if (choice) await this.#read(this.#now(), choice.source)
  }

  /** Lets the person draw an area in a tab. */
  async pick(tab: Browser.tabs.Tab): Promise<void> {
    const begun = await this.#begin({ addresses: [], ...placeOf(tab), frameId: 0 })
    await this.#attempt(begun, () => this.#letPick(begun))
  }

  /** The person has drawn an area, or given up: then the search that there was is gone all the same. */
  async picked(place: Place | undefined, tab: Browser.tabs.Tab): Promise<void> {
    await this.#ready
    if (!place) return this.forget()
    await this.#read(await this.#begin({ addresses: [], ...placeOf(tab), frameId: 0, area: place }))
  }

  async address(address: string): Promise<void> {
    const source = { addresses: [address], tabId: -1, windowId: -1, frameId: 0, incognito: false }
    await this.#read(await this.#begin(source))
  }

  /** A picture that a view has read already. */
  async given(picture: Picture, incognito: boolean): Promise<void> {
    const source = { addresses: [], tabId: -1, windowId: -1, frameId: 0, incognito }
    const begun = await this.#begin(source)
    await this.#attempt(begun, () => this.#ask(begun, picture))
  }

  /** Sends the picture that the person has looked at. */
  async send(): Promise<void> {
    await this.#ready
    const search = this.#search
    if (search?.reading !== 'ready') return
    search.reading = 'done'
    await this.#load(search.mode)
  }

  async setMode(mode: Mode): Promise<void> {
    await this.#ready
    const search = this.#search
    if (!search || search.mode === mode) return
    const before = search.lists[search.mode]
    if (before?.state === 'done' && !before.modesDiffer) search.lists[mode] ??= before
    search.mode = mode
    if (search.reading === 'done' && !search.lists[mode]) await this.#load(mode)
    else await this.#save()
  }

  async more(): Promise<void> {
    await this.#ready
    const list = this.#search?.lists[this.#search.mode]
    if (this.#search && list?.state === 'done' && list.hasMore) await this.#load(this.#search.mode)
  }

  async retry(): Promise<void> {
    await this.#ready
    const search = this.#search
    if (!search) return
    if (search.reading === 'failed') await this.#read(this.#now())
    else if (search.lists[search.mode]?.state === 'failed') await this.#load(search.mode)
  }

  /** Reads the picture again and better, once its host may be read. */
  async readAgain(): Promise<void> {
    await this.#ready
    const before = this.#search
    if (!before || before.source.addresses.length === 0) return
    const addresses = this.#addresses.length > 0 ? this.#addresses : before.source.addresses
    await this.#read(await this.#begin({ ...before.source, addresses }))
  }

  /** Leaves nothing of the search and its picture. */
  async forget(): Promise<void> {
    this.#abort.abort()
    await this.#ready
    this.#search = null
    this.#addresses = []
    await sentItem.setValue(null)
    await this.#save()
  }

  /** The search of the moment, with what ends it. */
  #now(): Begun {
    return { search: this.#search as Search, signal: this.#abort.signal }
  }

  async #begin(source: Source): Promise<Begun> {
    this.#abort.abort()
    this.#abort = new AbortController()
    const { signal } = this.#abort
    await this.#ready
    const search: Search = {
      id: crypto.randomUUID(),
      startedAt: Date.now(),
      source: this.#kept(source),
      reading: 'running',
      mode: 'same',
      lists: {},
    }
    this.#search = search
    await this.#save()
    return { search, signal }
  }

  #kept(source: Source): Source {
    this.#addresses = source.addresses
    return { ...source, addresses: source.addresses.filter(({ length }) => length <= KEPT_ADDRESS_LENGTH) }
  }

  async #letPick({ search, signal }: Begun): Promise<void> {
    await onPage({ tabId: search.source.tabId, frameId: 0 }, 'pickArea', texts().area).catch(() => {
      throw new FailureError({ code: 'page_closed' })
    })
    if (signal.aborted) return
    search.reading = 'picking'
    await this.#save()
  }

  async #read(begun: Begun, source?: Source): Promise<void> {
    const { search, signal } = begun
    if (signal.aborted) return
    if (source) search.source = this.#kept(source)
    search.reading = 'running'
    delete search.readFailure
    delete search.choices
    await this.#save()
    await this.#attempt(begun, async () => {
      const addresses = this.#addresses.length > 0 ? this.#addresses : search.source.addresses
      const picture = await readPicture(signal, { ...search.source, addresses }, await pictureLimit())
      await this.#ask(begun, picture)
    })
  }

  /** Shows the picture first where the person wants to see it, and searches with it otherwise. */
  async #ask({ search, signal }: Begun, picture: Picture): Promise<void> {
    if (signal.aborted) return
    await sentItem.setValue({ ...picture, searchId: search.id })
    const askFirst = await askFirstItem.getValue()
    if (signal.aborted) return
    search.reading = askFirst ? 'ready' : 'done'
    if (askFirst) await this.#save()
    else await this.#load(search.mode)
  }

  /** What goes wrong before there is a picture is kept as the failure of its reading. */
  async #attempt({ search, signal }: Begun, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      search.reading = 'failed'
      search.readFailure = failureOf(error)
      await this.#save()
    }
  }

  /** Loads the next page of a mode. */
  async #load(mode: Mode): Promise<void> {
    const [search, { signal }] = [this.#search, this.#abort]
    if (!search) return
    const before = search.lists[mode] ?? NO_OFFERS
    const { failure: _, ...kept } = before
    search.lists[mode] = { ...kept, state: 'loading' }
    await this.#save()
    try {
      const list = await nextPage(signal, search, mode, before)
      if (signal.aborted) return
      search.lists[mode] = list
    } catch (error) {
      if (signal.aborted) return
      search.lists[mode] = { ...kept, state: 'failed', failure: failureOf(error) }
    }
    await this.#save()
  }

  async #save(): Promise<void> {
    await searchItem.setValue(this.#search)
  }

  /** What an ended background left running is neither awaited nor repeated: it is named and can be tried again. */
  async #recover(): Promise<void> {
    const search = await searchItem.getValue()
    this.#search = search
    if (!search || !isRunning(search)) return
    if (search.reading === 'running') {
      search.reading = 'failed'
      search.readFailure = { code: 'interrupted' }
    }
    for (const list of Object.values(search.lists)) {
      if (list.state !== 'loading') continue
      list.state = 'failed'
      list.failure = { code: 'interrupted' }
    }
    await this.#save()
  }
}

function placeOf({ id = -1, windowId, incognito }: Browser.tabs.Tab) {
  return { tabId: id, windowId, incognito }
}

/** What has no address that a view could show is read beforehand. */
async function withThumbs(signal: AbortSignal, choices: Choice[]): Promise<Choice[]> {
  const result: Choice[] = []
  for (const choice of choices) {
    const isShowable = /^(https?|data):/i.test(choice.source.addresses.at(-1) ?? '')
    const shot = isShowable
      ? undefined
      : await readPicture(signal, choice.source, await pictureLimit()).catch(() => undefined)
    result.push(shot ? { ...choice, thumb: shot.dataUrl } : choice)
  }
  return result
}
