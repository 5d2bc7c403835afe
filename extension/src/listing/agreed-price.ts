import type { SourceReading } from './page/types.ts'
import type { ReadPrice } from './prices/read-price.ts'
import { isSame } from './shown/chosen-price.ts'
import type { ShownOffer } from './shown/product-area.ts'

/** The price that a page's sources agree on, and whether it was only seen. */
export interface AgreedPrice {
  price: ReadPrice
  isOnlyShown: boolean
}

/**
 * The price of the product from what the page states for machines and what it shows to people. Where they differ, what is
 * shown near the product counts: data is often older, without tax, or of another variant. Where that leaves several, none.
 *
 * @param stated of the same product, most trusted first
 * @param isProduct whether anything but a price says that the page sells one product
 */
export function agreedPrice(
  stated: SourceReading[],
  shown: ShownOffer | null,
  isProduct: boolean,
): AgreedPrice | null {
  if (shown?.isAuction) return shown.price && { price: shown.price, isOnlyShown: true }
  const prices = stated.flatMap(({ price }) => price ?? [])
  const onlyShown = () => (shown?.price ? { price: shown.price, isOnlyShown: true } : null)
  if (prices.length === 0) {
    // A zero beside a price to see: one of the two is not true.
    const isContradicted = stated.some(({ isZero }) => isZero)
    return shown && !shown.isFar && (shown.isStrong || (isProduct && !isContradicted && shown.isClear))
      ? onlyShown()
      : null
  }
  if (!shown || shown.possible.length === 0) return withoutSight(prices)
  const { price: seen } = shown
  if (seen) {
    const match = prices.find((price) => agrees(price, seen))
    if (match) return { price: merged(match, seen), isOnlyShown: false }
    // A single price within the range is that of the variant on show.
    if (prices.some((price) => contains(price, seen))) return { price: seen, isOnlyShown: true }
    const beside = prices.find((price) => shown.possible.some((each) => agrees(price, each)))
    if (beside && !shown.isSale) return { price: beside, isOnlyShown: false }
    // What stands closer, and was taken for another price, may be the one after all.
    const closer = prices.find((price) => shown.isFar && shown.others.some((each) => agrees(price, each)))
    if (closer) return { price: closer, isOnlyShown: false }
    const elsewhere = prices.find((price) => shown.farther.some((each) => agrees(price, each)))
    if (elsewhere && !shown.isStrong) return { price: elsewhere, isOnlyShown: false }
    const isOld = prices.every((price) => shown.struck.some((each) => agrees(price, each)))
    return !shown.isFar && (shown.isNamed || isOld) ? onlyShown() : null
  }
  const possible = prices.find((price) => shown.possible.some((each) => agrees(price, each)))
  return possible ? { price: possible, isOnlyShown: false } : null
}

/** Nothing to compare with: the price if all sources state the same one. */
function withoutSight(prices: ReadPrice[]): AgreedPrice | null {
  const [first] = prices
  if (!first) return null
  const widest = prices.find(({ to }) => to !== null) ?? first
  const isAgreed = prices.every((price) => agrees(price, first) || contains(widest, price))
  const currencies = new Set(prices.flatMap(({ currency }) => currency ?? []))
  return isAgreed && currencies.size < 2
    ? { price: { ...widest, currency: widest.currency ?? [...currencies][0] ?? null }, isOnlyShown: false }
    : null
}

/** The same low end, and no other high end or currency. */
function agrees(a: ReadPrice, b: ReadPrice): boolean {
  return (
    isSame(a.amount, b.amount) &&
    (a.to === null || b.to === null || isSame(a.to, b.to)) &&
    (a.currency === null || b.currency === null || a.currency === b.currency)
  )
}

function contains(range: ReadPrice, { amount, to }: ReadPrice): boolean {
  const [low, high] = [Number(range.amount), Number(range.to ?? range.amount)]
  return Number(amount) >= low && Number(to ?? amount) <= high
}

/** What is shown decides whether it is a range, unless it only says where one begins; the data knows the currency that a bare mark does not tell. */
function merged(stated: ReadPrice, seen: ReadPrice): ReadPrice {
  if (seen.isFrom && stated.to !== null) return stated
  const { mark: _, ...price } = { ...seen, currency: seen.currency ?? stated.currency }
  return price.currency === null ? seen : price
}
