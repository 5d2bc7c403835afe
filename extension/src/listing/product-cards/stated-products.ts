import { pageKey } from '../page/page-url.ts'
import type { PageFacts, SourceReading } from '../page/types.ts'
import { urlsOf } from '../structured-data/main-product.ts'
import { type Product, type StructuredProducts, structuredProducts } from '../structured-data/products.ts'
import { readProduct } from '../structured-data/read-structured-data.ts'

/** What one kind of structured data says about the products of a page, by the addresses of their own pages. */
export class StatedProducts {
  readonly all: StructuredProducts
  readonly #facts: PageFacts
  readonly #byPage = new Map<string, Set<Product>>()

  /** @param documents parsed JSON */
  constructor(documents: unknown[], facts: PageFacts) {
    this.all = structuredProducts(documents)
    this.#facts = facts
    for (const product of this.all.products)
      for (const url of urlsOf(product.thing, facts.url)) {
        const key = pageKey(url)
        this.#byPage.set(key, (this.#byPage.get(key) ?? new Set()).add(product))
      }
  }

  /** About the product at an address. */
  at(url: URL): SourceReading | null {
    const products = [...(this.#byPage.get(pageKey(url)) ?? [])]
    return products.length > 0 ? readProduct({ ...this.all, products }, this.#facts, url) : null
  }
}
