import type { Listing } from '../model/listing.ts'
import { belongsToAnotherProduct, linkedPage } from './clicked-picture.ts'
import { currencyCode } from './currency.ts'
import { parseJsonLd } from './json-ld.ts'
import { metaContent, metaCurrency, readMetaTags } from './meta-tags.ts'
import { microdataOf } from './microdata.ts'
import { areSimilarTitles, cleanTitle } from './product-title.ts'
import { readShop } from './read-shop.ts'
import { readStructuredData } from './read-structured-data.ts'
import type { PageFacts, SourceReading } from './types.ts'

const MAX_SCRIPTS = 50

/**
 * What a page says about the product it sells: from structured data first, then by selectors for a few large shops. `null`
 * if it says nothing, or describes several products without telling which is its own.
 *
 * With the `picture` that was clicked, also `null` if it belongs to another product, such as a recommendation. Only if
 * structured data describes the product that the picture links to, that product's listing is returned.
 */
export function readListing(document: Document, url: URL, picture?: Element): Listing | null {
  const facts = factsOf(document, url)
  const linkedUrl = picture && linkedPage(picture, url)
  const structured = [
    () => readStructuredData(jsonLdOf(document), facts, linkedUrl),
    () => readStructuredData(microdataOf(document), facts, linkedUrl),
  ]
  if (linkedUrl) return combine(structured, facts)
  const others = [() => readMetaTags(document, facts), () => readShop(document, facts)]
  const listing = combine([...structured, ...others], facts)
  return listing && picture && belongsToAnotherProduct(picture, listing, facts.hint) ? null : listing
}

/** Each field from the first source that has it, until title and price are known; price and currency from the same source. */
function combine(sources: (() => SourceReading | null)[], { headings }: PageFacts): Listing | null {
  const readings: SourceReading[] = []
  const titled = () => readings.find(({ title }) => title !== null)
  const priced = () => readings.find(({ price }) => price !== null)
  for (const read of sources) {
    const reading = titled() && priced() ? null : read()
    const known = titled()?.title
    // A source with another title describes another product.
    if (reading && (!reading.title || !known || areSimilarTitles(reading.title, known)))
      readings.push(reading)
  }
  const [first] = readings
  if (!first) return null
  const { amount, to, currency } = priced()?.price ?? { amount: null, to: null, currency: null }
  const { shop } = priced() ?? titled() ?? first
  return {
    title: titled()?.title ?? headings[0] ?? null,
    price: amount,
    priceTo: to,
    currency,
    productNumber: readings.find(({ productNumber }) => productNumber !== null)?.productNumber ?? null,
    from: shop ? `selectors for ${shop.name}, ${shop.checkedAt}` : 'structured data',
  }
}

function factsOf(document: Document, url: URL): PageFacts {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const canonicalUrl = canonical ? URL.parse(canonical, url.href) : null
  const h1s = [...document.querySelectorAll('h1')].slice(0, 3).map(({ textContent }) => textContent)
  const headings = [...h1s, metaContent(document, 'og:title'), document.title].map(cleanTitle)
  return {
    url,
    ...(canonicalUrl && { canonical: canonicalUrl }),
    headings: headings.filter((heading) => heading !== null),
    hint: {
      host: url.hostname,
      language: document.documentElement.lang,
      currency: currencyCode(metaCurrency(document)),
    },
  }
}

function jsonLdOf(document: Document): unknown[] {
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]')
  return [...scripts].slice(0, MAX_SCRIPTS).map(({ textContent }) => parseJsonLd(textContent ?? ''))
}
