import type { Offer, PriceTier } from '@find-on-1688/shared'
import { Decimal } from './decimal.ts'

/** A step further up that costs less, and how much less each piece. Yuan as decimal strings. */
export interface NextTier {
  minQuantity: number
  price: string
  saves: string
}

/** What an offer costs at a quantity. Yuan as decimal strings. */
export interface PriceAt {
  unitPrice: string | null
  /** For the quantity asked for, also where the supplier would not sell so few. */
  total: string | null
  /** Fewer than the supplier sells at that price; `null` where it says no minimum. */
  belowMinimum: boolean | null
  /** Where not, `unitPrice` is the one price that is told, of the cheapest variant at some quantity. */
  stepsKnown: boolean
  nextStep: NextTier | null
}

/**
 * The price at a quantity of whole pieces, from 1. The unit (`件`, `套`) is only a word: a set stays one piece.
 *
 * A quantity under the first step has the price of the first step, which is the nearest that is told; `belowMinimum`
 * says that it cannot be had for it.
 */
export function priceAt(offer: Offer, quantity: number): PriceAt {
  const steps = inOrder(offer.priceTiers)
  const step = steps.findLast(({ minQuantity }) => minQuantity <= quantity) ?? steps[0]
  const unitPrice = step?.price ?? offer.price
  const minimum = minimumOf(offer)
  return {
    unitPrice,
    total: unitPrice === null ? null : new Decimal(unitPrice).times(String(quantity)).toFixed(),
    belowMinimum: minimum === null ? null : quantity < minimum,
    stepsKnown: steps.length > 0,
    nextStep: step ? nextStep(steps, step.price, quantity) : null,
  }
}

/**
 * From how many pieces on an offer can be had at a price that is told. Where the minimum order and the first price step
 * differ, the larger one holds: a step from 1 does not lift the supplier's minimum of 10, and a minimum of 2 names no
 * price for what is below a first step from 10. `null` where neither is told.
 */
export function minimumOf({ minOrder, priceTiers }: Offer): number | null {
  const first = inOrder(priceTiers)[0]?.minQuantity
  if (first === undefined) return minOrder
  return minOrder === null ? first : Math.max(minOrder, first)
}

/** From the smallest quantity up, one a quantity: of two prices for the same one the dearer counts. */
function inOrder(tiers: PriceTier[]): PriceTier[] {
  return tiers
    .toSorted((a, b) => a.minQuantity - b.minQuantity || new Decimal(a.price).cmp(b.price))
    .filter((tier, index, all) => tier.minQuantity !== all[index + 1]?.minQuantity)
}

function nextStep(steps: PriceTier[], price: string, quantity: number): NextTier | null {
  const step = steps.find((step) => step.minQuantity > quantity && new Decimal(step.price).lt(price))
  return step ? { ...step, saves: new Decimal(price).minus(step.price).toFixed() } : null
}
