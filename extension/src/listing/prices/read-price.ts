import { readAmount } from './amount.ts'
import { type AmountRole, roleOf, taxBeside } from './amount-roles.ts'
import { countryOf, type Locality } from './country.ts'
import { type Currency, currenciesOf, currencyOf } from './currency.ts'
import { decimalSeparator, groupsWithSpaces } from './decimal-separator.ts'
import { normalizeText } from './normalize-text.ts'
import { type MarkedNumber, moneyIn, numbersIn } from './numbers-in-text.ts'

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
  /** It is said to be the lowest of several: "from $5". */
  isFrom?: true
  /** The ambiguous mark, such as "$", where `currency` is `null` because of it. */
  mark?: string
}

/** Most texts of a page have none. */
const HAS_NUMBER = /\p{N}/u

interface Amount extends MarkedNumber {
  role: AmountRole
  isInBrackets: boolean
  tax: 'included' | 'excluded' | undefined
}

/**
 * The price of one piece in a short text, such as "US $12.50 - $18.00", "1.299,00 €" or "12 990 ₽". `null` if there is none, or
 * several that do not form a range. What the text calls a list price, a saving, shipping, an instalment, or a price by weight
 * or of several pieces is none, and of a net and a gross price the gross one is. A price in brackets, usually per unit,
 * counts only if there is no other.
 */
export function readPrice(text: string, hint: PriceHint = {}): ReadPrice | null {
  if (!HAS_NUMBER.test(text)) return null
  const plain = normalizeText(text)
  const numbers = numbersIn(plain, countryOf(hint))
  const money = amountsOf(moneyIn(numbers, plain, groupsWithSpaces(hint)), plain)
  if (money.some(({ role, isInBrackets }) => role === 'former' && !isInBrackets)) return null
  const prices = money.filter(({ role }) => role === 'price')
  const gross = withTax(prices, (number) => Number(amountOf(number, hint)))
  if (!gross) return null
  const outside = gross.filter(({ isInBrackets }) => !isInBrackets)
  const chosen = outside.length ? outside : gross
  const marks = chosen.flatMap((number) => number.marks)
  const of = marks.length ? currencyOf(marks, hint) : { currency: hint.currency ?? null }
  if (!of) return null
  const [first, second, ...others] = chosen
    .map(({ written, endsRange }) => ({ value: readIn(written, of, marks, hint), endsRange }))
    // Amazon writes a price twice, once for screen readers.
    .filter(({ value }, at, all) => !value || at === 0 || Number(value) !== Number(all[at - 1]?.value))
  if (!first?.value || others.length) return null
  const { value: amount } = first
  if (!second) return { amount, to: null, ...of }
  const isRange = second.value && second.endsRange && Number(second.value) > Number(amount)
  return isRange ? { amount, to: second.value ?? null, ...of } : null
}

/** Every amount of money in a text of any length; ambiguous ones are empty strings. */
export function amountsIn(text: string, hint: PriceHint): string[] {
  if (!HAS_NUMBER.test(text)) return []
  const marked = numbersIn(normalizeText(text), countryOf(hint)).filter(({ marks }) => marks.length > 0)
  return marked.map((number) => amountOf(number, hint) ?? '')
}

function amountsOf(money: MarkedNumber[], text: string): Amount[] {
  const gaps = [...money, undefined].map((number, at) =>
    text.slice(money[at - 1]?.end ?? 0, number?.start ?? text.length),
  )
  const taxes = taxBeside(gaps)
  const roles = money.map(({ endsRange }, at) =>
    // The dash of a range is no minus, and "to" no label.
    roleOf(endsRange ? '' : (gaps[at] ?? ''), gaps[at + 1] ?? '', at === money.length - 1),
  )
  return money.map((number, at) => {
    const before = text.slice(0, number.start)
    return {
      ...number,
      role: inRange(roles, at, money),
      isInBrackets: before.lastIndexOf('(') > before.lastIndexOf(')'),
      tax: taxes[at],
    }
  })
}

/** Both ends of a range are what one of them is: "Shipping: $5 - $12", "$10 - $12 / lot". */
function inRange(roles: AmountRole[], at: number, money: MarkedNumber[]): AmountRole {
  const ends = [at, ...(money[at]?.endsRange ? [at - 1] : []), ...(money[at + 1]?.endsRange ? [at + 1] : [])]
  return ends.map((end) => roles[end] ?? 'price').find((role) => role !== 'price') ?? 'price'
}

/** Without net prices beside their gross ones; `null` if only net prices are known. */
function withTax(prices: Amount[], amountOf: (price: Amount) => number): Amount[] | null {
  const net = prices.filter(({ tax }) => tax === 'excluded')
  const rest = prices.filter(({ tax }) => tax !== 'excluded')
  const gross = rest.filter(({ tax }) => tax === 'included')
  const unsaid = rest.filter(({ tax }) => tax === undefined)
  if (prices.some(({ endsRange }) => endsRange)) return net.length ? null : prices
  const [price] = gross.length ? gross : unsaid
  const isNetOf = (each: Amount) => price !== undefined && isNet(amountOf(each), amountOf(price))
  if (net.length) {
    if (!price || !net.every((each) => (gross.length ? amountOf(each) < amountOf(price) : isNetOf(each))))
      return null
  }
  return gross.length ? [...gross, ...unsaid.filter((each) => !isNetOf(each))] : unsaid
}

/** The rates of value-added tax in per cent. */
const TAX_RATES = [
  5, 5.5, 6, 7, 7.7, 8, 8.1, 9, 9.5, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 25.5, 27,
]

function isNet(net: number, gross: number): boolean {
  const rounding = Number.isInteger(net) && Number.isInteger(gross) ? 1 : 0.02
  return TAX_RATES.some((rate) => Math.abs(net * (1 + rate / 100) - gross) <= rounding)
}

function amountOf({ written, marks }: MarkedNumber, hint: PriceHint): string | undefined {
  return readIn(written, currencyOf(marks, hint) ?? { currency: null }, marks, hint)
}

function readIn(
  written: string,
  { currency }: Currency,
  marks: string[],
  hint: PriceHint,
): string | undefined {
  if (!written) return undefined
  const possible = currency ? [currency] : marks.flatMap(currenciesOf)
  return readAmount(written, { currency, decimal: decimalSeparator(hint, possible) })
}
