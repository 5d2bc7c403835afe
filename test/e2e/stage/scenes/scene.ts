import type { View } from '../../browser/driver.ts'

export type Json = Record<string, unknown>

/** A real search as the extension stored it, which scenes vary. */
export interface Base {
  search: Json & { lists: Record<string, Json>; source: Json }
  sent: Json
  /** Photos of the first few offers, which a view can read without permission, and one of something else. */
  photos: string[]
  otherPhoto: string
}

/** A UI state. */
export interface Scene {
  name: string
  openIn: 'popup' | 'tab'
  /** The results if omitted. */
  route?: string | ((base: Base) => string)
  /** What `storage.session` holds besides the search, or in its place. */
  session?(base: Base): Json
  local?: Json
  /** True once there is something to see. */
  until: string
  act?(view: View): Promise<void>
}

export const OFFER = 'document.querySelector(".offer[data-offer]")'
export const MESSAGE = 'document.querySelector(".message")'
export const NO_OFFERS = {
  state: 'loading',
  offers: [],
  page: 0,
  total: null,
  hasMore: false,
  notes: [],
  modesDiffer: true,
}

export const searchWith = (change: Json) => (base: Base) => ({ search: { ...base.search, ...change } })
export const listWith = (change: Json) => (base: Base) => ({
  search: { ...base.search, lists: { same: { ...base.search.lists.same, ...change } } },
})
export const underWay = (progress?: Json) =>
  searchWith({ lists: { same: { ...NO_OFFERS, ...(progress && { progress }) } } })
export const offersOf = (base: Base) =>
  (base.search.lists.same?.offers ?? []) as (Json & { offerId: string; price: string })[]
export const preferences = (change: Json) => ({
  habits: { quantity: 1, sort: 'relevance', filters: {}, currency: null, ...change },
})
