import { locale, texts } from '../../i18n/index.ts'
import type { AmountRange } from '../../pricing/cost-line.ts'
import type { Bound } from '../../pricing/figure.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import type { Margin, SellingPriceRange } from '../../pricing/margin.ts'
import { whole } from '../format/text.ts'

/** Fractions as `58–66%`; one number if both round to the same. */
export function percentText({ low, high }: AmountRange): string {
  const percent = (share: string) => Math.round(Number(share) * 100)
  const [from, to] = [percent(low), percent(high)]
  const format = (value: number) => value.toLocaleString(locale(), { signDisplay: 'auto' })
  return from === to ? `${format(from)}%` : `${format(from)}${dash(from)}${format(to)}%`
}

/** An amount of money, or `$2.61–$3.10`. */
export function moneyText({ low, high }: AmountRange, currency: string): string {
  const [from, to] = [low, high].map((amount) => formatMoney(amount, currency, locale()))
  return from === to ? `${from}` : `${from}${dash(Number(low))}${to}`
}

/** What the listing says: `$5.00`, `$10.00–$25.00`, `from $5.00`. Empty if that is no number. */
export function sellingPriceText({ price, priceTo, isFrom, currency }: SellingPriceRange): string {
  if (price === null) return ''
  const text = moneyText({ low: price, high: priceTo ?? price }, currency)
  return isFrom ? texts().priceFrom(text) : text
}

/** A dash beside a minus sign would look like a second minus. */
function dash(from: number): string {
  return from < 0 ? ' … ' : '–'
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
