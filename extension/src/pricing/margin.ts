import type { Assumptions } from '../model/assumptions.ts'
import { missingMeasures, packedPiece } from './chargeable-weight.ts'
import {
  type AmountRange,
  COST_LINES,
  type CostLine,
  type CostLineName,
  toAmountRange,
  toCostLine,
  uncertainLines,
} from './cost-line.ts'
import { type Decimal, type DecimalRange, decimal, positive, ZERO } from './decimal.ts'
import {
  type Bound,
  type Doubt,
  enteredAmount,
  enteredFraction,
  type Figure,
  given,
  isKnown,
  isMissing,
  missing,
  opposite,
  presetFraction,
  sumOf,
  uncertaintyOf,
} from './figure.ts'
import { FBA_SCHEDULES, fulfilmentFee } from './fulfilment.ts'
import { type CostInputs, dutyRule, LANDED_LINES, landedCosts } from './landed-cost.ts'
import { type MarginVerdict, roundedMargin, verdictOf } from './margin-verdict.ts'
import { marketplaceOf } from './marketplace-of.ts'
import { MARKETPLACES, type Marketplace } from './marketplaces.ts'
import { type OrderResult, orderResult } from './order-result.ts'
import { FEE_PRESETS, feeMinimumOf } from './presets.ts'

/** The listing's selling price, or its range of prices. */
export interface SellingPriceRange {
  /** Decimal string in `currency`; the low end of a range. */
  price: string | null
  /** What a user typed, which may not be a number. */
  text?: string
  /** The high end of a range. */
  priceTo: string | null
  /** ISO 4217. */
  currency: string
  /** Whether the listing sells from this price on, and does not say up to which. */
  isFrom?: boolean
}

/** What remains of the selling price of one piece. */
export interface Margin {
  /** Of the selling price. */
  currency: string
  /** ISO 3166; `null` if unknown. */
  country: string | null
  quantity: number
  /** Where the quantity is below it, so that the price is that of another quantity. */
  minimumOrder: number | null
  /** One for each of `COST_LINES`, in this order. */
  lines: CostLine[]
  /** What a piece costs until it can be sold, without what the sale costs. `null` while any of it is missing. */
  landed: AmountRange | null
  /** As `bound`, of `landed`. */
  landedBound: Bound | null
  /** In money. It and `margin` are `null` while a line is missing. */
  profit: AmountRange | null
  /** The profit as fractions of the selling price, with 4 decimals. */
  margin: AmountRange | null
  /** Whether `profit` and `margin` can only be higher, only lower, or either; `null` if they are what they say. */
  bound: Bound | null
  /** Why there is no verdict although there is a margin. */
  doubts: Doubt[]
  /** `null` without a margin, and with any doubt. */
  verdict: MarginVerdict | null
  /** `null` while its costs are unknown. */
  order: OrderResult | null
  /** The lines that prevent a result. */
  missing: CostLineName[]
  estimated: CostLineName[]
  notCounted: CostLineName[]
}

/**
 * From worst to best case: the low selling price minus the high costs, the high selling price minus the low costs. Each case
 * takes the tax and fee of its own selling price, so that a range of prices does not widen the result twice.
 */
export function marginOf(sellingPrice: SellingPriceRange, inputs: CostInputs): Margin {
  const { currency } = sellingPrice
  const { assumptions, quantity } = inputs
  const country = marketplaceOf(assumptions, currency)?.country ?? null
  const marketplace = country === null ? null : MARKETPLACES[country]
  const selling = sellingFigure(sellingPrice)
  const sale: SaleTerms = {
    vat: vatFraction(assumptions, country, marketplace),
    fee: feeFraction(assumptions),
    feeMinimum: feeMinimumFigure(assumptions, currency),
    fulfilment: fulfilmentCost(inputs, country, currency),
    other: enteredAmount(assumptions.other),
  }
  const duty = dutyRule(assumptions.duty, marketplace)
  const landed = landedCosts(inputs, duty, currency)
  const figures: Record<CostLineName, Figure> = {
    sellingPrice: selling,
    vat: vatCost(selling, sale.vat),
    fee: feeCost(selling, sale),
    fulfilment: sale.fulfilment,
    ...landed,
    other: sale.other,
  }
  const lines = COST_LINES.map((name) => toCostLine(name, figures[name]))
  const landedSum = sumOf(LANDED_LINES.map((name) => landed[name]))
  const order = isKnown(landedSum)
    ? {
        quantity,
        landed: landedSum.range,
        withoutShared: rangeOf(sumOf(Object.values(landedCosts(inputs, duty, currency, false)))),
        other: rangeOf(sale.other),
        defectsPercent: assumptions.defectsPercent,
      }
    : null
  const incomplete: Margin = {
    ...{ currency, country, lines, quantity, minimumOrder: inputs.price.atMinimum?.quantity ?? null },
    landed: order && toAmountRange(order.landed),
    landedBound: (isKnown(landedSum) && landedSum.bound) || null,
    ...{ profit: null, margin: null, bound: null, doubts: [], verdict: null },
    order: order && orderResult({ ...order, profit: null }),
    ...uncertainLines(lines),
  }
  const costs = sumOf([landedSum, sale.fulfilment, sale.other])
  const isComplete = !Object.values(figures).some(isMissing)
  if (!isComplete || !order || !isKnown(selling) || !isKnown(costs)) return incomplete

  const profit = {
    low: proceeds(selling.range.low, sale, 'high').minus(costs.range.high),
    high: proceeds(selling.range.high, sale, 'low').minus(costs.range.low),
  }
  const margin = { low: profit.low.div(selling.range.low), high: profit.high.div(selling.range.high) }
  const { bound, doubts } = uncertaintyOf([selling, { ...costs, bound: opposite(costs.bound) }])
  return {
    ...incomplete,
    ...{ bound: bound ?? null, doubts, verdict: doubts.length > 0 ? null : verdictOf(margin) },
    ...{ profit: toAmountRange(profit), margin: roundedMargin(margin) },
    order: orderResult({ ...order, profit }),
  }
}

interface SaleTerms {
  /** As fractions. */
  vat: Figure
  fee: Figure
  feeMinimum: Figure
  fulfilment: Figure
  other: Figure
}

/** What is left of a selling price after tax and fee, at their low or at their high end. */
function proceeds(price: Decimal, { vat, fee, feeMinimum }: SaleTerms, end: 'low' | 'high'): Decimal {
  return price
    .minus(taxIn(price, rangeOf(vat)[end]))
    .minus(feeOn(price, rangeOf(fee)[end], rangeOf(feeMinimum)[end]))
}

/** The tax inside a price: a sixth at 20 %. */
function taxIn(price: Decimal, fraction: Decimal): Decimal {
  return price.times(fraction).div(fraction.plus('1'))
}

function feeOn(price: Decimal, fraction: Decimal, minimum: Decimal): Decimal {
  const share = price.times(fraction)
  return share.lt(minimum) ? minimum : share
}

function rangeOf(figure: Figure): DecimalRange {
  return isKnown(figure) ? figure.range : ZERO
}

/** A price of zero means that the page does not state it. */
function sellingFigure({ price, priceTo, isFrom, text }: SellingPriceRange): Figure {
  const from = positive(price)
  if (!from) return missing(text && !decimal(text) ? 'invalidNumber' : 'price')
  const to = positive(priceTo) ?? from
  const range = to.lt(from) ? { low: to, high: from } : { low: from, high: to }
  return isFrom && to.eq(from) ? { ...given(range), bound: 'atLeast', doubts: ['fromPrice'] } : given(range)
}

function vatFraction(
  { vat }: Assumptions,
  country: string | null,
  marketplace: Marketplace | null | undefined,
): Figure {
  const entered = country === null ? undefined : vat?.[country]
  if (entered === 'none') return given(ZERO)
  if (entered) return enteredFraction(entered.percent)
  if (marketplace === null) return missing('marketplace')
  if (!marketplace || marketplace.vat === 'unknown') return missing('countryRate')
  return presetFraction(marketplace.vat ?? { low: '0', high: '0' })
}

function vatCost(selling: Figure, fraction: Figure): Figure {
  if (!isKnown(fraction)) return fraction
  if (!isKnown(selling)) return missing()
  const { low, high } = selling.range
  const range = { low: taxIn(low, fraction.range.low), high: taxIn(high, fraction.range.high) }
  return { range, ...uncertaintyOf([selling, fraction]) }
}

function feeFraction({ fee }: Assumptions): Figure {
  if (typeof fee === 'object') return enteredFraction(fee.percent)
  return fee === 'none' ? given(ZERO) : presetFraction(FEE_PRESETS[fee])
}

function feeMinimumFigure(assumptions: Assumptions, currency: string): Figure {
  const figure = enteredAmount(feeMinimumOf(assumptions, currency))
  const isEntered = assumptions.feeMinimum?.[currency] !== undefined
  return isKnown(figure) ? { ...figure, preset: !isEntered } : figure
}

/** On all that the buyer pays, tax included, as marketplaces charge it; the tax on the fee itself is reclaimed. */
function feeCost(selling: Figure, { fee, feeMinimum }: SaleTerms): Figure {
  if (!isKnown(fee)) return fee
  if (isMissing(feeMinimum)) return feeMinimum
  if (!isKnown(selling)) return missing()
  const cost = (end: 'low' | 'high') => feeOn(selling.range[end], fee.range[end], rangeOf(feeMinimum)[end])
  const range = { low: cost('low'), high: cost('high') }
  const isRaised = isKnown(feeMinimum) && range.low.eq(feeMinimum.range.low)
  return { range, ...uncertaintyOf(isRaised ? [selling, fee, feeMinimum] : [selling, fee]) }
}

/** As entered for the product, or else from Amazon's schedule where the user chose it. */
function fulfilmentCost(
  { shipping, assumptions }: CostInputs,
  country: string | null,
  currency: string,
): Figure {
  const { fulfilment, fulfilmentBy } = assumptions
  if (fulfilment !== undefined || !fulfilmentBy) return enteredAmount(fulfilment)
  if (country === null) return missing('marketplace')
  const schedule = FBA_SCHEDULES[country]
  if (schedule?.currency !== currency) return missing('fulfilmentFee')
  const piece = packedPiece(shipping, assumptions)
  const lacking = missingMeasures(piece, ['weight', 'size'])
  if (lacking.length > 0) return missing(...lacking)
  const range = fulfilmentFee(piece, schedule)
  return range ? { range, estimated: true } : missing('fulfilmentFee')
}
