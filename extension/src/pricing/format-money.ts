import { Decimal } from './decimal.ts'

/** Where Intl's sign depends on the locale, and would be the same for both in one of them. */
const SIGNS: Record<string, string> = { CNY: '¥', JPY: 'JP¥' }

/**
 * An amount rounded half up (a loss away from zero) to the decimals that its currency has: `2.61`, for yen `1860`. What
 * is below ten of its smallest unit keeps two digits that say something, such as `0.085` for a button: no amount but
 * zero is shown as zero.
 */
export function display(amount: string, currency: string): string {
  const exact = new Decimal(amount)
  const usual = decimalsOf(currency)
  const rounded = exact.round(usual)
  const smallest = new Decimal('10').pow(-usual)
  if (exact.eq('0') || exact.abs().gte(smallest.times('10'))) return rounded.toFixed(usual)
  const telling = exact.prec(2)
  return telling.toFixed(Math.max(usual, telling.c.length - 1 - telling.e))
}

/** As people in a locale write it: `$2.61`, `2,61 $`. Yuan are always `¥` and yen `JP¥`, in whatever locale. */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const shown = display(amount, currency)
  const decimals = shown.split('.')[1]?.length ?? 0
  // As a string, which every digit survives.
  const number = shown as `${number}`
  if (!isCode(currency)) return `${numberFormat(locale, decimals).format(number)} ${currency}`.trim()
  return numberFormat(locale, decimals, currency)
    .formatToParts(number)
    .map(({ type, value }) => (type === 'currency' ? (SIGNS[currency] ?? value) : value))
    .join('')
}

function decimalsOf(currency: string): number {
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

/** Making a format costs more than using it, and a list asks for the same one again and again. */
const formats = new Map<string, Intl.NumberFormat>()

function cached(name: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const format = formats.get(name) ?? make()
  formats.set(name, format)
  return format
}

/** Intl throws at anything else, and a page may name its currency as it likes. */
function isCode(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency)
}
