import { isSameVariant } from './main-product.ts'
import type { StructuredProducts } from './products.ts'
import { type ReadPrice, readMachinePrice } from './read-price.ts'
import { nameOf, type Thing, textOf, typesOf, urlOf } from './schema-org.ts'
import type { PageFacts } from './types.ts'

/** Prices other than the one that is paid: https://schema.org/PriceTypeEnumeration */
const UNPAID_TYPES = new Set(
  'ListPrice StrikethroughPrice MSRP SRP RegularPrice InvoicePrice MinimumAdvertisedPrice'.split(' '),
)
const SECOND_HAND = new Set(['UsedCondition', 'RefurbishedCondition', 'DamagedCondition'])

/**
 * The price of one piece in the offers of a product: a range if they differ and the page's URL selects none of them. `things`
 * all describe that product.
 */
export function offeredPrice(
  things: Thing[],
  { resolve }: StructuredProducts,
  facts: PageFacts,
): ReadPrice | null {
  const chosenBy = (each: Thing) => {
    const url = urlOf(each.url ?? each['@id'], facts.url)
    return url !== undefined && isSameVariant(url, facts.url)
  }
  const choose = (all: Thing[]) => (all.some(chosenBy) ? all.filter(chosenBy) : all)

  const offersOf = (thing: Thing): Thing[] => {
    const own = resolve(thing.offers)
    const variants = resolve(thing.hasVariant)
    const useVariants = own.length === 0 || variants.some(chosenBy)
    return useVariants ? choose(variants).flatMap((variant) => resolve(variant.offers)) : own
  }

  const priceOf = (offer: Thing): ReadPrice[] => {
    const value = (amount: unknown, of: Thing) =>
      readMachinePrice(amount, of.priceCurrency ?? offer.priceCurrency, facts.hint)
    if (offer.lowPrice !== undefined || offer.highPrice !== undefined) {
      const low = value(offer.lowPrice, offer)
      const high = value(offer.highPrice, offer)
      if (low) return high && isMore(high, low) ? [{ ...low, to: high.amount }] : [low]
    }
    const specifications = resolve(offer.priceSpecification)
    const paid = specifications.filter(isPaid)
    const listed = specifications.filter((each) => UNPAID_TYPES.has(nameOf(textOf(each.priceType))))
    const isListed = listed.some(({ price }) => textOf(price) === textOf(offer.price))
    const sale = paid.find(({ priceType }) => nameOf(textOf(priceType)) === 'SalePrice')
    const says = sale ?? (textOf(offer.price) && !(isListed && paid.length) ? offer : paid[0])
    const price = says && (value(says.price, says) ?? value(says.minPrice, says))
    return price ? [price] : resolve(offer.offers).flatMap(priceOf)
  }

  const offers = choose(things.flatMap(offersOf))
  const unused = offers.filter(({ itemCondition }) => !SECOND_HAND.has(nameOf(textOf(itemCondition))))
  return rangeOf((unused.length ? unused : offers).flatMap(priceOf))
}

/** Excludes list prices, and prices per litre, for ten or more pieces, for members, by the month or for delivery. */
function isPaid(specification: Thing): boolean {
  const { priceType, priceComponentType, referenceQuantity, eligibleQuantity } = specification
  const reference = referenceQuantity as Thing | undefined
  const quantity = eligibleQuantity as Thing | undefined
  const from = Number(textOf(quantity?.minValue ?? quantity?.value) ?? 1)
  return (
    typesOf(specification).every((type) => /^(Unit)?PriceSpecification$/.test(type)) &&
    !UNPAID_TYPES.has(nameOf(textOf(priceType))) &&
    priceComponentType === undefined &&
    specification.validForMemberTier === undefined &&
    specification.billingDuration === undefined &&
    specification.billingIncrement === undefined &&
    // With a `valueReference` it is the price of the whole quantity; only the reference is per unit.
    (reference === undefined || reference.valueReference !== undefined) &&
    !(from > 1)
  )
}

/** From the lowest to the highest price in the first currency. */
function rangeOf([first, ...others]: ReadPrice[]): ReadPrice | null {
  if (!first) return null
  const { currency } = first
  const same = [first, ...others].filter((price) => price.currency === currency)
  const ends = same.flatMap(({ amount, to }) => (to ? [amount, to] : [amount]))
  const [amount = first.amount, ...more] = ends.sort((a, b) => Number(a) - Number(b))
  const high = more.at(-1)
  return { amount, to: high && Number(high) > Number(amount) ? high : null, currency }
}

function isMore(a: ReadPrice, b: ReadPrice): boolean {
  return Number(a.amount) > Number(b.amount)
}
