/** Where results open. `panel` is Chrome's side panel and Firefox's sidebar. */
export const SURFACES = ['popup', 'panel', 'tab'] as const
export type Surface = (typeof SURFACES)[number]

export const OFFER_SORTS = ['relevance', 'price', 'sales', 'minimum'] as const
export type Sort = (typeof OFFER_SORTS)[number]

/** How two photos are compared by eye: side by side, or one over the other with a slider. */
export const PHOTO_LAYOUTS = ['beside', 'over'] as const
export type PhotoLayout = (typeof PHOTO_LAYOUTS)[number]

/** An offer whose value is not known does not pass a limit on it. */
export interface Filters {
  /** Yuan at my quantity, decimal strings. */
  priceMin?: string
  priceMax?: string
  /** Minimum order at most this many. */
  minOrder?: number
  verified?: true
  /** At least one of these. */
  badges?: string[]
  /** All of these words in the title, the translated title or the supplier's name; separated by spaces. */
  words?: string
}

/** Remembered until changed. */
export interface Preferences {
  /** Pieces. */
  quantity: number
  sort: Sort
  filters: Filters
  /** ISO 4217: prices are shown in it beside yuan; `null` follows the listing, then the dollar. */
  currency: string | null
  /** Missing until it is changed: side by side. */
  pairWay?: PhotoLayout
}

/** Another quantity. The filter on the minimum order means "what I can order", so it changes along with it. */
export function changeOfQuantity(
  { quantity, filters }: Preferences,
  next: number,
): Pick<Preferences, 'quantity'> & Partial<Preferences> {
  return { quantity: next, ...(filters.minOrder === quantity && { filters: { ...filters, minOrder: next } }) }
}
