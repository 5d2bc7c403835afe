import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Assumptions } from '../model/assumptions.ts'
import type { OfferDetails } from '../model/search.ts'
import { chargeableWeight, enteredWeight } from './chargeable-weight.ts'
import type { EuroRates } from './convert.ts'
import { convertFigure, type Figure, isKnown, type MissingInput, missing } from './cost-line.ts'
import { decimal, exactly, isZero, notNegative, plus, positive, times, ZERO } from './decimal.ts'
import { type Shipping, shippingOf, withDetails } from './offer-with-details.ts'
import { CUSTOM_RATE_DIVISOR, DUTY_PRESETS, FREIGHT_PRESETS, fractionOf } from './presets.ts'
import { type PriceAt, priceAt, shownPrice } from './price-at.ts'

/** Everything that the costs of one piece depend on. */
export interface CostInputs {
  /** At the quantity to buy. */
  price: Pick<PriceAt, 'unitPrice' | 'variantPrices' | 'atMinimum' | 'listPrice'>
  shipping: Shipping | null
  rates: EuroRates | undefined
  assumptions: Assumptions
}

/** The inputs for an offer at a quantity, with the details of its own page if they were requested. */
export function costInputsFor(
  offer: Offer | DetailedOffer,
  quantity: number,
  rates: EuroRates | undefined,
  assumptions: Assumptions,
  details?: OfferDetails,
): CostInputs {
  const known = withDetails(offer, details)
  return { price: priceAt(known, quantity), shipping: shippingOf(known), rates, assumptions }
}

export type LandedCosts = Record<'goods' | 'freight' | 'duty', Figure>

/** Computed in yuan and converted at the end. */
export function landedCosts(inputs: CostInputs, currency: string): LandedCosts {
  const { rates, assumptions } = inputs
  const goods = goodsCost(inputs)
  const freight = freightCost(inputs)
  const converted = (figure: Figure) => convertFigure(figure, currency, rates, assumptions.ownRate)
  return {
    goods: converted(goods),
    freight: converted(freight),
    duty: converted(dutyCost(goods, freight, assumptions)),
  }
}

/** Unless the price at the quantity itself is known, it is one of another quantity or of some variant. */
function goodsCost({ price }: CostInputs): Figure {
  const shown = shownPrice(price)
  const low = positive(shown?.low)
  if (!low) return missing('price')
  return { range: { low, high: decimal(shown?.high) ?? low }, estimated: price.unitPrice === null }
}

function freightCost({ shipping, assumptions: { freight, weightKg } }: CostInputs): Figure {
  const isCustom = typeof freight === 'object'
  const { lowPerKg, highPerKg, volumetricDivisor } = isCustom
    ? customFreight(freight.perKg)
    : FREIGHT_PRESETS[freight]
  const low = notNegative(lowPerKg)
  const high = notNegative(highPerKg)
  if (high?.eq('0')) return { range: ZERO, estimated: false }
  const weight =
    weightKg === undefined ? chargeableWeight(shipping, volumetricDivisor) : enteredWeight(weightKg)
  if (!weight || !low || !high) {
    const inputs = new Set<MissingInput>()
    if (!weight) inputs.add(weightKg === undefined ? 'weight' : 'invalidNumber')
    if (!low || !high) inputs.add('invalidNumber')
    return missing(...inputs)
  }
  return { range: times({ low, high }, exactly(weight.kg)), estimated: !isCustom || !weight.exact }
}

function customFreight(perKg: string) {
  return { lowPerKg: perKg, highPerKg: perKg, volumetricDivisor: CUSTOM_RATE_DIVISOR }
}

/**
 * On goods and freight together, as most customs authorities value them (CIF). The United States values the goods alone, so
 * there the range is on the high side.
 */
function dutyCost(goods: Figure, freight: Figure, { duty }: Assumptions): Figure {
  const fraction = fractionOf(duty, DUTY_PRESETS)
  if (!isKnown(fraction)) return fraction
  // Zero is the user's choice, not an estimate.
  if (isZero(fraction.range)) return { range: ZERO, estimated: false }
  if (!isKnown(goods) || !isKnown(freight)) return missing()
  const estimated = fraction.estimated || goods.estimated || freight.estimated
  return { range: times(plus(goods.range, freight.range), fraction.range), estimated }
}
