import { locale } from '../../i18n/index.ts'

const STEPS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** `at` in ms since the epoch as `3 hours ago`; from a week on as a date. */
export function ago(at: number, now = Date.now()): string {
  const past = now - at
  if (past >= 7 * 86_400_000) return new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' })
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  for (const [unit, ms] of STEPS) if (past >= ms) return format.format(-Math.floor(past / ms), unit)
  return format.format(0, 'minute')
}
