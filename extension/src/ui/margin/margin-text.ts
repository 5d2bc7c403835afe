import { joinList, locale, texts } from '../../i18n/index.ts'
import type { Margin } from '../../pricing/margin.ts'

/** Fractions as `58–66 %`; one number where both round to the same. */
export function shareBand({ low, high }: { low: string; high: string }): string {
  const percent = (share: string) => Math.round(Number(share) * 100)
  const [from, to] = [percent(low), percent(high)]
  const format = (value: number) => value.toLocaleString(locale(), { signDisplay: 'auto' })
  // A dash after a minus sign would be read as another one.
  const between = from < 0 || to < 0 ? ' … ' : '–'
  return from === to ? `${format(from)} %` : `${format(from)}${between}${format(to)} %`
}

/** The lines that are missing, each with what it lacks: `freight (no weight)`. */
export function missingText({ missing, lines }: Margin): string {
  const t = texts()
  const named = missing.map((name) => {
    const lacks = (lines.find((line) => line.name === name)?.lacks ?? []).map((lack) => t.missingInputs[lack])
    return lacks.length > 0 ? t.missingCost(t.costLines[name], joinList(lacks)) : t.costLines[name]
  })
  return t.marginMissing(joinList(named))
}
