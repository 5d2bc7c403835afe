import type { PageFacts } from './facts.ts'
import { addressOf, type LinkedThing, nameOf, textOf, typesOf } from './linked-data.ts'
import { choosesSame } from './main-product.ts'
import type { Catalogue } from './products.ts'
import type { ReadPrice } from './read-price.ts'
import { readValue } from './read-value.ts'

/** Prices beside the one that is paid: https://schema.org/PriceTypeEnumeration */
const NOT_PAID = new Set(
  'ListPrice StrikethroughPrice MSRP SRP RegularPrice InvoicePrice MinimumAdvertisedPrice'.split(' '),
)
const SECOND_HAND = new Set(['UsedCondition', 'RefurbishedCondition', 'DamagedCondition'])

/**
 * What the offers of a product ask for one piece: a range where they differ and the page's address chooses none of them.
 * `things` all describe that product.
 */
export function offeredPrice(
  things: LinkedThing[],
  { follow }: Catalogue,
  facts: PageFacts,
): ReadPrice | null {
  const chosenBy = (each: LinkedThing) => {
    const address = addressOf(each.url ?? each['@id'], facts.url)
    return address !== undefined && choosesSame(address, facts.url)
  }
  const choose = (all: LinkedThing[]) => (all.some(chosenBy) ? all.filter(chosenBy) : all)

  const offersOf = (thing: LinkedThing): LinkedThing[] => {
    const own = follow(thing.offers)
    const variants = follow(thing.hasVariant)
    const useVariants = own.length === 0 || variants.some(chosenBy)
    return useVariants ? choose(variants).flatMap((variant) => follow(variant.offers)) : own
  }

  const priceOf = (offer: LinkedThing): ReadPrice[] => {
    const value = (amount: unknown, of: LinkedThing) =>
      readValue(amount, of.priceCurrency ?? offer.priceCurrency, facts.hint)
    if (offer.lowPrice !== undefined || offer.highPrice !== undefined) {
      const low = value(offer.lowPrice, offer)
      const high = value(offer.highPrice, offer)
      if (low) return high && isMore(high, low) ? [{ ...low, to: high.amount }] : [low]
    }
    const specifications = follow(offer.priceSpecification)
    const paid = specifications.filter(isPaid)
    const listed = specifications.filter((each) => NOT_PAID.has(nameOf(textOf(each.priceType))))
    const isListed = listed.some(({ price }) => textOf(price) === textOf(offer.price))
    const sale = paid.find(({ priceType }) => nameOf(textOf(priceType)) === 'SalePrice')
    const says = sale ?? (textOf(offer.price) && !(isListed && paid.length) ? offer : paid[0])
    const price = says && (value(says.price, says) ?? value(says.minPrice, says))
    return price ? [price] : follow(offer.offers).flatMap(priceOf)
  }

  const offers = choose(things.flatMap(offersOf))
  const fresh = offers.filter(({ itemCondition }) => !SECOND_HAND.has(nameOf(textOf(itemCondition))))
  return rangeOf((fresh.length ? fresh : offers).flatMap(priceOf))
}

/** Neither a price that is not paid, nor one per litre, from ten pieces on, for members, by the month or for delivery. */
function isPaid(specification: LinkedThing): boolean {
  const { priceType, priceComponentType, referenceQuantity, eligibleQuantity } = specification
  const reference = referenceQuantity as LinkedThing | undefined
  const quantity = eligibleQuantity as LinkedThing | undefined
  const from = Number(textOf(quantity?.minValue ?? quantity?.value) ?? 1)
  return (
    typesOf(specification).every((type) => /^(Unit)?PriceSpecification$/.test(type)) &&
    !NOT_PAID.has(nameOf(textOf(priceType))) &&
    priceComponentType === undefined &&
    specification.validForMemberTier === undefined &&
    specification.billingDuration === undefined &&
    specification.billingIncrement === undefined &&
    // With a `valueReference` it is the price of the whole quantity, and only the reference is a unit.
    (reference === undefined || reference.valueReference !== undefined) &&
    !(from > 1)
  )
}

/** From the lowest to the highest, of those in the currency that the page names first. */
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
