import { Decimal } from './decimal.ts'

/** From the least to the most that something can be; nothing below zero. */
export interface Band {
  low: Decimal
  high: Decimal
}

export const ZERO: Band = { low: new Decimal('0'), high: new Decimal('0') }

export function exactly(amount: Decimal): Band {
  return { low: amount, high: amount }
}

export function plus(a: Band, b: Band): Band {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) }
}

/** Right only for what is not below zero. */
export function times(a: Band, b: Band): Band {
  return { low: a.low.times(b.low), high: a.high.times(b.high) }
}

export function isZero({ high }: Band): boolean {
  return high.eq('0')
}
