import type { Mode, Offer } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import type { Failure } from '../failure.ts'

/** Where the picture was clicked. Stays in the browser. */
export interface Source {
  /** The picture's address; empty where it is a `data:` address too long to keep. */
  address: string
  tabId: number
  windowId: number
  frameId: number
}

/** What leaves the browser: a JPEG, sizes in pixels and bytes, and how its bytes were come by. */
export interface Sent {
  dataUrl: string
  bytes: number
  width: number
  height: number
  how: 'original' | 'capture'
  /** The size of what it was made from. */
  fromWidth: number
  fromHeight: number
  /** A capture of a picture that was partly out of sight. */
  partly: boolean
}

/** The offers of one mode, as far as they are loaded. */
export interface List {
  state: 'loading' | 'done' | 'failed'
  offers: Offer[]
  /** The last page loaded; 0 before the first. */
  page: number
  total: number | null
  hasMore: boolean
  notes: string[]
  /** Whether the other mode is another search; where not, it would find the same. */
  modesDiffer: boolean
  failure?: Failure
}

/** One search, from the click on. */
export interface Search {
  id: string
  startedAt: number
  source: Source
  reading: 'running' | 'done' | 'failed'
  readFailure?: Failure
  mode: Mode
  lists: Partial<Record<Mode, List>>
}

/** Both end with the browser session, and survive the popup and the background. Only the background writes them. */
export const searchItem = storage.defineItem<Search | null>('session:search', { fallback: null })
export const sentItem = storage.defineItem<(Sent & { searchId: string }) | null>('session:sent', {
  fallback: null,
})

export const NO_OFFERS: List = {
  state: 'loading',
  offers: [],
  page: 0,
  total: null,
  hasMore: false,
  notes: [],
  modesDiffer: true,
}

export function isRunning(search: Search): boolean {
  return search.reading === 'running' || Object.values(search.lists).some((list) => list.state === 'loading')
}
