import { cleanTitle } from '../page/product-title.ts'
import type { PageFacts, SourceReading } from '../page/types.ts'
import { isGroup, mainProduct, productAt } from './main-product.ts'
import { offeredPrice } from './offered-price.ts'
import { productNumberOf } from './product-number.ts'
import { type StructuredProducts, structuredProducts } from './products.ts'
import { textOf } from './schema-org.ts'

/**
 * What structured data, as parsed JSON, says about the page's main product, or with `linkedUrl` about the product at that URL,
 * which can be any on the page.
 */
export function readStructuredData(
  documents: unknown[],
  facts: PageFacts,
  linkedUrl?: URL,
): SourceReading | null {
  return readProduct(structuredProducts(documents), facts, linkedUrl)
}

/** The same of products that were collected before. */
export function readProduct(
  products: StructuredProducts,
  facts: PageFacts,
  linkedUrl?: URL,
): SourceReading | null {
  const things = linkedUrl ? productAt(products, linkedUrl, facts.url) : mainProduct(products, facts)
  const [first] = [...things.filter(isGroup), ...things]
  if (!first) return null
  const names = [first, ...things].map(({ name }) => cleanTitle(textOf(name)))
  const { price, isZero } = offeredPrice(things, products, linkedUrl ? { ...facts, url: linkedUrl } : facts)
  const numbers = [first, ...things].map(productNumberOf)
  return {
    title: names.find((name) => name !== null) ?? null,
    price,
    ...(isZero && { isZero }),
    productNumber: numbers.find((number) => number !== null) ?? null,
  }
}
