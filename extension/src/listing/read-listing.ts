import type { Listing } from '../model/listing.ts'
import { areAlike } from './alike.ts'
import { currencyCode } from './currency.ts'
import type { PageFacts } from './facts.ts'
import { parseJsonLd } from './json-ld.ts'
import { metaContent, metaCurrency, readMeta } from './meta.ts'
import { microdataOf } from './microdata.ts'
import { leadsTo, standsWithAnother } from './other-product.ts'
import { readShop } from './read-shop.ts'
import { readStructured } from './read-structured.ts'
import { type SourceReading, titleOf } from './reading.ts'

const MOST_SCRIPTS = 50

/**
 * What a page says of the product it sells: structured data first, then selectors for a few large shops. `null` where it
 * says nothing, or describes several products and does not tell which is its own.
 *
 * With the `picture` that was clicked, `null` also where that is another product's, such as a recommendation; only where
 * structured data has the very product that the picture leads to, it is that one's listing.
 */
export function readListing(document: Document, url: URL, picture?: Element): Listing | null {
  const facts = factsOf(document, url)
  const linked = picture && leadsTo(picture, url)
  const structured = [
    () => readStructured(jsonLdOf(document), facts, linked),
    () => readStructured(microdataOf(document), facts, linked),
  ]
  if (linked) return combined(structured, facts)
  const others = [() => readMeta(document, facts), () => readShop(document, facts)]
  const listing = combined([...structured, ...others], facts)
  return listing && picture && standsWithAnother(picture, listing, facts.hint) ? null : listing
}

/** Each field from the first source that has it, until title and price are known; price and currency from the same. */
function combined(sources: (() => SourceReading | null)[], { headings }: PageFacts): Listing | null {
  const readings: SourceReading[] = []
  const titled = () => readings.find(({ title }) => title !== null)
  const priced = () => readings.find(({ price }) => price !== null)
  for (const read of sources) {
    const reading = titled() && priced() ? null : read()
    const known = titled()?.title
    // A source that names another product speaks of another product.
    if (reading && (!reading.title || !known || areAlike(reading.title, known))) readings.push(reading)
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
    from: shop ? `selectors for ${shop.name}, ${shop.lookedAt}` : 'structured data',
  }
}

function factsOf(document: Document, url: URL): PageFacts {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const address = canonical ? URL.parse(canonical, url.href) : null
  const h1s = [...document.querySelectorAll('h1')].slice(0, 3).map(({ textContent }) => textContent)
  const headings = [...h1s, metaContent(document, 'og:title'), document.title].map(titleOf)
  return {
    url,
    ...(address && { canonical: address }),
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
  return [...scripts].slice(0, MOST_SCRIPTS).map(({ textContent }) => parseJsonLd(textContent ?? ''))
}
