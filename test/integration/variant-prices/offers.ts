import { makeOffer, type Offer } from '../../fakes/gateway/catalogue/offer.ts'
import { allProducts, type Product } from '../../fakes/gateway/catalogue/product.ts'
import { type OfferPhoto, photosOf } from '../../fakes/gateway/catalogue/shoot.ts'
import type { Variant } from '../../fakes/gateway/catalogue/variants.ts'

/** How the variants of an offer are priced, and how many such offers there are among the thousand. */
export const GROUPS = {
  'with an accessory': 400,
  'with a pack': 150,
  'colours, each at its price': 100,
  'sizes, each at its price': 150,
  'colours, priced by quantity': 150,
  'no variants': 50,
} as const
export type Group = keyof typeof GROUPS

/** Which photo is searched, and which variants show it: none if it is of another product. */
interface Searched {
  kind: 'own photo' | "another colour's photo" | "another product's photo"
  /** Of whom the photo is. */
  of: Photographed
  variant: Variant | undefined
  shown: Variant[]
}

export interface Photographed {
  product: Product
  photo: OfferPhoto
  /** The same for the same photo. */
  photoName: string
}

export interface Sample extends Photographed {
  group: Group
  offer: Offer
  searched: Searched
}

/** Not all products: to draw and to hash their photos is most of the work. */
const EVERY = 5

/** A thousand offers with known truth, the same ones each time. */
export function makeSamples(): Sample[] {
  const left: Record<Group, number> = { ...GROUPS }
  const products = allProducts().filter((_, at) => at % EVERY === 0)
  const samples: Sample[] = []
  const isDone = () => Object.values(left).every((count) => count === 0)
  for (let number = 0; !isDone(); number++)
    for (const [at, product] of products.entries()) {
      const offer = makeOffer(product, number)
      const group = groupOf(offer)
      if (left[group] === 0) continue
      left[group]--
      const photographed = photographedAs(product)
      const other = otherThan(offer, products.slice(at + 7).concat(products))
      const searched = searchedFor(offer, photographed, photographedAs(other), samples.length)
      samples.push({ ...photographed, group, offer, searched })
    }
  return samples
}

/** A product that none of the offer's accessories is: some offers sell a gift box beside, which others sell alone. */
function otherThan({ variants, productId }: Offer, products: Product[]): Product {
  const accessories = variants.flatMap(({ picture }) => (picture?.kind === 'accessory' ? picture.emoji : []))
  return products.find(({ id, emoji }) => id !== productId && !accessories.includes(emoji)) as Product
}

function photographedAs(product: Product): Photographed {
  const photos = photosOf(product)
  const index = product.emoji.charCodeAt(4) % 2
  return { product, photo: photos[index] as OfferPhoto, photoName: product.id }
}

function groupOf({ variants, priceTiers }: Offer): Group {
  if (variants.length === 0) return 'no variants'
  if (priceTiers.length > 0) return 'colours, priced by quantity'
  if (variants.some(isAccessory)) return 'with an accessory'
  if (variants.some(isPack)) return 'with a pack'
  return variants.every(({ isShown }) => isShown) ? 'sizes, each at its price' : 'colours, each at its price'
}

/** By its price, as a buyer would: nothing else costs a fifth of the product or less. */
function isAccessory({ price }: Variant, _at: number, all: Variant[]): boolean {
  return (
    Number(price) <= 0.25 * Math.max(...all.filter(({ isShown }) => isShown).map((one) => Number(one.price)))
  )
}

function isPack({ attributes }: Variant): boolean {
  return attributes.some(({ valueTrans }) => valueTrans.startsWith('Pack of'))
}

/** Most people search with the photo of the offer; one in six with that of another colour, one in six with another photo. */
function searchedFor(offer: Offer, own: Photographed, other: Photographed, turn: number): Searched {
  const colours = offer.variants.filter(({ picture }) => picture?.kind === 'colour')
  const colour = colours[turn % Math.max(1, colours.length)]
  if (turn % 6 === 1 && colour)
    return { kind: "another colour's photo", of: own, variant: colour, shown: [colour] }
  if (turn % 6 === 2) return { kind: "another product's photo", of: other, variant: undefined, shown: [] }
  return {
    kind: 'own photo',
    of: own,
    variant: undefined,
    shown: offer.variants.filter(({ isShown }) => isShown),
  }
}
