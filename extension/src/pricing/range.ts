import { Decimal } from './decimal.ts'

/** From the least to the most that something can be; nothing below zero. */
export interface DecimalRange {
  low: Decimal
  high: Decimal
}

export const ZERO: DecimalRange = { low: new Decimal('0'), high: new Decimal('0') }

export function exactly(amount: Decimal): DecimalRange {
  return { low: amount, high: amount }
}

export function plus(a: DecimalRange, b: DecimalRange): DecimalRange {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) }
}

/** Right only for what is not below zero. */
export function times(a: DecimalRange, b: DecimalRange): DecimalRange {
  return { low: a.low.times(b.low), high: a.high.times(b.high) }
}

export function isZero({ high }: DecimalRange): boolean {
  return high.eq('0')
}
