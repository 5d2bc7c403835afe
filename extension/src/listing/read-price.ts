import { plausibleAmount, readAmount } from './amount.ts'
import type { Locality } from './country.ts'
import { currencyCode, currencyOf, MARK } from './currency.ts'
import { decimalSeparator, decimalsOf } from './decimal-separator.ts'
import { type MarkedNumber, NUMBER, normalizeDigits, numbersIn } from './numbers-in-text.ts'
import { textOf } from './schema-org.ts'

export interface PriceHint extends Locality {
  /** ISO 4217, if the page states it elsewhere. */
  currency?: string | null
}

export interface ReadPrice {
  /** Decimal string; the low end of a range. */
  amount: string
  /** The high end of a range. */
  to: string | null
  /** ISO 4217; `null` if the mark is ambiguous, such as "$" on a page of unknown country. */
  currency: string | null
  /** The ambiguous mark, such as "$", where `currency` is `null` because of it. */
  mark?: string
}

interface Amount {
  /** Undefined if the number is ambiguous. */
  value: string | undefined
  endsRange: boolean
}

/** "2 for $5" is not the price of one. */
const SEVERAL = new RegExp(`\\d ?(?:for|für|pour|por|/) ?(?:${MARK})`, 'u')

/**
 * The price in a short text, such as "US $12.50 - $18.00", "1.299,00 €" or "12 990 ₽". `null` if there is none, or several
 * that do not form a range. A price in brackets, usually per unit, counts only if there is no other.
 */
export function readPrice(text: string, hint: PriceHint = {}): ReadPrice | null {
  const plain = normalizeDigits(text)
  const outside = moneyIn(plain.replace(/\([^)]*\)/g, ' '))
  const money = outside.length ? outside : moneyIn(plain)
  if (SEVERAL.test(plain)) return null
  const marks = money.flatMap((number) => number.marks)
  const of = marks.length ? currencyOf(marks, hint) : { currency: hint.currency ?? null }
  if (!of) return null
  const { currency } = of
  const style = { currency, decimal: decimalSeparator(hint, currency) }
  const [first, second, ...others] = money
    .map(({ written, endsRange }): Amount => ({ value: readAmount(written, style), endsRange }))
    // Amazon writes a price twice, once for screen readers.
    .filter(({ value }, at, all) => !value || value !== all[at - 1]?.value)
  if (!first?.value || others.length) return null
  const { value: amount } = first
  if (!second) return { amount, to: null, ...of }
  const isRange = second.value && second.endsRange && Number(second.value) > Number(amount)
  return isRange ? { amount, to: second.value ?? null, ...of } : null
}

/** Every amount of money in a text of any length; ambiguous ones are empty strings. */
export function amountsIn(text: string, hint: PriceHint): string[] {
  const marked = numbersIn(normalizeDigits(text)).filter(({ marks }) => marks.length > 0)
  return marked.map(({ written, marks }) => {
    const currency = currencyOf(marks, hint)?.currency ?? null
    return readAmount(written, { currency, decimal: decimalSeparator(hint, currency) }) ?? ''
  })
}

/** The numbers marked as money with the other ends of their ranges, or a bare number if it is alone. */
function moneyIn(text: string): MarkedNumber[] {
  const numbers = numbersIn(text)
  const bare = /^[\s.,:+*~–—-]*$/.test(text.replace(NUMBER, ''))
  const marked = (number: MarkedNumber | undefined) =>
    number !== undefined && (bare || number.marks.length > 0)
  return numbers.filter((number, at) => {
    const [before, after] = [numbers[at - 1], numbers[at + 1]]
    return marked(number) || (number.endsRange && marked(before)) || (after?.endsRange && marked(after))
  })
}

/**
 * A price in structured data, which should have a decimal point; anything else is read like a price for people.
 *
 * "1.299" is the trap: shops that write 1.299,00 € for people sometimes leave in the thousands separator. On such pages it
 * is not read, unless the currency decides.
 */
export function readMachinePrice(
  value: unknown,
  currencyText: unknown,
  pageHint: PriceHint,
): ReadPrice | null {
  const text = textOf(value)
  if (!text) return null
  const hint = { ...pageHint, currency: currencyCode(textOf(currencyText)) ?? pageHint.currency ?? null }
  if (!/^\d+(\.\d+)?$/.test(text)) return readPrice(text, hint)
  const { currency } = hint
  const amount = /^[1-9]\d{0,2}\.\d{3}$/.test(text) ? readThreeDecimals(text, hint) : plausibleAmount(text)
  return amount ? { amount, to: null, currency } : null
}

function readThreeDecimals(text: string, hint: PriceHint & { currency: string | null }): string | undefined {
  const { currency } = hint
  if (currency && decimalsOf(currency) !== 2) return readAmount(text, { currency, decimal: '.' })
  return decimalSeparator(hint, currency) === ',' ? undefined : plausibleAmount(text)
}
