/** Where results open. `panel` is Chrome's side panel and Firefox's sidebar. */
export const SURFACES = ['popup', 'panel', 'tab'] as const
export type Surface = (typeof SURFACES)[number]

export const SORTS = ['relevance', 'price', 'sales', 'minimum'] as const
export type Sort = (typeof SORTS)[number]

/** How two photos are laid for the eye: side by side, or one over the other with a slider. */
export const PHOTO_LAYOUTS = ['beside', 'over'] as const
export type PhotoLayout = (typeof PHOTO_LAYOUTS)[number]

/** What narrows the list; an offer whose value is not known does not pass a limit on it. */
export interface Filters {
  /** Yuan at my quantity, decimal strings. */
  priceMin?: string
  priceMax?: string
  /** Minimum order at most this many. */
  minOrder?: number
  verified?: true
  /** At least one of these. */
  badges?: string[]
  /** All of these in the title, the translated title or the supplier's name; separated by blanks. */
  words?: string
}

/** How this person likes to work. Remembered until changed. */
export interface Preferences {
  /** Pieces; 1 where the person has not said. */
  quantity: number
  sort: Sort
  filters: Filters
  /** ISO 4217: in which money prices are shown beside yuan; `null` follows the listing, then the dollar. */
  currency: string | null
  /** Missing as long as nothing was chosen: side by side. */
  pairWay?: PhotoLayout
}
