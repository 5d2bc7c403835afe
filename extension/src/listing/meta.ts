import type { PageFacts } from './facts.ts'
import { readValue } from './read-value.ts'
import { type SourceReading, titleOf } from './reading.ts'

/** Open Graph's names for a product, and those that shops use instead. */
const PRICES = ['product:sale_price:amount', 'product:price:amount', 'og:price:amount']
const CURRENCIES = ['product:sale_price:currency', 'product:price:currency', 'og:price:currency']

/** What the page's `meta` elements say of a product; `null` where they speak of none. */
export function readMeta(document: Document, facts: PageFacts): SourceReading | null {
  const prices = PRICES.map((name) => metaContent(document, name)).filter((price) => price !== null)
  const isProduct = /product/i.test(metaContent(document, 'og:type') ?? '')
  if (prices.length === 0 && !isProduct) return null
  return {
    title: titleOf(metaContent(document, 'og:title')),
    price: prices.map((price) => readValue(price, null, facts.hint)).find((price) => price !== null) ?? null,
    productNumber: metaContent(document, 'product:retailer_item_id'),
  }
}

/** The currency that the page as a whole is in. */
export function metaCurrency(document: Document): string | null {
  return CURRENCIES.map((name) => metaContent(document, name)).find((found) => found !== null) ?? null
}

export function metaContent(document: Document, name: string): string | null {
  const meta = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
  return meta?.getAttribute('content')?.trim() || null
}
