import { joinList, locale, texts } from '../../i18n/index.ts'
import type { Margin } from '../../pricing/margin.ts'

/** Fractions as `58–66 %`; one number if both round to the same. */
export function marginText({ low, high }: { low: string; high: string }): string {
  const percent = (share: string) => Math.round(Number(share) * 100)
  const [from, to] = [percent(low), percent(high)]
  const format = (value: number) => value.toLocaleString(locale(), { signDisplay: 'auto' })
  // A dash beside a minus sign would look like a second minus.
  const between = from < 0 || to < 0 ? ' … ' : '–'
  return from === to ? `${format(from)} %` : `${format(from)}${between}${format(to)} %`
}

/** The missing lines, each with its missing inputs: `freight (no weight)`. */
export function missingText({ missing, lines }: Margin): string {
  const t = texts()
  const named = missing.map((name) => {
    const inputs =
      lines.find((line) => line.name === name)?.missingInputs.map((input) => t.missingInputs[input]) ?? []
    return inputs.length > 0 ? t.missingCost(t.costLines[name], joinList(inputs)) : t.costLines[name]
  })
  return t.marginMissing(joinList(named))
}
