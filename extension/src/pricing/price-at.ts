import type { Offer, PriceTier } from '@find-on-1688/shared'
import { isMatchGone, type KnownOffer, matchedVariants, variantsOf } from '../model/variant-match.ts'
import { Decimal } from './decimal.ts'

/** Yuan as decimal strings. `high` is `null` if nothing says that no variant costs more. */
export interface PriceRange {
  low: string
  high: string | null
}

/** The next tier with a lower price, the saving per piece, and the total of its minimum. Yuan as decimal strings. */
interface NextTier {
  minQuantity: number
  price: string
  saves: string
  total: string
}

/** A larger order that costs less than the one asked for. Yuan as decimal strings. */
interface CheaperOrder {
  quantity: number
  unitPrice: string
  total: string
}

/**
 * What is known of the price of an offer at a quantity. Yuan as decimal strings.
 *
 * - `tiers`: the price tiers of the offer are known.
 * - `anyQuantity`: one price for all quantities from the minimum; of the variants that are the searched product, if that is
 *   known.
 * - `variants`: each variant has a price of its own for all quantities, from lowest to highest in `variantPrices`; of those
 *   that are the searched product or, if that is not known, of all: the lowest is often that of an accessory.
 * - `list`: only `listPrice` is known, and nothing says for which quantity it holds.
 * - `unknown`: no price at all, or none that may not be that of another variant.
 */
export interface PriceAt {
  basis: 'tiers' | 'anyQuantity' | 'variants' | 'list' | 'unknown'
  /** The price of each piece at the quantity itself; `null` unless the offer says so. */
  unitPrice: string | null
  /** What the quantity costs at `unitPrice`. */
  total: string | null
  /** Where the quantity is below the minimum: the price of the least that can be ordered. */
  atMinimum: { quantity: number; unitPrice: string } | null
  variantPrices: { low: string; high: string } | null
  listPrice: PriceRange | null
  /** Whether so few cannot be ordered; `null` if no minimum is known. */
  belowMinimum: boolean | null
  nextTier: NextTier | null
  cheaperOrder: CheaperOrder | null
}

/** The price at a quantity of whole pieces, from 1. The unit (`件`, `套`) is only a label: a set counts as one piece. */
export function priceAt(offer: KnownOffer, quantity: number): PriceAt {
  const minimum = minimumOf(offer)
  const belowMinimum = minimum === null ? null : quantity < minimum
  const nothing = {
    ...{ unitPrice: null, total: null, atMinimum: null, variantPrices: null, listPrice: null },
    ...{ belowMinimum, nextTier: null, cheaperOrder: null },
  }
  const tiers = sortedTiers(offer.priceTiers)
  const [first] = tiers
  if (first) {
    const least = Math.max(quantity, minimum ?? 0)
    const price = priceIn(tiers, least)
    // Between the minimum and the first tier.
    if (price === undefined) return { ...nothing, basis: 'unknown' }
    return {
      ...nothing,
      basis: tiers.length > 1 ? 'tiers' : 'anyQuantity',
      ...(belowMinimum ? { atMinimum: { quantity: least, unitPrice: price } } : known(price, quantity)),
      nextTier: nextTier(tiers, price, quantity),
      cheaperOrder: belowMinimum ? null : cheaperOrder(tiers, quantity, lotSizeOf(offer)),
    }
  }
  const variants = variantPrices(offer)
  if (variants === 'unknown') return { ...nothing, basis: 'unknown' }
  if (variants && !new Decimal(variants.low).eq(variants.high))
    return { ...nothing, basis: 'variants', variantPrices: variants }
  if (variants) {
    const atMinimum = { quantity: minimum ?? quantity, unitPrice: variants.low }
    return {
      ...nothing,
      basis: 'anyQuantity',
      ...(belowMinimum ? { atMinimum } : known(variants.low, quantity)),
    }
  }
  if (offer.price === null) return { ...nothing, basis: 'unknown' }
  return { ...nothing, basis: 'list', listPrice: { low: offer.price, high: offer.priceMax ?? null } }
}

/**
 * The price to show: at the quantity if it is known, otherwise the nearest one that is. The view that shows it says which of
 * them it is.
 */
export function shownPrice({
  unitPrice,
  variantPrices,
  atMinimum,
  listPrice,
}: Pick<PriceAt, 'unitPrice' | 'variantPrices' | 'atMinimum' | 'listPrice'>): PriceRange | null {
  const exact = unitPrice ?? atMinimum?.unitPrice
  if (exact !== undefined) return { low: exact, high: exact }
  return variantPrices ?? listPrice
}

/** What to rank offers by: of a range its high end, because the low one is often the price of an accessory. */
export function rankedPrice(at: PriceAt): Decimal | null {
  const shown = shownPrice(at)
  return shown && new Decimal(shown.high ?? shown.low)
}

/**
 * The smallest order. A stated one counts, whatever tiers there are: a tier from 1 does not override a minimum order of 10, and
 * with a minimum order of 2 the price of fewer than a first tier from 10 is unknown, but they can be ordered. `null` if nothing
 * is known.
 */
export function minimumOf({ minOrder, priceTiers }: Offer): number | null {
  return minOrder ?? sortedTiers(priceTiers)[0]?.minQuantity ?? null
}

function known(unitPrice: string, quantity: number): Pick<PriceAt, 'unitPrice' | 'total'> {
  return { unitPrice, total: totalOf(unitPrice, quantity) }
}

/** By quantity, one tier each: of two prices for the same quantity the higher one counts. */
function sortedTiers(tiers: PriceTier[]): PriceTier[] {
  return tiers
    .toSorted((a, b) => a.minQuantity - b.minQuantity || new Decimal(a.price).cmp(b.price))
    .filter((tier, index, all) => tier.minQuantity !== all[index + 1]?.minQuantity)
}

function nextTier(tiers: PriceTier[], price: string, quantity: number): NextTier | null {
  const next = tiers.find((tier) => tier.minQuantity > quantity && new Decimal(tier.price).lt(price))
  if (!next) return null
  const saves = new Decimal(price).minus(next.price).toFixed()
  return { ...next, saves, total: totalOf(next.price, next.minQuantity) }
}

/** The cheapest of the larger orders that a tier makes cheaper as a whole, in full lots. */
function cheaperOrder(tiers: PriceTier[], quantity: number, lotSize: number): CheaperOrder | null {
  const orderOf = (pieces: number): CheaperOrder[] => {
    const inLots = Math.ceil(pieces / lotSize) * lotSize
    const unitPrice = priceIn(tiers, inLots)
    return unitPrice === undefined ? [] : [{ quantity: inLots, unitPrice, total: totalOf(unitPrice, inLots) }]
  }
  const [asked] = orderOf(quantity)
  if (!asked) return null
  const cheapest = tiers
    .filter(({ minQuantity }) => minQuantity > asked.quantity)
    .flatMap(({ minQuantity }) => orderOf(minQuantity))
    .reduce((least, order) => (new Decimal(order.total).lt(least.total) ? order : least), asked)
  return cheapest === asked ? null : cheapest
}

/** Of the highest tier that the quantity reaches. */
function priceIn(tiers: PriceTier[], quantity: number): string | undefined {
  return tiers.findLast(({ minQuantity }) => minQuantity <= quantity)?.price
}

/**
 * From the lowest to the highest. Unknown if one of them is, or if the searched one is gone: it may be above or below the others, and a list price may be that
 * of another variant. `null` if there are none, or if the page has a price for all of them only.
 */
function variantPrices(offer: KnownOffer): { low: string; high: string } | 'unknown' | null {
  if (isMatchGone(offer)) return 'unknown'
  const matched = matchedVariants(offer)
  const prices = (matched.length > 0 ? matched : variantsOf(offer)).map(({ price }) => price)
  const sorted = prices
    .filter((price) => price !== null)
    .toSorted((one, other) => new Decimal(one).cmp(other))
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low !== undefined && high !== undefined && sorted.length === prices.length) return { low, high }
  return sorted.length > 0 || matched.length > 0 ? 'unknown' : null
}

function lotSizeOf(offer: KnownOffer): number {
  return ('lotSize' in offer && offer.lotSize) || 1
}

function totalOf(unitPrice: string, quantity: number): string {
  return new Decimal(unitPrice).times(String(quantity)).toFixed()
}
