import type { PageFacts } from './facts.ts'
import { textOf } from './linked-data.ts'
import { isGroup, mainProduct, productAt } from './main-product.ts'
import { offeredPrice } from './offered-price.ts'
import { productNumberOf } from './product-number.ts'
import { catalogueOf } from './products.ts'
import { type SourceReading, titleOf } from './reading.ts'

/**
 * What structured data, as parsed JSON, says of the product that a page is about; or with `linked`, of the one at that
 * address, which may be any of the page's.
 */
export function readStructured(documents: unknown[], facts: PageFacts, linked?: URL): SourceReading | null {
  const catalogue = catalogueOf(documents)
  const things = linked ? productAt(catalogue, linked, facts.url) : mainProduct(catalogue, facts)
  const [first] = [...things.filter(isGroup), ...things]
  if (!first) return null
  const names = [first, ...things].map(({ name }) => titleOf(textOf(name)))
  const numbers = [first, ...things].map(productNumberOf)
  return {
    title: names.find((name) => name !== null) ?? null,
    price: offeredPrice(things, catalogue, linked ? { ...facts, url: linked } : facts),
    productNumber: numbers.find((number) => number !== null) ?? null,
  }
}
