import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Assumptions } from '../model/assumptions.ts'
import type { OfferDetails } from '../model/search.ts'
import type { EuroRates } from './convert.ts'
import { inCurrency, isKnown, type MissingInput, type Sum } from './cost-line.ts'
import { notNegative, positive } from './decimal.ts'
import { type Shipping, shippingOf, withDetails } from './offer-with-details.ts'
import { fractionOf } from './percent.ts'
import { DUTY, FREIGHT, OWN_RATE_DIVISOR } from './presets.ts'
import { type PriceAt, priceAt } from './price-at.ts'
import { exactly, isZero, plus, times, ZERO } from './range.ts'
import { chargeableWeight, typedWeight } from './weight.ts'

/** All that the costs of one piece follow from. */
export interface Costing {
  /** At the quantity that is bought. */
  price: Pick<PriceAt, 'unitPrice' | 'stepsKnown' | 'belowMinimum'>
  shipping: Shipping | null
  rates: EuroRates | undefined
  assumptions: Assumptions
}

/** The costs of an offer at a quantity, with what its own page says where that was asked for. */
export function costingOf(
  offer: Offer | DetailedOffer,
  quantity: number,
  rates: EuroRates | undefined,
  assumptions: Assumptions,
  details?: OfferDetails,
): Costing {
  const known = withDetails(offer, details)
  return { price: priceAt(known, quantity), shipping: shippingOf(known), rates, assumptions }
}

export type LandedCosts = Record<'goods' | 'freight' | 'duty', Sum>

/** Reckoned in yuan and converted at the end. */
export function landedCosts(costing: Costing, currency: string): LandedCosts {
  const { rates, assumptions } = costing
  const goods = goodsSum(costing)
  const freight = freightSum(costing)
  const converted = (sum: Sum) => inCurrency(sum, currency, rates, assumptions.ownRate)
  return {
    goods: converted(goods),
    freight: converted(freight),
    duty: converted(dutySum(goods, freight, assumptions)),
  }
}

/** Without steps, or below the minimum, the price is that of some other quantity. */
function goodsSum({ price: { unitPrice, stepsKnown, belowMinimum } }: Costing): Sum {
  const price = positive(unitPrice)
  if (!price) return { lacks: ['price'] }
  return { band: exactly(price), estimated: !stepsKnown || belowMinimum === true }
}

function freightSum({ shipping, assumptions: { freight, weightKg } }: Costing): Sum {
  const own = typeof freight === 'object'
  const { lowPerKg, highPerKg, volumetricDivisor } = own ? ownFreight(freight.perKg) : FREIGHT[freight]
  const low = notNegative(lowPerKg)
  const high = notNegative(highPerKg)
  if (high?.eq('0')) return { band: ZERO, estimated: false }
  const weight =
    weightKg === undefined ? chargeableWeight(shipping, volumetricDivisor) : typedWeight(weightKg)
  if (!weight || !low || !high) {
    const lacks: MissingInput[] = weight ? [] : [weightKg === undefined ? 'weight' : 'figure']
    return { lacks: low && high ? lacks : [...new Set<MissingInput>([...lacks, 'figure'])] }
  }
  return { band: times({ low, high }, exactly(weight.kg)), estimated: !own || !weight.sure }
}

function ownFreight(perKg: string) {
  return { lowPerKg: perKg, highPerKg: perKg, volumetricDivisor: OWN_RATE_DIVISOR }
}

/**
 * On goods and freight together, as most customs value them (CIF). The United States values the goods alone, so the band
 * is on the high side there.
 */
function dutySum(goods: Sum, freight: Sum, { duty }: Assumptions): Sum {
  const fraction = fractionOf(duty, DUTY)
  if (!isKnown(fraction)) return fraction
  // None at all is a decision and no estimate.
  if (isZero(fraction.band)) return { band: ZERO, estimated: false }
  if (!isKnown(goods) || !isKnown(freight)) return { lacks: [] }
  const estimated = fraction.estimated || goods.estimated || freight.estimated
  return { band: times(plus(goods.band, freight.band), fraction.band), estimated }
}
