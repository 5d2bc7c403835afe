import { Decimal } from './decimal.ts'

/** Intl's signs for these depend on the locale, and in one locale both are the same. */
const SIGNS: Record<string, string> = { CNY: '¥', JPY: 'JP¥' }

/**
 * An amount rounded half away from zero to the decimals of its currency: `2.61`, for yen `1860`. Below ten of the smallest
 * units it keeps two significant digits, such as `0.085` for a button, so that only zero is shown as zero.
 */
export function roundForDisplay(amount: string, currency: string): string {
  const exact = new Decimal(amount)
  const usual = decimalsOf(currency)
  const rounded = exact.round(usual)
  const smallest = new Decimal('10').pow(-usual)
  if (exact.eq('0') || exact.abs().gte(smallest.times('10'))) return rounded.toFixed(usual)
  const significant = exact.prec(2)
  return significant.toFixed(Math.max(usual, significant.c.length - 1 - significant.e))
}

/** Formatted for a locale: `$2.61`, `2,61 $`. In every locale yuan are `¥` and yen `JP¥`. */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const shown = roundForDisplay(amount, currency)
  const decimals = shown.split('.')[1]?.length ?? 0
  // A string keeps every digit.
  const number = shown as `${number}`
  if (!isCode(currency)) return `${numberFormat(locale, decimals).format(number)} ${currency}`.trim()
  return numberFormat(locale, decimals, currency)
    .formatToParts(number)
    .map(({ type, value }) => (type === 'currency' ? (SIGNS[currency] ?? value) : value))
    .join('')
}

/** `$`, `CA$`, `€`; for yuan and yen as in `formatMoney`. */
export function currencySign(currency: string): string {
  if (!isCode(currency)) return currency
  const parts = currencyFormat('en', currency).formatToParts(0)
  return SIGNS[currency] ?? parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** How many decimals amounts in the currency usually have. */
export function decimalsOf(currency: string): number {
  if (!isCode(currency)) return 2
  const format = cached(`decimals of ${currency}`, () => currencyFormat('en', currency))
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

function numberFormat(locale: string, decimals: number, currency?: string): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return cached(`${locale} ${decimals} ${currency ?? ''}`, () =>
    currency ? currencyFormat(locale, currency, digits) : new Intl.NumberFormat(locale, digits),
  )
}

function currencyFormat(locale: string, currency: string, digits: Intl.NumberFormatOptions = {}) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits })
}

/** Creating a format is expensive, and a list needs the same ones again and again. */
const formats = new Map<string, Intl.NumberFormat>()

function cached(name: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const format = formats.get(name) ?? make()
  formats.set(name, format)
  return format
}

/** Intl throws on anything else, and pages contain any text as a currency. */
function isCode(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency)
}
