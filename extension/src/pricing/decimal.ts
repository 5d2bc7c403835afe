import Big from 'big.js'

/** Decimal arithmetic of its own setting: strict, so that a float handed to it throws instead of being taken for money. */
export const Decimal = Big()
Decimal.strict = true

export type Decimal = Big

/** A plain decimal string, with a minus sign where it is a loss; `null` for whatever is not one. */
export function decimal(text: string | null | undefined): Decimal | null {
  return typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : null
}

/** What cannot be below zero, such as a price or a rate in percent. */
export function notNegative(text: string | null | undefined): Decimal | null {
  const number = decimal(text)
  return number?.gte('0') ? number : null
}

/** What cannot be zero either, such as an exchange rate or a weight. */
export function positive(text: string | null | undefined): Decimal | null {
  const number = decimal(text)
  return number?.gt('0') ? number : null
}
