import { isOfEarlierPage } from '../page/earlier-page.ts'
import { cleanTitle } from '../page/product-title.ts'
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
  const stated = metaContent(document, 'og:url')
  const own = stated === null ? null : URL.parse(stated, facts.url.href)
  if (title && isOfEarlierPage(title, own && own.pathname !== '/' ? [own] : [], facts)) return null
  return {
    title,
    price:
      prices.map((price) => readMachinePrice(price, null, facts.hint)).find((price) => price !== null) ??
      null,
    productNumber: metaContent(document, 'product:retailer_item_id'),
  }
}

/** The currency of the whole page. */
export function metaCurrency(document: Document): string | null {
  return CURRENCIES.map((name) => metaContent(document, name)).find((found) => found !== null) ?? null
}

export function metaContent(document: Document, name: string): string | null {
  const meta = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
  return meta?.getAttribute('content')?.trim() || null
}
