import type { PriceHint } from './read-price.ts'

/** What a page says of itself: which of several products it is about, and how prices are written there. */
export interface PageFacts {
  url: URL
  /** As the page itself calls its address, where that differs. */
  canonical?: URL
  /** Its headings and titles. */
  headings: string[]
  hint: PriceHint
}
