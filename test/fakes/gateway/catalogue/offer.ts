import type { Product } from './product.ts'
import type { Random } from './random.ts'
import { seeded } from './random.ts'
import { SUPPLIERS, type Supplier } from './suppliers.ts'
import { type Terms, termsOf } from './terms.ts'
import { chineseTitle, englishTitle } from './titles.ts'

export interface PriceTier {
  minQuantity: number
  /** yuan, two decimals */
  price: string
}

interface Variant {
  /** 13 digits */
  skuId: string
  size: string
  /** yuan, two decimals */
  price: string
}

export interface Offer {
  /** 12 digits */
  offerId: string
  productId: string
  title: string
  titleTranslated: string
  /** yuan, two decimals: the first step's */
  price: string
  priceTiers: PriceTier[]
  /** Priced by variant: `price` is that of the cheapest. Empty if all cost the same. */
  variants: Variant[]
  minOrder: number
  unit: string
  supplier: Supplier
  monthSold: number
  /** `13%` */
  repurchaseRate: string
  patented: boolean
  weightKg: number
  sizeCm: [length: number, width: number, height: number]
  /** the picture's name on the picture host, without `.jpg` */
  picture: string
  detailUrl: string
  terms: Terms
}

export function makeOffer(product: Product, number: number): Offer {
  const random = seeded(`offer ${product.id} ${number}`)
  const offerId = `${random.whole(52, 89)}${String(random.whole(0, 99999)).padStart(5, '0')}${String(random.whole(0, 99999)).padStart(5, '0')}`
  const supplier = random.pick(SUPPLIERS)
  const priceTiers = steps(product, supplier, random)
  const [first] = priceTiers
  const price = first?.price ?? yuan(product.yuan * supplier.priceLevel * random.between(0.95, 1.05))
  const side = 12 + 30 * Math.cbrt(product.weightKg)
  const offer = {
    offerId,
    productId: product.id,
    title: chineseTitle(product, random),
    titleTranslated: englishTitle(product, random),
    price,
    priceTiers,
    variants: priceTiers.length > 0 ? [] : variants(offerId, price),
    minOrder: first?.minQuantity ?? 1,
    unit: product.unit,
    supplier,
    monthSold: Math.round(10 ** random.between(0.6, 4.1)),
    repurchaseRate: `${random.whole(4, 46)}%`,
    patented: random.chance(0.06),
    weightKg: product.weightKg,
    sizeCm: [
      Math.round(side),
      Math.round(side * random.between(0.5, 0.9)),
      Math.round(side * random.between(0.2, 0.6)),
    ] as [number, number, number],
    picture: `O1CN01${random.whole(36 ** 7, 36 ** 8 - 1).toString(36)}_!!0-0-cib`,
    detailUrl: `https://detail.1688.com/offer/${offerId}.html`,
  } satisfies Omit<Offer, 'terms'>
  return { ...offer, terms: termsOf(offer, product) }
}

/** Most offers have two or three steps, cheaper by the quantity; some have none. */
function steps(product: Product, supplier: Supplier, random: Random): PriceTier[] {
  const count = random.chance(0.12) ? 0 : random.whole(2, 3)
  const first =
    product.yuan > 200 ? 1 : product.yuan > 40 ? random.pick([1, 2, 3]) : random.pick([2, 5, 10, 20])
  const level = product.yuan * supplier.priceLevel * random.between(0.95, 1.05)
  let [quantity, factor] = [first, 1]
  return Array.from({ length: count }, () => {
    const step = { minQuantity: quantity, price: yuan(level * factor) }
    quantity *= random.pick([5, 10])
    factor *= random.between(0.86, 0.95)
    return step
  })
}

/** Of the offers without steps about half are priced by variant; the others have one price for any quantity. */
function variants(offerId: string, price: string): Variant[] {
  const random = seeded(`variants of ${offerId}`)
  if (random.chance(0.5)) return []
  return ['S', 'M', 'L'].map((size, at) => ({
    skuId: `5${offerId.slice(1)}${at}`,
    size,
    price: at === 0 ? price : yuan(Number(price) * random.between(1.1, 2)),
  }))
}

function yuan(amount: number): string {
  return Math.max(0.05, amount).toFixed(2)
}
