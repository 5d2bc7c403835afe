import type { Sum } from './cost-line.ts'
import { notNegative } from './decimal.ts'
import type { PercentRange } from './presets.ts'

/** A preset or an own percentage as a fraction. */
export function fractionOf<Id extends string>(
  choice: Id | { percent: string },
  presets: Record<Id, PercentRange>,
): Sum {
  const own = typeof choice === 'object'
  const { low, high } = own ? { low: choice.percent, high: choice.percent } : presets[choice]
  const from = notNegative(low)?.div('100')
  const to = notNegative(high)?.div('100')
  if (!from || !to) return { lacks: ['figure'] }
  return { band: { low: from, high: to }, estimated: !own }
}
