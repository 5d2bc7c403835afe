import type { Listing } from '../model/listing.ts'
import { agreedPrice } from './agreed-price.ts'
import { belongsToAnotherProduct, linkedPage } from './page/clicked-picture.ts'
import { areSimilarTitles } from './page/product-title.ts'
import type { PageFacts, SourceReading } from './page/types.ts'
import { factsOf } from './page-facts.ts'
import { priceFields } from './price-fields.ts'
import { readCard } from './read-card.ts'
import { readShop } from './shops/read-shop.ts'
import { type ShownOffer, shownOffer } from './shown/product-area.ts'
import { jsonLdOf } from './structured-data/json-ld.ts'
import { readMetaTags } from './structured-data/meta-tags.ts'
import { microdataOf } from './structured-data/microdata.ts'
import { rdfaOf } from './structured-data/rdfa.ts'
import { readStructuredData } from './structured-data/read-structured-data.ts'

/**
 * What a page says about the product it sells: from structured data, from selectors for a few large shops, and from what is
 * shown near the product's heading, each compared with the others. `null` if it says nothing, or describes several products
 * without telling which is its own.
 *
 * With the `picture` that was clicked: what its card says if it is one of several products on the page; `null` if it belongs
 * to another product and nothing is said about that one.
 */
export function readListing(document: Document, url: URL, picture?: Element): Listing | null {
  const facts = factsOf(document, url)
  const linkedUrl = picture && linkedPage(picture, url)
  if (picture && linkedUrl) {
    const sources = structuredSources(document, facts, linkedUrl)
    return readCard(picture, linkedUrl, facts, sources)
  }
  const sources = [...structuredSources(document, facts), readMetaTags(document, facts)].filter(
    (reading) => reading !== null,
  )
  const listing = combine(document, facts, sources, picture)
  if (!picture || (listing && !belongsToAnotherProduct(picture, listing, facts.hint))) return listing
  return readCard(picture, undefined, facts, [])
}

function structuredSources(document: Document, facts: PageFacts, linkedUrl?: URL): SourceReading[] {
  return [jsonLdOf, microdataOf, rdfaOf]
    .map((of) => readStructuredData(of(document), facts, linkedUrl))
    .filter((reading) => reading !== null)
}

/** The sources that describe the same product as the first. */
function combine(
  document: Document,
  facts: PageFacts,
  sources: SourceReading[],
  picture?: Element,
): Listing | null {
  const shop = readShop(document, facts)
  const named = [...sources, ...(shop ? [shop] : [])]
  const title = named.find((reading) => reading.title !== null)?.title ?? null
  // A source with another title describes another product.
  const same = named.filter((each) => !each.title || !title || areSimilarTitles(each.title, title))
  const titles = same.flatMap((each) => each.title ?? [])
  const stated = same.filter((each) => each !== shop)
  const near = shownOffer(document, facts, titles, picture)
  const isUnknownPrice = shop?.shop?.knowsAllPrices === true && !near?.isAuction
  const shown = shop?.price ? shownByShop(shop, near) : isUnknownPrice ? null : near
  const isProduct = same.length > 0
  const agreed = agreedPrice(stated, shown, isProduct)
  if (!isProduct && !agreed) return null
  const usesShop = shop && (agreed?.isOnlyShown ? shop.price !== null : stated.length === 0)
  return {
    ...priceFields(agreed?.price ?? null, facts),
    title: title ?? facts.headings[0] ?? null,
    productNumber: same.find(({ productNumber }) => productNumber !== null)?.productNumber ?? null,
    from: usesShop
      ? `selectors for ${shop.shop?.name}, ${shop.shop?.checkedAt}`
      : agreed?.isOnlyShown
        ? 'visible price'
        : 'structured data',
  }
}

/** What the shop's selectors find is what people see, and where. */
function shownByShop({ price }: SourceReading, shown: ShownOffer | null): ShownOffer {
  if (shown?.isAuction) return shown
  const possible = price ? [price] : []
  return {
    others: [],
    struck: [],
    farther: [],
    isFar: false,
    isAuction: false,
    ...shown,
    price,
    possible,
    isNamed: true,
    isSale: true,
    isStrong: true,
    isClear: true,
  }
}
