import { LANGUAGES, LIMITS, type Mode, tellsModesApart } from '@find-on-1688/shared'
import { type Browser, browser } from 'wxt/browser'
import { failureOf } from '../failure.ts'
import { readPicture } from '../picture/ladder.ts'
import { postSearch } from '../proxy/post-search.ts'
import { requireProxy } from '../proxy/settings.ts'
import type { Click } from './menu.ts'
import { isRunning, type List, NO_OFFERS, type Search, type Sent, searchItem, sentItem } from './state.ts'

const KEPT_ADDRESS_LENGTH = 2_000_000

/**
 * Runs the search of the moment and writes every step of it to the session's storage before it waits, so that views
 * come and go as they like. A new search ends the one before.
 */
export class Searcher {
  #search: Search | null = null
  /** Data addresses too long to keep, for as long as the background lives. */
  #address = ''
  #abort = new AbortController()
  readonly #ready: Promise<void>

  constructor() {
    this.#ready = this.#recover()
  }

  async start(click: Click, tab: Browser.tabs.Tab): Promise<void> {
    this.#abort.abort()
    this.#abort = new AbortController()
    await this.#ready
    this.#address = click.address
    this.#search = {
      id: crypto.randomUUID(),
      startedAt: Date.now(),
      source: {
        address: click.address.length > KEPT_ADDRESS_LENGTH ? '' : click.address,
        tabId: tab.id ?? -1,
        windowId: tab.windowId,
        frameId: click.frameId,
      },
      reading: 'running',
      mode: 'same',
      lists: {},
    }
    await this.#read()
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
    if (search.reading === 'failed') await this.#read()
    else if (search.lists[search.mode]?.state === 'failed') await this.#load(search.mode)
  }

  async #read(): Promise<void> {
    const [search, { signal }] = [this.#search, this.#abort]
    if (!search) return
    search.reading = 'running'
    delete search.readFailure
    await this.#save()
    try {
      const sent = await readPicture(signal, {
        ...search.source,
        address: search.source.address || this.#address,
      })
      if (signal.aborted) return
      await sentItem.setValue({ ...sent, searchId: search.id })
      search.reading = 'done'
    } catch (error) {
      if (signal.aborted) return
      search.reading = 'failed'
      search.readFailure = failureOf(error)
      return this.#save()
    }
    await this.#load(search.mode)
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

async function nextPage(signal: AbortSignal, { id }: Search, mode: Mode, before: List): Promise<List> {
  const proxy = await requireProxy()
  const page = before.page + 1
  const query = { mode, page, pageSize: LIMITS.defaultPageSize, language: titleLanguage() }
  const answer = await postSearch(signal, proxy, await sentBytes(id), query)
  const known = new Set(before.offers.map(({ offerId }) => offerId))
  return {
    state: 'done',
    page,
    offers: [...before.offers, ...answer.offers.filter(({ offerId }) => !known.has(offerId))],
    total: answer.total,
    hasMore: answer.hasMore,
    notes: answer.notes,
    modesDiffer: tellsModesApart(answer.provider),
  }
}

async function sentBytes(searchId: string): Promise<Blob> {
  const sent: (Sent & { searchId: string }) | null = await sentItem.getValue()
  if (sent?.searchId !== searchId) throw new Error('the picture is gone')
  return (await fetch(sent.dataUrl)).blob()
}

/** The platform translates titles into a few languages; English serves the others. */
function titleLanguage(): string {
  const language = browser.i18n.getUILanguage().split('-')[0] ?? ''
  return (LANGUAGES as readonly string[]).includes(language) ? language : 'en'
}
