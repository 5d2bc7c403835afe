import type { Assumptions } from '../model/assumptions.ts'
import type { OfferDetails } from '../model/search.ts'
import type { KnownOffer } from '../model/variant-match.ts'
import {
  chargeableWeight,
  missingMeasures,
  type PackedPiece,
  packedPiece,
  volumeOf,
} from './chargeable-weight.ts'
import type { EuroRates } from './convert.ts'
import { Decimal, exactly, isZero, positive, ZERO } from './decimal.ts'
import {
  convertFigure,
  enteredAmount,
  enteredFraction,
  type Figure,
  given,
  isKnown,
  missing,
  presetFraction,
  productOf,
  sumOf,
} from './figure.ts'
import { within } from './limits.ts'
import type { Marketplace } from './marketplaces.ts'
import { type Shipping, shippingOf, withDetails } from './offer-with-details.ts'
import { freightRate, HIGH_DUTY, LEAST_VOLUME_M3 } from './presets.ts'
import { type PriceAt, priceAt } from './price-at.ts'

/** Everything that the costs of an order depend on. */
export interface CostInputs {
  quantity: number
  /** At that quantity. */
  price: KnownPrice
  /** As the user has it from the supplier; it takes precedence. */
  quote?: string | undefined
  shipping: Shipping | null
  rates: EuroRates | undefined
  assumptions: Assumptions
}

export type KnownPrice = Pick<PriceAt, 'unitPrice' | 'atMinimum' | 'variantPrices' | 'listPrice'>

/** The inputs for an offer at a quantity, with the details of its own page if they were requested. */
export function costInputsFor(
  offer: KnownOffer,
  quantity: number,
  rates: EuroRates | undefined,
  assumptions: Assumptions,
  details?: OfferDetails,
): CostInputs {
  const known = withDetails(offer, details)
  const quote = assumptions.quotes?.[offer.offerId]
  return { quantity, price: priceAt(known, quantity), quote, shipping: shippingOf(known), rates, assumptions }
}

/** What one piece of an order costs until it can be sold, line by line. */
export type LandedCosts = Record<(typeof LANDED_LINES)[number], Figure>

export const LANDED_LINES = [
  'goods',
  'agent',
  'domestic',
  'inspection',
  'freight',
  'duty',
  'spread',
  'defects',
] as const

/** Duty in a country: its share, and what it is charged on. */
export interface DutyRule {
  fraction: Figure
  dutiable: Marketplace['dutiable']
}

/**
 * Computed in yuan and converted at the end.
 *
 * @param withShared whether one piece bears its part of what is paid once for an order, such as an inspection
 */
export function landedCosts(
  inputs: CostInputs,
  duty: DutyRule,
  currency: string,
  withShared = true,
): LandedCosts {
  const { rates, assumptions, shipping, quantity } = inputs
  const piece = packedPiece(shipping, assumptions)
  const shareOf = (once: Figure) => (withShared ? perPiece(once, quantity) : nothingOf(once))
  const agentFraction = enteredFraction(assumptions.agentPercent)
  const spreadFraction = enteredFraction(assumptions.spreadPercent)

  const goods = goodsCost(inputs)
  const agent = counted(agentFraction, productOf(goods, agentFraction))
  const domestic = domesticCost(piece, assumptions, shareOf)
  const inspection = shareOf(enteredAmount(assumptions.inspection))
  const freight = freightCost(piece, assumptions, quantity, shareOf)
  const dutiable = duty.dutiable === 'goods' ? goods : sumOf([goods, domestic, freight])
  const dutyCost = counted(duty.fraction, productOf(dutiable, duty.fraction))
  const paidInYuan = [goods, agent, domestic, inspection, freight]
  const spread = counted(spreadFraction, productOf(sumOf(paidInYuan), spreadFraction))
  const defects = defectsCost(sumOf([...paidInYuan, dutyCost, spread]), assumptions.defectsPercent)

  const lines = { goods, agent, domestic, inspection, freight, duty: dutyCost, spread, defects }
  const converted = LANDED_LINES.map(
    (name) => [name, convertFigure(lines[name], currency, rates, assumptions.ownRate)] as const,
  )
  return Object.fromEntries(converted) as LandedCosts
}

/** A share that was never entered leaves its line out, whatever it would be charged on. */
function counted(fraction: Figure, amount: Figure): Figure {
  return isKnown(fraction) ? amount : fraction
}

/** Unless the price at the quantity is known, it is that of another quantity or of some variant. */
function goodsCost({ quote, price: { unitPrice, atMinimum, variantPrices, listPrice } }: CostInputs): Figure {
  if (quote !== undefined) {
    const quoted = positive(quote)
    return quoted ? given(exactly(quoted)) : missing('invalidNumber')
  }
  const exact = positive(unitPrice)
  if (exact) return given(exactly(exact))
  const ofMinimum = positive(atMinimum?.unitPrice)
  if (ofMinimum) return { ...given(exactly(ofMinimum)), bound: 'open', doubts: ['belowMinimum'] }
  const [low, high] = [positive(variantPrices?.low), positive(variantPrices?.high)]
  if (low && high) return { ...given({ low, high }), doubts: ['variants'] }
  const from = positive(listPrice?.low)
  if (!from) return missing('price')
  const to = positive(listPrice?.high) ?? from
  return { ...given({ low: from, high: to }), bound: 'open', doubts: ['listPrice'] }
}

type ShareOf = (once: Figure) => Figure

function domesticCost(piece: PackedPiece, { domestic }: Assumptions, shareOf: ShareOf): Figure {
  if (!domestic) return 'notCounted'
  if ('perOrder' in domestic) return shareOf(enteredAmount(domestic.perOrder))
  return charged(enteredAmount(domestic.perKg), chargeableWeight(piece, 'none'))
}

function freightCost(
  piece: PackedPiece,
  assumptions: Assumptions,
  quantity: number,
  shareOf: ShareOf,
): Figure {
  const { low, high, per, divisor, source } = freightRate(assumptions)
  const [from, to] = [enteredAmount(low), enteredAmount(high)]
  if (!isKnown(from) || !isKnown(to)) return missing('invalidNumber')
  const rate = { range: { low: from.range.low, high: to.range.high }, estimated: source !== null }
  if (per === 'kg') return charged(rate, chargeableWeight(piece, divisor))
  return isZero(rate.range) ? given(ZERO) : freightByVolume(piece, rate, quantity, shareOf)
}

/** At a rate for each kilogram. Free freight needs no weight; otherwise an unknown weight is what is missing. */
function charged(rate: Figure, weight: Figure): Figure {
  if (!isKnown(rate)) return rate
  const amount = productOf(rate, weight)
  return isKnown(amount) ? amount : weight
}

/**
 * Sea freight in a shared container: for each cubic metre or each tonne of the whole order, whichever is more, and for at
 * least one. As long as the order does not fill that, its freight is the same however many pieces it has.
 */
function freightByVolume(piece: PackedPiece, rate: Figure, quantity: number, shareOf: ShareOf): Figure {
  const lacking = missingMeasures(piece, ['weight', 'size'])
  const volume = volumeOf(piece)
  if (lacking.length > 0 || !volume || !(piece.kg instanceof Decimal)) return missing(...lacking)
  const cubicMetres = volume.div('1000000')
  const tonnes = piece.kg.div('1000')
  const ofPiece = cubicMetres.gt(tonnes) ? cubicMetres : tonnes
  return ofPiece.times(String(quantity)).gte(LEAST_VOLUME_M3)
    ? productOf(rate, given(exactly(ofPiece)))
    : shareOf(productOf(rate, given(exactly(new Decimal(LEAST_VOLUME_M3)))))
}

function nothingOf(once: Figure): Figure {
  return isKnown(once) ? given(ZERO) : once
}

/** Its part of what is paid once. */
function perPiece(once: Figure, quantity: number): Figure {
  if (!isKnown(once)) return once
  const share = (amount: Decimal) => amount.div(String(quantity))
  return { ...once, range: { low: share(once.range.low), high: share(once.range.high) } }
}

/** The costs of the pieces that cannot be sold, carried by those that can: of 100 with 4 defects, 4/96 each. */
function defectsCost(costs: Figure, percent: string | undefined): Figure {
  if (percent === undefined) return 'notCounted'
  const defective = within(percent, 'belowHundred')?.div('100')
  if (!defective) return missing('invalidNumber')
  return productOf(costs, given(exactly(defective.div(new Decimal('1').minus(defective)))))
}

/** The user's own duty, or the range of the country. */
export function dutyRule(duty: Assumptions['duty'], marketplace: Marketplace | null | undefined): DutyRule {
  return { fraction: dutyFraction(duty, marketplace), dutiable: marketplace?.dutiable ?? 'goodsAndFreight' }
}

function dutyFraction(duty: Assumptions['duty'], marketplace: Marketplace | null | undefined): Figure {
  if (typeof duty === 'object') return enteredFraction(duty.percent)
  if (duty === 'none') return given(ZERO)
  if (duty === 'high') return presetFraction(HIGH_DUTY)
  // `undefined` is a country without a preset, `null` an unknown one.
  if (marketplace === null) return missing('marketplace')
  return marketplace?.duty ? presetFraction(marketplace.duty) : missing('countryRate')
}
