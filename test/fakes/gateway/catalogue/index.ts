import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cachedFolder } from '../../../tools/cache.ts'
import { fromIndex, INDEX_FLOATS } from '../match/analyse.ts'
import { type IndexedOffer, matchOffers } from '../match/match.ts'
import { DESCRIPTORS, makePictures } from './make.ts'
import { makeOffer, type Offer } from './offer.ts'
import { pagePictureOf, takePagePicture } from './page-pictures.ts'
import { allProducts, type Product } from './product.ts'
import { resoldOffers } from './resold.ts'
import { type OfferPhoto, photosOf } from './shoot.ts'
import { takeVariantPhoto } from './variant-photo.ts'
import { variantPictureOf } from './variants.ts'

export type { Offer, PriceTier } from './offer.ts'
export type { Product } from './product.ts'

export interface Catalogue {
  products: readonly Product[]
  offers: readonly Offer[]
  product(productId: string): Product | undefined
  offer(offerId: string): Offer | undefined
  offersOf(productId: string): readonly Offer[]
  /** The JPEG of an offer, by the picture's name without `.jpg`. */
  picture(name: string): Promise<Buffer | undefined>
  /** How an offer was photographed. */
  photo(offerId: string): OfferPhoto | undefined
  match: ReturnType<typeof matchOffers>
}

/** The files that make and describe the pictures. A change to any of them makes every picture again. */
const MAKERS = [
  ...['copied-photo', 'cutout', 'make', 'photo', 'scene'].map((name) =>
    join(import.meta.dirname, `${name}.ts`),
  ),
  ...['analyse', 'background', 'border', 'descriptor', 'frame', 'pixels', 'seam', 'subject'].map((name) =>
    join(import.meta.dirname, '..', 'match', `${name}.ts`),
  ),
]

let opened: Promise<Catalogue> | undefined

/** The catalogue, its pictures made at first use and cached on disk. */
export function openCatalogue(): Promise<Catalogue> {
  opened ??= open()
  return opened
}

async function open(): Promise<Catalogue> {
  const products = allProducts()
  const photographed = products.flatMap((product) =>
    photosOf(product).map((photo, number) => ({ product, photo, offer: makeOffer(product, number) })),
  )
  const entries = [...photographed, ...resoldOffers(products)]
  const plan = entries.map(({ product: { emoji, hue }, photo, offer }) => ({
    picture: offer.picture,
    product: { emoji, hue },
    photo,
  }))
  const folder = await cachedFolder('catalogue', { files: MAKERS, plan }, (unfinished) =>
    makePictures(plan, unfinished),
  )
  const file = await readFile(join(folder, DESCRIPTORS))
  const floats = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
  const indexed: IndexedOffer[] = entries.map(({ product, offer }, at) => ({
    product,
    offer,
    ...fromIndex(floats.subarray(at * INDEX_FLOATS, (at + 1) * INDEX_FLOATS)),
  }))
  const byId = new Map(entries.map((entry) => [entry.offer.offerId, entry]))
  const byPicture = new Set(entries.map(({ offer }) => offer.picture))
  return {
    products,
    offers: entries.map(({ offer }) => offer),
    product: (productId) => products.find(({ id }) => id === productId),
    offer: (offerId) => byId.get(offerId)?.offer,
    offersOf: (productId) =>
      entries.filter(({ product }) => product.id === productId).map(({ offer }) => offer),
    picture: async (name) => {
      if (byPicture.has(name)) return readFile(join(folder, `${name}.jpg`))
      const entryOf = (offerPicture: string) => entries.find(({ offer }) => offer.picture === offerPicture)
      const onPage = pagePictureOf(name)
      const shown = onPage && entryOf(onPage.offerPicture)
      if (shown) return takePagePicture(shown.product, shown.photo, onPage.view)
      const variant = variantPictureOf(name)
      const entry = variant && entryOf(variant.offerPicture)
      return entry && takeVariantPhoto(entry.product, entry.photo, variant.picture)
    },
    photo: (offerId) => byId.get(offerId)?.photo,
    match: matchOffers(indexed),
  }
}
