import type { Offer } from '@find-on-1688/shared'
import { isChinese, locale, texts } from '../../i18n/index.ts'

/** `12345` as `12,345`. */
export function whole(count: number): string {
  return count.toLocaleString('en')
}

/** Bytes as kilobytes: `51`, `0.8`. */
export function kilobytes(bytes: number): string {
  const value = bytes / 1000
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}

/** Yuan with at least two decimals, from a decimal string without converting to a float. */
export function money(amount: string): string {
  const [units = '0', decimals = ''] = amount.split('.')
  return `${units.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals.padEnd(2, '0')}`
}

/** `0.13` as `13%`. */
export function percent(rate: number): string {
  return `${Math.round(rate * 100)}%`
}

/** The title in the user's language if 1688 has a translation. */
export function titleOf({ title, titleTranslated }: Offer): string {
  return isChinese() ? title : (titleTranslated ?? title)
}

const UNITS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** `at` (ms since the epoch) as `3 hours ago`; as a date after a week. */
export function ago(at: number, now = Date.now()): string {
  const past = now - at
  if (past >= 7 * 86_400_000) return new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' })
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  for (const [unit, ms] of UNITS) if (past >= ms) return format.format(-Math.floor(past / ms), unit)
  return texts().justNow
}
