import { isSamePage } from '../page/page-url.ts'
import { areSimilarTitles, cleanTitle } from '../page/product-title.ts'
import type { PageFacts, SourceReading } from '../page/types.ts'
import { readMachinePrice } from './machine-price.ts'

/** Open Graph's names for a product, and common variants. */
const PRICES = ['product:sale_price:amount', 'product:price:amount', 'og:price:amount']
const CURRENCIES = ['product:sale_price:currency', 'product:price:currency', 'og:price:currency']

/** What the page's `meta` elements say about a product; `null` if they describe none. */
export function readMetaTags(document: Document, facts: PageFacts): SourceReading | null {
  const prices = PRICES.map((name) => metaContent(document, name)).filter((price) => price !== null)
  const isProduct = /product/i.test(metaContent(document, 'og:type') ?? '')
  if (prices.length === 0 && !isProduct) return null
  const title = cleanTitle(metaContent(document, 'og:title'))
  if (isStale(document, title, facts)) return null
  return {
    title,
    price:
      prices.map((price) => readMachinePrice(price, null, facts.hint)).find((price) => price !== null) ??
      null,
    productNumber: metaContent(document, 'product:retailer_item_id'),
  }
}

/** Whether the page has moved on to another product since it was loaded: see `mainProduct`. */
function isStale(document: Document, title: string | null, { url, shownHeadings }: PageFacts): boolean {
  const own = URL.parse(metaContent(document, 'og:url') ?? '', url.href)
  if (!title || own?.host !== url.host || isSamePage(own, url) || shownHeadings.length === 0) return false
  return !shownHeadings.some((heading) => areSimilarTitles(heading, title))
}

/** The currency of the whole page. */
export function metaCurrency(document: Document): string | null {
  return CURRENCIES.map((name) => metaContent(document, name)).find((found) => found !== null) ?? null
}

export function metaContent(document: Document, name: string): string | null {
  const meta = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
  return meta?.getAttribute('content')?.trim() || null
}
