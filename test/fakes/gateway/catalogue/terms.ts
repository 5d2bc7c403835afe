import type { Product } from './product.ts'
import { seeded } from './random.ts'

/** What a seller says of an offer besides title, price and quantity. */
export interface Terms {
  /** How the price is written: `12.30`, `¥12.30`, `10.90-12.30`, or 面议, to be negotiated. */
  priceForm: 'plain' | 'sign' | 'range' | 'negotiable'
  /** Without one, only the translation is given. */
  hasChineseTitle: boolean
  promotionPrice: string | null
  /** Of a single piece sent to the buyer's customer; `null` if the seller sends none. */
  dropshipPrice: string | null
  isPostageFree: boolean
  shipsWithinHours: 24 | 48 | null
  takesBackFor7Days: boolean
  /** Of 30 days, in percent. */
  qualityRefunds: number
  /** Up to 5. */
  serviceScore: number
  tradeScore: string
  categories: [top: number, second: number, third: number]
  status: string
  /** Whether its page can be asked for: some fail every time. */
  hasDetail: boolean
  /** Pieces, of an offer without variants; 0 is sold out, and `null` is not said. */
  stock: number | null
  lotSize: number | null
  mixedOrder: { amount: number; pieces: number } | null
  certificate: { name: string; code: string } | null
  soldEver: number
  /** Where the weight is told: in the usual place, as officially measured, or by variant alone. */
  weighed: 'usual' | 'official' | 'variant'
  /** The first step of the price starts at 0, as some do. */
  startsAtZero: boolean
}

/**
 * Products of these kinds have the forms that make an offer harder to read or to buy: no price, no Chinese title, delisted.
 * The demo shop sells others, so that what a person sees there first is usual.
 */
const WITH_RARE_FORMS = ['kitchen', 'household', 'tools', 'instruments', 'festive', 'stationery']
/** Every documented status but `published`. */
export const NOT_FOR_SALE = [
  'member expired',
  'auto expired',
  'expired',
  'member deleted',
  'deleted',
  'TBD',
  'approved',
  'auditing',
  'untread',
]

/** What the terms follow from. */
interface Basics {
  offerId: string
  title: string
  price: string
  priceTiers: readonly unknown[]
  variants: readonly unknown[]
  minOrder: number
  patented: boolean
  monthSold: number
}

export function termsOf(offer: Basics, product: Product): Terms {
  const random = seeded(`terms of ${offer.offerId}`)
  const isRare = WITH_RARE_FORMS.includes(product.kind)
  const price = Number(offer.price)
  const category = seeded(`category ${product.family}`)
  const dropships = offer.minOrder === 1 || offer.title.includes('一件代发') || random.chance(0.2)
  return {
    priceForm: priceForm(offer, isRare ? random.next() : 1, random.chance(0.12)),
    hasChineseTitle: !(isRare && random.chance(0.08)),
    promotionPrice: random.chance(0.2) ? (price * 0.9).toFixed(2) : null,
    dropshipPrice: dropships ? (price * random.between(1.05, 1.3)).toFixed(2) : null,
    isPostageFree: dropships && random.chance(0.3),
    shipsWithinHours: random.pick([24, 48, 48, null]),
    takesBackFor7Days: random.chance(0.4),
    qualityRefunds: random.pick([0, 0, 0.4, 0.9, 2.3, 6.1]),
    serviceScore: random.pick([3.5, 4, 4.5, 4.5, 5]),
    tradeScore: random.pick(['5.0', '5.0', '4.8', '4.6', '']),
    categories: [
      seeded(product.kind).whole(1, 99),
      category.whole(1000, 9999),
      category.whole(100_000, 999_999),
    ],
    status: isRare && random.chance(0.08) ? random.pick(NOT_FOR_SALE) : 'published',
    hasDetail: !(isRare && seeded(`detail of ${offer.offerId}`).chance(0.04)),
    stock:
      isRare && offer.variants.length === 0
        ? seeded(`stock of ${offer.offerId}`).pick([0, 48, 2600, null])
        : null,
    lotSize: random.chance(0.1) ? random.pick([6, 10, 12]) : null,
    mixedOrder: random.chance(0.3) ? { amount: random.pick([300, 500]), pieces: random.pick([0, 10]) } : null,
    certificate: offer.patented
      ? {
          name: '外观专利证书或授权书证书',
          code: `ZL 20${random.whole(15, 24)} 3 0${random.whole(100000, 999999)}.X`,
        }
      : null,
    soldEver: offer.monthSold * random.whole(6, 30),
    weighed: isRare
      ? random.pick(['usual', 'official', 'variant'])
      : random.pick(['usual', 'usual', 'official']),
    startsAtZero: isRare && random.chance(0.05),
  }
}

/** `rarity` from 0 to 1. Where variants have prices of their own it is a range, or only the lowest of them. */
function priceForm(
  { offerId, priceTiers, variants }: Basics,
  rarity: number,
  hasSign: boolean,
): Terms['priceForm'] {
  if (rarity < 0.06) return 'negotiable'
  if (variants.length > 3 && priceTiers.length === 0 && seeded(`bait ${offerId}`).chance(0.5)) return 'plain'
  if ((variants.length > 0 && priceTiers.length === 0) || (rarity < 0.12 && priceTiers.length > 0))
    return 'range'
  return hasSign ? 'sign' : 'plain'
}
