import type { Source } from '../model/picture.ts'
import { type AdditionalPhoto, knownDetails, type Search } from '../model/search.ts'
import { searchItem } from '../model/stored-items.ts'
import { markInterrupted } from './interrupted.ts'

/** Longer ones are `data:` addresses, which would fill the session's storage. */
const MAX_STORED_ADDRESS_LENGTH = 500_000

/** The current search, and the signal that a newer one has replaced it. */
export interface ActiveSearch {
  search: Search
  signal: AbortSignal
  /** Where its picture is, with the addresses too long to store: those are lost when the background ends. */
  source: Source
}

/** A photo of the current search: the first one, which is the search itself, or an additional one. */
export interface ActivePhoto {
  active: ActiveSearch
  photo: Search | AdditionalPhoto
  /** Ends with the search, and for an additional photo also when it is removed or read again. */
  signal: AbortSignal
}

export function firstPhoto(active: ActiveSearch): ActivePhoto {
  return { active, photo: active.search, signal: active.signal }
}

export function isFirstPhoto({ active, photo }: ActivePhoto): boolean {
  return photo === active.search
}

/**
 * The current search. Each of its steps is stored before anything else is awaited, so views and the background itself
 * may end at any time. A new search ends the one before.
 */
export class SearchSession {
  #active: ActiveSearch | undefined
  #abort = new AbortController()
  readonly #ready: Promise<void>
  readonly #onChange: (search: Search | null) => void

  /** @param onChange is called with every step */
  constructor(onChange: (search: Search | null) => void = () => {}) {
    this.#onChange = onChange
    this.#ready = this.#recover()
  }

  /** The search, after recovering what an ended background left. */
  async current(): Promise<ActiveSearch | undefined> {
    await this.#ready
    return this.#active
  }

  /** Ends the search before at once, and starts another. */
  async begin(source: Source, rest: Partial<Search> = {}): Promise<ActiveSearch> {
    const search: Search = {
      id: crypto.randomUUID(),
      startedAt: Date.now(),
      source: storable(source),
      reading: 'running',
      mode: 'same',
      lists: {},
      ...rest,
    }
    return this.#replace(search, source)
  }

  /** Makes a saved search the current one, as it was. */
  async reopen(search: Search): Promise<ActiveSearch> {
    return this.#replace(search, search.source)
  }

  async forget(): Promise<void> {
    this.#abort.abort()
    await this.#ready
    this.#active = undefined
    await this.save()
  }

  async save(): Promise<void> {
    const search = this.#active?.search ?? null
    this.#onChange(search)
    await searchItem.setValue(search)
  }

  async #replace(search: Search, source: Source): Promise<ActiveSearch> {
    this.#abort.abort()
    this.#abort = new AbortController()
    const active = { search, signal: this.#abort.signal, source }
    await this.#ready
    const before = this.#active?.search
    // What a private search has paid for is stored only here, for later private searches.
    if (before?.source.incognito && source.incognito) {
      const details = { ...knownDetails(before, false).details, ...search.details }
      if (Object.keys(details).length > 0) search.details = details
    }
    this.#active = active
    await this.save()
    return active
  }

  async #recover(): Promise<void> {
    const search = await searchItem.getValue()
    if (!search) return
    this.#active = { search, signal: this.#abort.signal, source: search.source }
    if (markInterrupted(search)) await this.save()
  }
}

/** Sets which of several pictures the search is about. */
export function setSource(active: ActiveSearch, source: Source): void {
  active.source = source
  active.search.source = storable(source)
}

function storable(source: Source): Source {
  const isShort = ({ length }: string) => length <= MAX_STORED_ADDRESS_LENGTH
  const { beneath, ...rest } = source
  return {
    ...rest,
    addresses: source.addresses.filter(isShort),
    ...(beneath && { beneath: beneath.map(storable) }),
  }
}
