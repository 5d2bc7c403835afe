import sharp from 'sharp'
import type { Catalogue, Offer } from '../gateway/catalogue/index.ts'
import { seeded } from '../gateway/catalogue/random.ts'
import { unknownPictures } from '../gateway/match/unknown.ts'

/** A product that a seller lists, with its picture and what 1688 has for it. */
export interface ListedProduct {
  /** With leading zeros, as spreadsheets lose them. */
  productNumber: string
  title: string
  /** Decimal string in US dollars. */
  price: string
  quantity: number
  fileName: string
  /** A small JPEG, different from that of every other product. */
  jpeg: Buffer
  /** The offer whose photo the seller has taken; `null` where nobody sells the product. */
  photoOf: string | null
  /** All offers of the product. */
  offerIds: string[]
}

/** Every so many products, one is sold by nobody. */
const UNSOLD_EVERY = 20
const AT_ONCE = 4

/**
 * As many products as wanted, the same ones on every machine. Their pictures are the catalogue's photos as sellers publish
 * them: smaller, encoded again, a little cut.
 */
export async function listProducts(catalogue: Catalogue, count: number): Promise<ListedProduct[]> {
  const random = seeded('product list')
  const offers = shuffled(catalogue.offers, random.next)
  // One-coloured ones show nothing, and are not searched at all.
  const unknown = [...(await unknownPictures()).entries()].filter(([name]) => !/^(white|black)$/.test(name))
  const products: ListedProduct[] = []
  const make = async (at: number) => {
    const productNumber = String(at + 1).padStart(6, '0')
    const isSold = at % UNSOLD_EVERY !== UNSOLD_EVERY - 1
    const offer = isSold ? offers[at % offers.length] : undefined
    const other = unknown[Math.floor(at / UNSOLD_EVERY) % unknown.length]
    const bytes = offer ? await catalogue.picture(offer.picture) : other?.[1]
    if (!bytes) throw new Error(`no picture for product ${at}`)
    const product = offer && productOf(catalogue, offer)
    const yuan = product?.product.yuan ?? 20
    products[at] = {
      productNumber,
      title: `${product?.product.english ?? `Thing of ${other?.[0]}`}, No. ${at + 1}`,
      price: ((yuan / 7) * 3).toFixed(2),
      quantity: [10, 50, 100, 500][at % 4] ?? 10,
      fileName: `${productNumber}.jpg`,
      jpeg: await asPublished(bytes, at),
      photoOf: offer?.offerId ?? null,
      offerIds: product?.offerIds ?? [],
    }
  }
  const waiting = Array.from({ length: count }, (_, at) => at).values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const at of waiting) await make(at)
    }),
  )
  return products
}

/** No two of 500 are alike in side and quality together, so no two files are. */
async function asPublished(bytes: Buffer, at: number): Promise<Buffer> {
  const side = 400 + (at % 50) * 4
  const quality = 78 + (Math.floor(at / 50) % 12)
  return sharp(bytes).resize(side, side, { fit: 'inside' }).flatten().jpeg({ quality }).toBuffer()
}

function productOf(catalogue: Catalogue, { offerId }: Offer) {
  for (const product of catalogue.products) {
    const offerIds = catalogue.offersOf(product.id).map((offer) => offer.offerId)
    if (offerIds.includes(offerId)) return { product, offerIds }
  }
  return undefined
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, place: next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
