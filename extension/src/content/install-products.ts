import { originalOf } from '../image-url/original.ts'
import { type FoundProduct, readProducts } from '../listing/product-cards/read-products.ts'
import type { PageProduct } from '../model/page-product.ts'

/** A script of its own, as that for listings: no search needs it. */
export function installProductReader(): void {
  if (globalThis.findOn1688) globalThis.findOn1688.products = products
}

/** Each with a picture; without the same product under another address. */
function products(): PageProduct[] {
  const taken = new Set<string>()
  return readProducts(document, new URL(location.href))
    .map(withPicture)
    .filter((product): product is PageProduct => {
      if (!product) return false
      const shown = product.picture.addresses.at(-1)
      const same = shown && `${originalOf(shown)} ${product.title} ${product.price}`
      if (same && taken.has(same)) return false
      if (same) taken.add(same)
      return true
    })
}

function withPicture({ pictures, address, isAd, ...product }: FoundProduct): PageProduct | null {
  const picture = globalThis.findOn1688?.cardPicture(pictures, address)
  return picture ? { ...product, picture, ...(isAd && { isAd }) } : null
}
