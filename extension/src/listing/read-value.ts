import { plausible, readAmount } from './amount.ts'
import { currencyCode } from './currency.ts'
import { textOf } from './linked-data.ts'
import { type PriceHint, type ReadPrice, readPrice } from './read-price.ts'
import { decimalSeparator, decimalsOf } from './separator.ts'

/**
 * A price that is written for machines, so with a decimal point; what is not is read as people write it.
 *
 * "1.299" is again the trap: shops that write 1.299,00 € for people sometimes leave the point of the thousands. There
 * it is not read, except where the currency decides.
 */
export function readValue(value: unknown, currencyText: unknown, pageHint: PriceHint): ReadPrice | null {
  const text = textOf(value)
  if (!text) return null
  const hint = { ...pageHint, currency: currencyCode(textOf(currencyText)) ?? pageHint.currency ?? null }
  if (!/^\d+(\.\d+)?$/.test(text)) return readPrice(text, hint)
  const { currency } = hint
  const amount = /^[1-9]\d{0,2}\.\d{3}$/.test(text) ? threeDigits(text, hint) : plausible(text)
  return amount ? { amount, to: null, currency } : null
}

function threeDigits(text: string, hint: PriceHint & { currency: string | null }): string | undefined {
  const { currency } = hint
  if (currency && decimalsOf(currency) !== 2) return readAmount(text, { currency, decimal: '.' })
  return decimalSeparator(hint, currency) === ',' ? undefined : plausible(text)
}
