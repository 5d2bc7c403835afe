import type { Assumptions } from '../model/assumptions.ts'
import {
  type AmountRange,
  type CostLine,
  type CostLineName,
  costLineOf,
  isKnown,
  rangeOf,
  type Sum,
  uncertaintiesIn,
} from './cost-line.ts'
import { type Decimal, notNegative, positive } from './decimal.ts'
import { type Costing, landedCosts } from './landed-cost.ts'
import { fractionOf } from './percent.ts'
import { FEE } from './presets.ts'
import { exactly, isZero, plus, times, ZERO } from './range.ts'
import { type MarginVerdict, marginVerdictOf } from './verdict.ts'

/** What the product sells for: the listing's price, or the range that it names. */
export interface Sale {
  /** Decimal string in `currency`; the lowest of a range. */
  price: string | null
  /** The highest of a range. */
  priceTo: string | null
  /** ISO 4217. */
  currency: string
}

/** What is left of the selling price of one piece. */
export interface Margin {
  /** The sale's. */
  currency: string
  /** Sale, goods, freight, duty, fee and other, in this order. */
  lines: CostLine[]
  /** This, `share` and `verdict` are `null` while a decisive line is missing. */
  margin: AmountRange | null
  /** Of the sale, as fractions with 4 decimals. */
  share: AmountRange | null
  verdict: MarginVerdict | null
  /** The lines that withhold the result. */
  missing: CostLineName[]
  estimated: CostLineName[]
}

/**
 * From the least that is left to the most: the low sale less the high costs, the high sale less the low costs. The fee is
 * the one of that very sale, so that a range of selling prices does not widen the band twice.
 */
export function marginOf(sale: Sale, costing: Costing): Margin {
  const { currency } = sale
  const selling = saleSum(sale)
  const { goods, freight, duty } = landedCosts(costing, currency)
  const fee = feeFraction(costing.assumptions)
  const other = otherSum(costing.assumptions)
  const lines = [
    costLineOf('sale', selling),
    costLineOf('goods', goods),
    costLineOf('freight', freight),
    costLineOf('duty', duty),
    costLineOf('fee', feeSum(selling, fee)),
    costLineOf('other', other),
  ]
  const open = { currency, lines, margin: null, share: null, verdict: null, ...uncertaintiesIn(lines) }
  const sums = [goods, freight, duty, ...(costing.assumptions.other === undefined ? [] : [other])]
  if (!isKnown(selling) || !isKnown(fee) || !sums.every(isKnown)) return open
  const costs = sums.map(({ band }) => band).reduce(plus)
  const left = {
    low: leftOf(selling.band.low, fee.band.high, costs.high),
    high: leftOf(selling.band.high, fee.band.low, costs.low),
  }
  const share = { low: left.low.div(selling.band.low), high: left.high.div(selling.band.high) }
  return { ...open, margin: rangeOf(left), ...marginVerdictOf(share) }
}

function leftOf(sale: Decimal, feeFraction: Decimal, costs: Decimal): Decimal {
  return sale.minus(sale.times(feeFraction)).minus(costs)
}

/** A price of zero is a page that does not tell it. */
function saleSum({ price, priceTo }: Sale): Sum {
  const from = positive(price)
  if (!from) return { lacks: ['price'] }
  const to = positive(priceTo) ?? from
  return { band: to.lt(from) ? { low: to, high: from } : { low: from, high: to }, estimated: false }
}

/** More than the whole sale is a slip of the pen. */
function feeFraction({ fee }: Assumptions): Sum {
  const fraction = fractionOf(fee, FEE)
  return isKnown(fraction) && fraction.band.high.gt('1') ? { lacks: ['figure'] } : fraction
}

function feeSum(selling: Sum, fraction: Sum): Sum {
  if (!isKnown(fraction)) return fraction
  // None at all is a decision and no estimate.
  if (isZero(fraction.band)) return { band: ZERO, estimated: false }
  if (!isKnown(selling)) return { lacks: [] }
  return { band: times(selling.band, fraction.band), estimated: fraction.estimated }
}

function otherSum({ other }: Assumptions): Sum {
  const amount = notNegative(other)
  if (amount) return { band: exactly(amount), estimated: false }
  return { lacks: other === undefined ? [] : ['figure'] }
}
