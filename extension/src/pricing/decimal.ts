import Big from 'big.js'

/** Strict decimal arithmetic: a float throws instead of being taken for money. */
export const Decimal = Big()
Decimal.strict = true

export type Decimal = Big

/** From a plain decimal string, with a minus sign for a loss; `null` for anything else. */
export function decimal(text: string | null | undefined): Decimal | null {
  return typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : null
}

/** For values that cannot be negative, such as a price or a percentage. */
export function notNegative(text: string | null | undefined): Decimal | null {
  const number = decimal(text)
  return number?.gte('0') ? number : null
}

/** For values that cannot be zero either, such as an exchange rate or a weight. */
export function positive(text: string | null | undefined): Decimal | null {
  const number = decimal(text)
  return number?.gt('0') ? number : null
}

/** Lowest and highest value; never negative. */
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

/** Correct only for values that are not negative. */
export function times(a: DecimalRange, b: DecimalRange): DecimalRange {
  return { low: a.low.times(b.low), high: a.high.times(b.high) }
}

export function isZero({ high }: DecimalRange): boolean {
  return high.eq('0')
}
