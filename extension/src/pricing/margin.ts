import type { Assumptions } from '../model/assumptions.ts'
import {
  type AmountRange,
  type CostLine,
  type CostLineName,
  type Figure,
  isKnown,
  missing,
  toAmountRange,
  toCostLine,
  uncertainLines,
} from './cost-line.ts'
import { type Decimal, exactly, isZero, notNegative, plus, positive, times, ZERO } from './decimal.ts'
import { type CostInputs, landedCosts } from './landed-cost.ts'
import { type MarginVerdict, marginVerdict } from './margin-verdict.ts'
import { FEE_PRESETS, fractionOf } from './presets.ts'

/** The listing's selling price, or its range of prices. */
export interface SellingPriceRange {
  /** Decimal string in `currency`; the low end of a range. */
  price: string | null
  /** The high end of a range. */
  priceTo: string | null
  /** ISO 4217. */
  currency: string
}

/** What remains of the selling price of one piece. */
export interface Margin {
  /** Of the selling price. */
  currency: string
  /** Selling price, goods, freight, duty, fee and other, in this order. */
  lines: CostLine[]
  /** In money. It, `margin` and `verdict` are `null` while a required line is missing. */
  profit: AmountRange | null
  /** The profit as fractions of the selling price, with 4 decimals. */
  margin: AmountRange | null
  verdict: MarginVerdict | null
  /** The lines that prevent a result. */
  missing: CostLineName[]
  estimated: CostLineName[]
}

/**
 * From worst to best case: the low selling price minus the high costs, the high selling price minus the low costs. Each case
 * takes the fee of its own selling price, so that a range of prices does not widen the result twice.
 */
export function marginOf(sellingPrice: SellingPriceRange, inputs: CostInputs): Margin {
  const { currency } = sellingPrice
  const selling = sellingFigure(sellingPrice)
  const { goods, freight, duty } = landedCosts(inputs, currency)
  const fee = feeFraction(inputs.assumptions)
  const other = otherCost(inputs.assumptions)
  const lines = [
    toCostLine('sellingPrice', selling),
    toCostLine('goods', goods),
    toCostLine('freight', freight),
    toCostLine('duty', duty),
    toCostLine('fee', feeCost(selling, fee)),
    toCostLine('other', other),
  ]
  const incomplete = { currency, lines, profit: null, margin: null, verdict: null, ...uncertainLines(lines) }
  const figures = [goods, freight, duty, ...(inputs.assumptions.other === undefined ? [] : [other])]
  if (!isKnown(selling) || !isKnown(fee) || !figures.every(isKnown)) return incomplete
  const costs = figures.map(({ range }) => range).reduce(plus)
  const profit = {
    low: profitOf(selling.range.low, fee.range.high, costs.high),
    high: profitOf(selling.range.high, fee.range.low, costs.low),
  }
  const margin = { low: profit.low.div(selling.range.low), high: profit.high.div(selling.range.high) }
  return { ...incomplete, profit: toAmountRange(profit), ...marginVerdict(margin) }
}

function profitOf(sellingPrice: Decimal, feeFraction: Decimal, costs: Decimal): Decimal {
  return sellingPrice.minus(sellingPrice.times(feeFraction)).minus(costs)
}

/** A price of zero means that the page does not state it. */
function sellingFigure({ price, priceTo }: SellingPriceRange): Figure {
  const from = positive(price)
  if (!from) return missing('price')
  const to = positive(priceTo) ?? from
  return { range: to.lt(from) ? { low: to, high: from } : { low: from, high: to }, estimated: false }
}

/** A fee above 100 % is a typing error. */
function feeFraction({ fee }: Assumptions): Figure {
  const fraction = fractionOf(fee, FEE_PRESETS)
  return isKnown(fraction) && fraction.range.high.gt('1') ? missing('invalidNumber') : fraction
}

function feeCost(selling: Figure, fraction: Figure): Figure {
  if (!isKnown(fraction)) return fraction
  // Zero is the user's choice, not an estimate.
  if (isZero(fraction.range)) return { range: ZERO, estimated: false }
  if (!isKnown(selling)) return missing()
  return { range: times(selling.range, fraction.range), estimated: fraction.estimated }
}

function otherCost({ other }: Assumptions): Figure {
  const amount = notNegative(other)
  if (amount) return { range: exactly(amount), estimated: false }
  return other === undefined ? missing() : missing('invalidNumber')
}
