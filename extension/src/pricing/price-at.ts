import type { Offer, PriceTier } from '@find-on-1688/shared'
import { Decimal } from './decimal.ts'

/** The next tier with a lower price, and the saving per piece. Yuan as decimal strings. */
interface NextTier {
  minQuantity: number
  price: string
  saves: string
}

/** The price of an offer at a quantity. Yuan as decimal strings. */
export interface PriceAt {
  unitPrice: string | null
  /** For that quantity, even if it is below the minimum. */
  total: string | null
  /** Whether the quantity is too small for that price; `null` if no minimum is known. */
  belowMinimum: boolean | null
  /** If false, `unitPrice` is the only known price: of the cheapest variant at some quantity. */
  tiersKnown: boolean
  nextTier: NextTier | null
}

/**
 * The price at a quantity of whole pieces, from 1. The unit (`件`, `套`) is only a label: a set counts as one piece.
 *
 * Below the first tier the price is that of the first tier, the nearest known one, and `belowMinimum` is true.
 */
export function priceAt(offer: Offer, quantity: number): PriceAt {
  const tiers = sortedTiers(offer.priceTiers)
  const tier = tiers.findLast(({ minQuantity }) => minQuantity <= quantity) ?? tiers[0]
  const unitPrice = tier?.price ?? offer.price
  const minimum = minimumOf(offer)
  return {
    unitPrice,
    total: unitPrice === null ? null : new Decimal(unitPrice).times(String(quantity)).toFixed(),
    belowMinimum: minimum === null ? null : quantity < minimum,
    tiersKnown: tiers.length > 0,
    nextTier: tier ? nextTier(tiers, tier.price, quantity) : null,
  }
}

/**
 * The smallest quantity with a known price. If minimum order and first price tier differ, the larger one counts: a tier from
 * 1 does not override a minimum order of 10, and with a minimum order of 2 a first tier from 10 has no price for less. `null`
 * if neither is known.
 */
export function minimumOf({ minOrder, priceTiers }: Offer): number | null {
  const first = sortedTiers(priceTiers)[0]?.minQuantity
  if (first === undefined) return minOrder
  return minOrder === null ? first : Math.max(minOrder, first)
}

/** By quantity, one tier each: of two prices for the same quantity the higher one counts. */
function sortedTiers(tiers: PriceTier[]): PriceTier[] {
  return tiers
    .toSorted((a, b) => a.minQuantity - b.minQuantity || new Decimal(a.price).cmp(b.price))
    .filter((tier, index, all) => tier.minQuantity !== all[index + 1]?.minQuantity)
}

function nextTier(tiers: PriceTier[], price: string, quantity: number): NextTier | null {
  const next = tiers.find((tier) => tier.minQuantity > quantity && new Decimal(tier.price).lt(price))
  return next ? { ...next, saves: new Decimal(price).minus(next.price).toFixed() } : null
}
