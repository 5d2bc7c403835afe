import type { DetailedOffer, OfferVariant, PriceTier } from '@find-on-1688/shared'
import { isPartOfLook } from '../model/variant-groups.ts'
import { type KnownOffer, matchedVariants, variantKey, variantsOf } from '../model/variant-match.ts'
import { Decimal } from './decimal.ts'
import { type PriceAt, type PriceRange, priceAt } from './price-at.ts'

/** A price before and after, in yuan. `list`: nothing says for which quantity it holds. */
interface PriceChange {
  field: 'price'
  basis: 'quantity' | 'variants' | 'list'
  /** Pieces. */
  quantity: number
  from: PriceRange
  to: PriceRange
  direction: 'up' | 'down'
}

/** What is in stock of a variant, or of an offer without any, before and after: pieces. */
export interface StockChange {
  /** `null` for an offer without variants. */
  variant: OfferVariant | null
  from: number
  to: number
}

/** What differs between an offer then and now. */
export type OfferChange =
  /** It can no longer be bought, or can be again. Of an offer from a list it was not known whether it could. */
  | { field: 'status'; to: 'active' | 'unavailable' }
  | PriceChange
  | { field: 'minOrder'; from: number; to: number }
  | { field: 'tiers'; from: PriceTier[]; to: PriceTier[] }
  | { field: 'stock'; variants: StockChange[] }

/** What matters most comes first. A value that either side does not know, or states of something else, has not changed. */
export function offerChanges(before: KnownOffer, after: KnownOffer, quantity: number): OfferChange[] {
  const tiers = tiersChange(before.priceTiers, after.priceTiers)
  return [
    statusChange(statusOf(before), statusOf(after)),
    priceChange(before, after, quantity),
    minOrderChange(before.minOrder, after.minOrder),
    tiers,
    stockChange(before, after),
  ].filter((change) => change !== undefined)
}

type Status = DetailedOffer['status']

function statusOf(offer: KnownOffer): Status {
  return 'status' in offer ? offer.status : undefined
}

function statusChange(from: Status, to: Status): OfferChange | undefined {
  const isGone = to === 'unavailable' && from !== 'unavailable'
  const isBack = to === 'active' && from === 'unavailable'
  return isGone || isBack ? { field: 'status', to } : undefined
}

/** Only prices of the same kind are compared: a list price is no earlier price at a quantity. */
function priceChange(before: KnownOffer, after: KnownOffer, quantity: number): PriceChange | undefined {
  const then = priceAt(withVariantsOf(before, after), quantity)
  const now = priceAt(withVariantsOf(after, before), quantity)
  const exact = (price: string | undefined | null) => (price ? { low: price, high: price } : null)
  const least = then.atMinimum?.quantity
  const isSamePage = 'shipping' in before
  const kinds: [basis: PriceChange['basis'], quantity: number, of: (at: PriceAt) => PriceRange | null][] = [
    ['quantity', quantity, ({ unitPrice }) => exact(unitPrice)],
    [
      'quantity',
      least ?? quantity,
      ({ atMinimum }) => exact(atMinimum?.quantity === least ? atMinimum?.unitPrice : null),
    ],
    ['variants', quantity, ({ variantPrices }) => variantPrices],
    ['list', quantity, ({ listPrice }) => (isSamePage ? listPrice : null)],
  ]
  for (const [basis, pieces, of] of kinds) {
    const [from, to] = [of(then), of(now)]
    if (!from || !to) continue
    const order = compareRanges(from, to)
    return order === 0
      ? undefined
      : { field: 'price', basis, quantity: pieces, from, to, direction: order > 0 ? 'up' : 'down' }
  }
  return undefined
}

/**
 * With only the variants that the other side has too: where an accessory is added, nothing has become cheaper. Where there are none,
 * its price is unknown, because that of the whole may be the price of any.
 */
function withVariantsOf(offer: KnownOffer, other: KnownOffer): KnownOffer {
  if (variantsOf(offer).every(({ price }) => price === null)) return offer
  const [own, others] = [uniqueVariants(offer), uniqueVariants(other)]
  const variants = [...own].filter(([key]) => others.has(key)).map(([, variant]) => variant)
  return { ...offer, variants, ...(variants.length === 0 && { price: null }) }
}

/** Which way a range has moved, first of all its low end; 0 also where only an end that is not known differs. */
function compareRanges(from: PriceRange, to: PriceRange): number {
  const order = new Decimal(to.low).cmp(from.low)
  if (order !== 0 || from.high === null || to.high === null) return order
  return new Decimal(to.high).cmp(from.high)
}

function minOrderChange(from: number | null, to: number | null): OfferChange | undefined {
  return from !== null && to !== null && from !== to ? { field: 'minOrder', from, to } : undefined
}

function tiersChange(from: PriceTier[], to: PriceTier[]): OfferChange | undefined {
  const text = (tiers: PriceTier[]) =>
    tiers
      .map(({ minQuantity, price }) => `${minQuantity} ${new Decimal(price).toFixed()}`)
      .toSorted()
      .join()
  const isKnown = from.length > 0 && to.length > 0
  return isKnown && text(from) !== text(to) ? { field: 'tiers', from, to } : undefined
}

/**
 * Of the variants that are the searched product, or else of all, whose stock is known on both sides, and that nothing else on
 * either side looks like. Nor of those that stand for others on each side.
 */
function stockChange(before: KnownOffer, after: KnownOffer): OfferChange | undefined {
  const [then, now] = [byKey(before), byKey(after)]
  const changed = (variant: OfferVariant | null, from: Stock, to: Stock): StockChange[] =>
    from == null || to == null || from === to ? [] : [{ variant, from, to }]
  const variants = [
    ...changed(null, wholeStockOf(before), wholeStockOf(after)),
    ...[...now].flatMap(([key, variant]) =>
      isPartOfLook(variant) ? [] : changed(variant, then.get(key)?.stock, variant.stock),
    ),
  ]
  // Sold out, or back in stock, before more or fewer.
  const isTurn = ({ from, to }: StockChange) => from === 0 || to === 0
  const sorted = variants.toSorted((one, other) => Number(isTurn(other)) - Number(isTurn(one)))
  return sorted.length > 0 ? { field: 'stock', variants: sorted } : undefined
}

type Stock = number | null | undefined

/** Of an offer without variants. */
function wholeStockOf(offer: KnownOffer): Stock {
  return 'stock' in offer && variantsOf(offer).length === 0 ? offer.stock : null
}

function byKey(offer: KnownOffer): Map<string, OfferVariant> {
  const matched = matchedVariants(offer).map(variantKey)
  const isCounted = (key: string) => matched.length === 0 || matched.includes(key)
  return new Map([...uniqueVariants(offer)].filter(([key]) => isCounted(key)))
}

/** Those that nothing else in the offer looks like. */
function uniqueVariants(offer: KnownOffer): Map<string, OfferVariant> {
  const keys = variantsOf(offer).map(variantKey)
  const isUnique = (key: string) => keys.indexOf(key) === keys.lastIndexOf(key)
  return new Map(
    variantsOf(offer)
      .map((each) => [variantKey(each), each] as const)
      .filter(([key]) => isUnique(key)),
  )
}
