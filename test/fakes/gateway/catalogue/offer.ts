import type { Product } from './product.ts'
import type { Random } from './random.ts'
import { seeded } from './random.ts'
import { SUPPLIERS, type Supplier } from './suppliers.ts'
import { type Terms, termsOf } from './terms.ts'
import { chineseTitle, englishTitle } from './titles.ts'
import { type Variant, variantsOf } from './variants.ts'

export interface PriceTier {
  minQuantity: number
  /** yuan, two decimals */
  price: string
}

export interface Offer {
  /** 12 digits */
  offerId: string
  productId: string
  title: string
  titleTranslated: string
  /** Yuan, two decimals: of the first tier, or of the cheapest variant, whatever that is. */
  price: string
  priceTiers: PriceTier[]
  /** With prices of their own, unless there are price tiers. */
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

/** @param seller who sells it; anyone by default */
export function makeOffer(product: Product, number: number, seller?: Supplier): Offer {
  const random = seeded(`offer ${product.id} ${number}`)
  const offerId = `${random.whole(52, 89)}${String(random.whole(0, 99999)).padStart(5, '0')}${String(random.whole(0, 99999)).padStart(5, '0')}`
  const anyone = random.pick(SUPPLIERS)
  const supplier = seller ?? anyone
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
  } satisfies Omit<Offer, 'terms' | 'variants'>
  const variants = variantsOf(offer, product)
  const cheapest = variants.map(({ price }) => price).sort((one, other) => Number(one) - Number(other))[0]
  const priced = { ...offer, variants, price: cheapest ?? price }
  return { ...priced, terms: termsOf(priced, product) }
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

function yuan(amount: number): string {
  return Math.max(0.05, amount).toFixed(2)
}
