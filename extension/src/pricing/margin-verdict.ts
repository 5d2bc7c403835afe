import type { AmountRange } from './cost-line.ts'
import { Decimal, type DecimalRange } from './decimal.ts'

/** `good`: enough even in the worst case; `loss`: nothing even in the best; `tight`: between. */
export type MarginVerdict = 'good' | 'tight' | 'loss'

/** A rule of thumb: costs that are not counted (advertising, returns, storage) come out of the margin too. */
const GOOD_FROM = '0.30'
const LOSS_UP_TO = '0'

const DECIMALS = 4

export function verdictOf(margin: DecimalRange): MarginVerdict {
  return margin.low.gte(GOOD_FROM) ? 'good' : margin.high.lte(LOSS_UP_TO) ? 'loss' : 'tight'
}

/** Rounded outwards, so that the rounded figures agree with the verdict. */
export function roundedMargin(margin: DecimalRange): AmountRange {
  return { low: rounded(margin.low, 'down'), high: rounded(margin.high, 'up') }
}

function rounded(fraction: Decimal, to: 'down' | 'up'): string {
  // Big.js rounds towards or away from zero.
  const away = fraction.lt('0') === (to === 'down')
  const text = fraction.toFixed(DECIMALS, away ? Decimal.roundUp : Decimal.roundDown)
  return /[1-9]/.test(text) ? text : text.replace('-', '')
}
