import { locale, texts } from '../../i18n/index.ts'
import type { AmountRange } from '../../pricing/cost-line.ts'
import type { Bound } from '../../pricing/figure.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import type { Margin, SellingPriceRange } from '../../pricing/margin.ts'
import { whole } from '../format/text.ts'

/** Fractions as `58–66%`, `-261% to -141%`; one number if both round to the same. */
export function percentText({ low, high }: AmountRange): string {
  const [from, to] = [low, high].map((share) => Math.round(Number(share) * 100)) as [number, number]
  const format = (value: number) => value.toLocaleString(locale(), { signDisplay: 'auto' })
  if (from === to) return `${format(from)}%`
  return from < 0 ? texts().fromTo(`${format(from)}%`, `${format(to)}%`) : `${format(from)}–${format(to)}%`
}

/** An amount of money, `$2.61–3.10`, or `-$8.95 to $2.00`. */
export function moneyText({ low, high }: AmountRange, currency: string): string {
  const [from, to] = [low, high].map((amount) => formatMoney(amount, currency, locale())) as [string, string]
  if (from === to) return from
  return Number(low) < 0 ? texts().fromTo(from, to) : withOneSign(from, to)
}

/** `$2.61–3.10`, `2.61–3.10 XYZ` */
function withOneSign(from: string, to: string): string {
  const sign = /^[^\d-]+/.exec(from)?.[0] ?? ''
  const unit = /[^\d]+$/.exec(from)?.[0] ?? ''
  return `${from.slice(0, from.length - unit.length)}–${to.startsWith(sign) ? to.slice(sign.length) : to}`
}

/** What the listing says: `$5.00`, `$10.00–$25.00`, `from $5.00`. Empty if that is no number. */
export function sellingPriceText({ price, priceTo, isFrom, currency }: SellingPriceRange): string {
  if (price === null) return ''
  const text = moneyText({ low: price, high: priceTo ?? price }, currency)
  return isFrom ? texts().priceFrom(text) : text
}

/** With a bound, the side that holds: `at most 35%`. */
export function boundedText(
  range: AmountRange,
  bound: Bound | null,
  format: (range: AmountRange) => string,
): string {
  if (bound === null) return format(range)
  const { low, high } = range
  const side = { atLeast: { low, high: low }, atMost: { low: high, high }, open: range }[bound]
  return texts().bounds[bound](format(side))
}

/** The margin, or an empty text if there is none. */
export function marginText({ margin, bound }: Pick<Margin, 'margin' | 'bound'>): string {
  return margin ? boundedText(margin, bound, percentText) : ''
}

/** What to do so that there is a margin: the first step, and how many others. */
export function missingText(result: Margin): string {
  return missingSteps(result)[0] ?? ''
}

/** One for each missing input, and for each line with an invalid number. */
export function missingSteps({ missing, lines }: Margin): string[] {
  const t = texts()
  const steps = lines
    .filter(({ name }) => missing.includes(name))
    .flatMap(({ name, missingInputs }) =>
      missingInputs.map((input) => t.missingInputs[input](t.costLines[name])),
    )
  return [...new Set(steps)]
}

/** Why there is no verdict although there is a margin, and what to do. */
export function doubtSteps({ doubts, quantity, minimumOrder }: Margin): string[] {
  const t = texts()
  return doubts.map((doubt) => t.doubts[doubt](whole(quantity), whole(minimumOrder ?? quantity)))
}
