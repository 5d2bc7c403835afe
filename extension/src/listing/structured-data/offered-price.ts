import { isSameVariant } from '../page/page-url.ts'
import type { PageFacts } from '../page/types.ts'
import type { ReadPrice } from '../prices/read-price.ts'
import { readMachinePrice } from './machine-price.ts'
import type { StructuredProducts } from './products.ts'
import { arrayOf, nameOf, type Thing, textOf, typesOf, urlOf } from './schema-org.ts'

/** Prices other than the one that is paid: https://schema.org/PriceTypeEnumeration */
const UNPAID_TYPES = new Set(
  'listprice strikethroughprice msrp srp regularprice invoiceprice minimumadvertisedprice'.split(' '),
)
const SECOND_HAND = /^(?:used|refurbished|damaged)/i
/** In the name of an offer: second hand, or paid by the month. */
const OTHER_OFFER_NAME =
  /(?<!\p{L})(?:used|refurbished|renewed|pre-?owned|open box|gebraucht|b-ware|generalüberholt|occasion|d'occasion|reconditionné|usat[oa]|ricondizionat[oa]|segunda mano|usad[oa]|reacondicionad[oa]|recondicionad[oa]|seminov[oa]|tweedehands|używan[ya]|odnowion[ya]|použit[ýé]|bazar|б\/у|begagnad|brugt|brukt|käytetty|2\. el|ikinci el|monthly|per month|a month|\/ ?(?:month|mo|monat|mes|mois|mese)|monatlich|monatsrate|rat[ae]|ratenzahlung|mensual\p{L}*|mensual|al mes|par mois|al mese|instal+ments?|financ\p{L}*|finanzierung|leasing|abo|subscription)(?!\p{L})|中古|二手|리퍼|중고/iu
const SOLD_OUT = /^(?:outofstock|out_of_stock|soldout|discontinued|oos)$/i

/** The prices in the offers of a product. */
export interface OfferedPrice {
  /** Of one piece: a range if the offers differ and the page's URL selects none of them. */
  price: ReadPrice | null
  /** Whether they state a price of zero, which stands for "on request" or "not loaded yet". */
  isZero: boolean
}

/** `things` all describe that product. */
export function offeredPrice(
  things: Thing[],
  { resolve }: StructuredProducts,
  facts: PageFacts,
): OfferedPrice {
  let isZero = false
  const chosenBy = (each: Thing) => {
    const url = urlOf(each.url ?? each['@id'], facts.url)
    return url !== undefined && isSameVariant(url, facts.url)
  }
  const choose = (all: Thing[]) => (all.some(chosenBy) ? all.filter(chosenBy) : all)

  const offersOf = (thing: Thing): Thing[] => {
    const own = resolve(thing.offers)
    const variants = resolve(thing.hasVariant)
    const useVariants = own.length === 0 || variants.some(chosenBy)
    const offers = useVariants ? choose(variants).flatMap(offersOf) : own
    // Some shops leave the offer out, and give the product its price.
    return offers.length === 0 && (thing.price ?? thing.lowPrice) !== undefined ? [thing] : offers
  }

  const priceOf = (offer: Thing): ReadPrice[] => {
    const value = (amount: unknown, of: Thing) => {
      isZero ||= /^\W*0+(?:[.,]0+)?\W*$/.test(textOf(amount) ?? '')
      return readMachinePrice(amount, of.priceCurrency ?? offer.priceCurrency, facts.hint)
    }
    const range = (of: Thing): ReadPrice[] => {
      const low = value(of.lowPrice ?? of.minPrice, of)
      const high = value(of.highPrice ?? of.maxPrice, of)
      if (!low) return []
      if (high) return [isMore(high, low) ? { ...low, to: high.amount } : low]
      const isOfSeveral = typesOf(of).includes('AggregateOffer') && textOf(of.offerCount) !== '1'
      return [isOfSeveral ? { ...low, isFrom: true } : low]
    }
    const inner = sellable(resolve(offer.offers)).flatMap(priceOf)
    if (inner.length) return inner
    const ends = range(offer)
    if (ends.length) return ends
    const specifications = resolve(offer.priceSpecification)
    const all = specifications.filter(isPaid)
    const gross = all.filter(({ valueAddedTaxIncluded }) => isTrue(valueAddedTaxIncluded))
    const net = all.filter(({ valueAddedTaxIncluded }) => isFalse(valueAddedTaxIncluded))
    const paid = gross.length
      ? gross
      : net.length < all.length
        ? all.filter((each) => !net.includes(each))
        : all
    const isUnpaid = ({ priceType }: Thing) => UNPAID_TYPES.has(nameOf(textOf(priceType)).toLowerCase())
    const isListed = specifications.some(
      (each) => isUnpaid(each) && textOf(each.price) === textOf(offer.price),
    )
    const sale = paid.find(({ priceType }) => nameOf(textOf(priceType)).toLowerCase() === 'saleprice')
    const says =
      sale ?? (textOf(offer.price) && !gross.length && !(isListed && paid.length) ? offer : paid[0])
    const price = says && value(says.price, says)
    return price ? [price] : says ? range(says) : []
  }

  return { price: rangeOf(sellable(choose(things.flatMap(offersOf))).flatMap(priceOf)), isZero }
}

/** New and in stock, unless there is nothing else. */
function sellable(offers: Thing[]): Thing[] {
  const unless = (all: Thing[], is: (offer: Thing) => boolean) => {
    const others = all.filter((offer) => !is(offer))
    return others.length ? others : all
  }
  const unused = unless(offers, ({ itemCondition, itemOffered, name }) => {
    const [item] = arrayOf(itemOffered) as (Thing | undefined)[]
    const condition = nameOf(textOf(itemCondition ?? item?.itemCondition))
    return SECOND_HAND.test(condition) || OTHER_OFFER_NAME.test(textOf(name) ?? '')
  })
  return unless(unused, ({ availability }) => SOLD_OUT.test(nameOf(textOf(availability))))
}

function isTrue(value: unknown): boolean {
  return value === true || textOf(value)?.toLowerCase() === 'true'
}

function isFalse(value: unknown): boolean {
  return value === false || textOf(value)?.toLowerCase() === 'false'
}

/** Excludes list prices, and prices per litre, for ten or more pieces, for members, by the month or for delivery. */
function isPaid(specification: Thing): boolean {
  const { priceType, priceComponentType, referenceQuantity, eligibleQuantity } = specification
  const reference = referenceQuantity as Thing | undefined
  const quantity = eligibleQuantity as Thing | undefined
  const from = Number(textOf(quantity?.minValue ?? quantity?.value) ?? 1)
  return (
    typesOf(specification).every((type) => /^(Unit)?PriceSpecification$/.test(type)) &&
    !UNPAID_TYPES.has(nameOf(textOf(priceType)).toLowerCase()) &&
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
  const same = [first, ...others].filter(({ currency }) => currency === first.currency)
  const ends = same.flatMap(({ amount, to }) => (to ? [amount, to] : [amount]))
  const [amount = first.amount, ...more] = ends.sort((a, b) => Number(a) - Number(b))
  const high = more.at(-1)
  return { ...first, amount, to: high && Number(high) > Number(amount) ? high : null }
}

function isMore(a: ReadPrice, b: ReadPrice): boolean {
  return Number(a.amount) > Number(b.amount)
}
