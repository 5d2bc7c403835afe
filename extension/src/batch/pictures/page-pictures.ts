import { readPagePicture } from '../../image/acquire.ts'
import { permissionFor } from '../../image/fetch.ts'
import type { ProductInput } from '../../model/batch.ts'
import { AppError } from '../../model/failure.ts'
import type { PageProduct } from '../../model/page-product.ts'
import type { Source } from '../../model/picture.ts'
import { readAddress } from './read-address.ts'
import { type PictureToRead, RowError } from './row-picture.ts'

/** The tab that shows the products. */
export interface ProductTab {
  tabId: number
  windowId: number
}

/** A product of a page as it comes into a list. */
export function inputOfProduct(product: PageProduct): ProductInput {
  const { title, productNumber, link, price, priceTo, isFrom, currency, picture } = product
  const address = addressOf(picture.addresses)
  return {
    ...{ line: null, own: [], title, productNumber, link, price, currency },
    ...(priceTo && { priceTo }),
    ...(isFrom && { isFrom }),
    ...{ quantity: null, weightKg: null },
    picture: address ? { kind: 'address', address } : { kind: 'none' },
  }
}

/** How the pictures of a page's products are read, each for the row with its index. */
export function pagePictures(
  products: readonly PageProduct[],
  tab: ProductTab,
  indexes: readonly number[] = products.map((_, index) => index),
): PictureToRead[] {
  return indexes.flatMap((index) => {
    const product = products[index]
    return product
      ? [{ indexes: [index], read: (signal: AbortSignal) => readPicture(signal, sourceOf(product, tab)) }]
      : []
  })
}

/** As the click's grant allows it, or else the grant of the picture's website, which the failure names. */
async function readPicture(signal: AbortSignal, source: Source): Promise<Blob> {
  try {
    return await readPagePicture(signal, source)
  } catch (error) {
    signal.throwIfAborted()
    const address = addressOf(source.addresses)
    if (address) return readAddress(signal, address)
    // Only the page has a `blob:`. Otherwise a picture that fails with a reason has one of its own, such as a damaged file.
    const isThePages = source.addresses.at(-1)?.startsWith('blob:')
    throw error instanceof AppError && !isThePages ? error : new RowError('page_gone')
  }
}

function sourceOf({ picture }: PageProduct, { tabId, windowId }: ProductTab): Source {
  const { id, addresses, larger, placement, pending, width, height } = picture
  return {
    ...{ addresses, tabId, windowId, frameId: 0, incognito: false, pictureId: id },
    ...(larger && { larger }),
    ...(placement && { placement }),
    ...(pending ? { pending } : width > 0 && { shown: { width, height } }),
  }
}

/** Of the shown version, where it is one that can be read later too. */
function addressOf(addresses: readonly string[]): string | undefined {
  const shown = addresses.at(-1)
  return shown && permissionFor(shown) ? shown : undefined
}
