import { readAmount } from './amount.ts'
import type { Locality } from './country.ts'
import { currencyOf, MARK } from './currency.ts'
import { type MarkedNumber, NUMBER, numbersIn } from './marked-numbers.ts'
import { plainCharacters } from './plain-characters.ts'
import { decimalSeparator } from './separator.ts'

export interface PriceHint extends Locality {
  /** ISO 4217, where the page says it elsewhere. */
  currency?: string | null
}

export interface ReadPrice {
  /** Decimal string; the lowest of a range. */
  amount: string
  /** The highest of a range. */
  to: string | null
  /** ISO 4217; `null` where the mark could be one of several, as "$" on a page that does not tell its country. */
  currency: string | null
}

interface Amount {
  /** Missing where the number cannot be told. */
  value: string | undefined
  linked: boolean
}

/** "2 for $5" is no price of one. */
const SEVERAL = new RegExp(`\\d ?(?:for|für|pour|por|/) ?(?:${MARK})`, 'u')

/**
 * The price in a short text, such as "US $12.50 - $18.00", "1.299,00 €" or "12 990 ₽". `null` where there is none, or
 * several that are no range: which of them is meant cannot be told. What is in brackets, mostly a price per unit,
 * counts only where there is no other.
 */
export function readPrice(text: string, hint: PriceHint = {}): ReadPrice | null {
  const plain = plainCharacters(text)
  const outside = moneyIn(plain.replace(/\([^)]*\)/g, ' '))
  const money = outside.length ? outside : moneyIn(plain)
  if (SEVERAL.test(plain)) return null
  const marks = money.flatMap((number) => number.marks)
  const currency = marks.length ? currencyOf(marks, hint) : (hint.currency ?? null)
  if (currency === undefined) return null
  const style = { currency, decimal: decimalSeparator(hint, currency) }
  const [first, second, ...others] = money
    .map(({ written, linked }): Amount => ({ value: readAmount(written, style), linked }))
    // Amazon says a price twice, once for the eye and once for the ear.
    .filter(({ value }, at, all) => !value || value !== all[at - 1]?.value)
  if (!first?.value || others.length) return null
  const { value: amount } = first
  if (!second) return { amount, to: null, currency }
  const isRange = second.value && second.linked && Number(second.value) > Number(amount)
  return isRange ? { amount, to: second.value ?? null, currency } : null
}

/** Every amount of money that a text of any length names; empty strings for those that cannot be told. */
export function amountsIn(text: string, hint: PriceHint): string[] {
  const marked = numbersIn(plainCharacters(text)).filter(({ marks }) => marks.length > 0)
  return marked.map(({ written, marks }) => {
    const currency = currencyOf(marks, hint) ?? null
    return readAmount(written, { currency, decimal: decimalSeparator(hint, currency) }) ?? ''
  })
}

/** What is marked as money, and the other end of its range; a bare number where there is nothing else. */
function moneyIn(text: string): MarkedNumber[] {
  const numbers = numbersIn(text)
  const bare = /^[\s.,:+*~–—-]*$/.test(text.replace(NUMBER, ''))
  const marked = (number: MarkedNumber | undefined) =>
    number !== undefined && (bare || number.marks.length > 0)
  return numbers.filter((number, at) => {
    const [before, after] = [numbers[at - 1], numbers[at + 1]]
    return marked(number) || (number.linked && marked(before)) || (after?.linked && marked(after))
  })
}
