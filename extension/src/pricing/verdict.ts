import type { AmountRange } from './cost-line.ts'
import { Decimal } from './decimal.ts'
import type { DecimalRange } from './range.ts'

/** Enough is left even in the worst case; it depends; nothing is left even in the best case. */
export type MarginVerdict = 'good' | 'tight' | 'loss'

/** Of the sale. Our rule of thumb: what the sum leaves out (advertising, returns, storage) has to come from it too. */
const GOOD_FROM = '0.30'
const LOSS_UP_TO = '0'

const DECIMALS = 4

/** What is left of the sale as fractions, rounded outwards, so that the verdict can be read off the rounded ones. */
export function marginVerdictOf(share: DecimalRange): { share: AmountRange; verdict: MarginVerdict } {
  return {
    share: { low: rounded(share.low, 'down'), high: rounded(share.high, 'up') },
    verdict: share.low.gte(GOOD_FROM) ? 'good' : share.high.lte(LOSS_UP_TO) ? 'loss' : 'tight',
  }
}

function rounded(share: Decimal, to: 'down' | 'up'): string {
  // Big.js names its directions by their distance from zero.
  const away = share.lt('0') === (to === 'down')
  const text = share.toFixed(DECIMALS, away ? Decimal.roundUp : Decimal.roundDown)
  return /[1-9]/.test(text) ? text : text.replace('-', '')
}
