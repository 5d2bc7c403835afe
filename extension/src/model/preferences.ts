import type { Service } from '@find-on-1688/shared'

/** Where results open. `panel` is Chrome's side panel and Firefox's sidebar. */
export const SURFACES = ['popup', 'panel', 'tab'] as const
export type Surface = (typeof SURFACES)[number]

/** The language of the extension; `browser` follows the browser's own. */
export const UI_LANGUAGES = ['browser', 'en', 'zh'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

/** Those that most lists offer; the table sorts by each of its columns. */
export const COMMON_SORTS = ['relevance', 'price', 'margin', 'sales', 'reorder', 'minimum', 'years'] as const
const COLUMN_SORTS = ['verdict', 'title', 'supplier', 'badges', 'place', 'tiers'] as const
export type Sort = (typeof COMMON_SORTS)[number] | (typeof COLUMN_SORTS)[number]

/** Names and small numbers that are wanted come from the low end; of the rest the highest is first. */
const ASCENDING_FIRST: readonly Sort[] = ['price', 'minimum', 'title', 'supplier', 'place']

export function isAscending({
  sort,
  sortReversed = false,
}: Pick<Preferences, 'sort' | 'sortReversed'>): boolean {
  return ASCENDING_FIRST.includes(sort) !== sortReversed
}

/** The first click on a column sorts by it, the second turns that round, the third goes back to the order of 1688. */
export function nextSort(
  { sort, sortReversed = false }: Pick<Preferences, 'sort' | 'sortReversed'>,
  column: Sort,
): Required<Pick<Preferences, 'sort' | 'sortReversed'>> {
  if (sort !== column) return { sort: column, sortReversed: false }
  return sortReversed ? { sort: 'relevance', sortReversed: false } : { sort, sortReversed: true }
}

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
  /** All of these. */
  services?: Service[]
  /** All of these words in the title, the translated title or the supplier's name; separated by spaces. */
  words?: string
}

/** Remembered until changed. */
export interface Preferences {
  /** Pieces. */
  quantity: number
  sort: Sort
  /** The other way round; missing: not. */
  sortReversed?: boolean
  filters: Filters
  /** ISO 4217: prices are shown in it beside yuan; `null` follows the listing, then the dollar. */
  currency: string | null
  /** Missing until it is changed: side by side. */
  pairWay?: PhotoLayout
  /** The rows that the comparison leaves out. */
  hiddenCriteria?: string[]
  /** Whether letters and signs alone are shortcuts, which voice control can press by accident. Missing until it is changed: yes. */
  singleKeys?: boolean
  /** What it is used for: finding suppliers, or finding who uses one's photos. Missing until it is chosen: sourcing. */
  focus?: 'sourcing' | 'brand'
}

/** Another quantity. The filter on the minimum order means "what I can order", so it changes along with it. */
export function changeOfQuantity(
  { quantity, filters }: Preferences,
  next: number,
): Pick<Preferences, 'quantity'> & Partial<Preferences> {
  return { quantity: next, ...(filters.minOrder === quantity && { filters: { ...filters, minOrder: next } }) }
}
