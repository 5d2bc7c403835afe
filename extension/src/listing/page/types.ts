import type { PriceHint, ReadPrice } from '../prices/read-price.ts'

/** What one source on the page says about the product. */
export interface SourceReading {
  title: string | null
  price: ReadPrice | null
  /** Whether it states a price of zero, which stands for "on request" or "not loaded yet". */
  isZero?: boolean
  productNumber: string | null
  /** The shop whose selectors found it; missing for structured data. */
  shop?: { name: string; checkedAt: string; knowsAllPrices?: true }
}

/** What a page says about itself: which product it is about, and how it writes prices. */
export interface PageFacts {
  url: URL
  /** The page's canonical URL, if it declares one. */
  canonical?: URL
  /** Its headings and titles, the likeliest first. */
  headings: string[]
  h1s: string[]
  /** Those that a person sees: they follow when a page loads another product in place. */
  shownHeadings: string[]
  /** The titles of the document, for people and for other sites. */
  titles: string[]
  hint: PriceHint
}
