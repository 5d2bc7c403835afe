import { type AmountRange, toAmountRange } from './cost-line.ts'
import { Decimal, type DecimalRange } from './decimal.ts'
import { within } from './limits.ts'
import { roundedMargin } from './margin-verdict.ts'

/** A number of pieces in the best and in the worst case; `null` if no number is enough. */
export interface PieceRange {
  low: number | null
  high: number | null
}

/** What a whole order costs and brings. */
export interface OrderResult {
  quantity: number
  /** Pieces that can be sold, without the defects. Not a whole number. */
  sold: string
  /** All that is paid until the pieces can be sold. */
  total: AmountRange
  /** `null`, as is what follows, while it is unknown. */
  profit: AmountRange | null
  /** The profit as a fraction of all that is laid out, with 4 decimals; `null` if nothing is. */
  roi: AmountRange | null
  /** How many have to be sold until they have brought in what the order cost; `null` if all of them are not enough. */
  payback: PieceRange | null
  /** From how many pieces on an order covers what is paid once for it; `null` if nothing is counted that is paid once. */
  breakEven: PieceRange | null
}

interface OrderInputs {
  quantity: number
  /** For one piece that can be sold: landed costs, the same without what is paid once for an order, and other costs. */
  landed: DecimalRange
  withoutShared: DecimalRange
  other: DecimalRange
  /** What remains of one piece in the worst and in the best case, if known. */
  profit: DecimalRange | null
  defectsPercent: string | undefined
}

export function orderResult(inputs: OrderInputs): OrderResult {
  const { quantity, landed, withoutShared, other, profit, defectsPercent } = inputs
  const defective = within(defectsPercent, 'belowHundred')?.div('100') ?? new Decimal('0')
  const sold = new Decimal('1').minus(defective).times(String(quantity))
  const ofOrder = ({ low, high }: DecimalRange) => ({ low: low.times(sold), high: high.times(sold) })
  const laidOut = { low: landed.low.plus(other.low), high: landed.high.plus(other.high) }
  const total = ofOrder(landed)
  const shared = { low: landed.low.minus(withoutShared.low), high: landed.high.minus(withoutShared.high) }
  const once = ofOrder(shared)
  const costs = { quantity, sold: sold.toFixed(), total: toAmountRange(total) }
  if (!profit) return { ...costs, profit: null, roi: null, payback: null, breakEven: null }
  // What a piece brings in before the order, or before what is paid once for it, has been paid.
  const brings = (paid: DecimalRange) => ({
    low: profit.low.plus(paid.high),
    high: profit.high.plus(paid.low),
  })
  return {
    ...costs,
    profit: toAmountRange(ofOrder(profit)),
    roi: laidOut.low.gt('0') ? returnOn(laidOut, brings(laidOut)) : null,
    payback: pieces(total, brings(landed), sold),
    breakEven: once.high.gt('0') ? pieces(once, brings(shared)) : null,
  }
}

/** The fraction by which what comes back exceeds what was laid out. A sale that costs money itself brings in less than nothing. */
function returnOn(laidOut: DecimalRange, brings: DecimalRange): AmountRange {
  const low = brings.low.div(brings.low.lt('0') ? laidOut.low : laidOut.high)
  const high = brings.high.div(brings.high.lt('0') ? laidOut.high : laidOut.low)
  return roundedMargin({ low: low.minus('1'), high: high.minus('1') })
}

/** @param most how many there are, if that matters */
function pieces(costs: DecimalRange, brings: DecimalRange, most?: Decimal): PieceRange {
  const enough = (cost: Decimal, each: Decimal) => {
    if (each.lte('0')) return null
    // The last digits of a division must not cost a piece.
    const needed = cost.div(each).round(9).round(0, Decimal.roundUp)
    return most && needed.gt(most) ? null : Number(needed.toFixed())
  }
  return { low: enough(costs.low, brings.high), high: enough(costs.high, brings.low) }
}
