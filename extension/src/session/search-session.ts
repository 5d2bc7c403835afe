import type { Source } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { searchItem } from '../model/stored-items.ts'
import { markInterrupted } from './interrupted.ts'

/** A search, and what ends it: a newer one. */
export interface ActiveSearch {
  search: Search
  signal: AbortSignal
}

/**
 * The search of the moment. Every step of it is written to the session's storage before anything waits, so that views
 * and the background itself come and go as they like. A new search ends the one before.
 */
export class SearchSession {
  #search: Search | null = null
  #abort = new AbortController()
  readonly #ready: Promise<void>
  readonly #onChange: (search: Search | null) => void

  /** @param onChange hears of every step */
  constructor(onChange: (search: Search | null) => void = () => {}) {
    this.#onChange = onChange
    this.#ready = this.#recover()
  }

  /** The search, once it is known what an ended background left of it. */
  async current(): Promise<ActiveSearch | undefined> {
    await this.#ready
    return this.#search ? { search: this.#search, signal: this.#abort.signal } : undefined
  }

  /** Ends the search before, at once, and begins another. */
  async begin(source: Source, rest: Partial<Search> = {}): Promise<ActiveSearch> {
    return this.#replace({
      id: crypto.randomUUID(),
      startedAt: Date.now(),
      source,
      reading: 'running',
      mode: 'same',
      lists: {},
      ...rest,
    })
  }

  /** Puts one of the past in its place, as it was. */
  async reopen(search: Search): Promise<ActiveSearch> {
    return this.#replace(search)
  }

  async forget(): Promise<void> {
    this.#abort.abort()
    await this.#ready
    this.#search = null
    await this.save()
  }

  async save(): Promise<void> {
    this.#onChange(this.#search)
    await searchItem.setValue(this.#search)
  }

  async #replace(search: Search): Promise<ActiveSearch> {
    this.#abort.abort()
    this.#abort = new AbortController()
    const { signal } = this.#abort
    await this.#ready
    this.#search = search
    await this.save()
    return { search, signal }
  }

  async #recover(): Promise<void> {
    this.#search = await searchItem.getValue()
    if (this.#search && markInterrupted(this.#search)) await this.save()
  }
}
