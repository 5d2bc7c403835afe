import type { DutyId, FeeId, FreightId } from '../model/assumptions.ts'
import { type Figure, missing } from './cost-line.ts'
import { notNegative } from './decimal.ts'

export interface FreightPreset {
  /** Yuan per chargeable kilogram, door to door. */
  lowPerKg: string
  highPerKg: string
  /** Cubic centimetres charged as one kilogram; `null` if volume is not charged by the kilogram. */
  volumetricDivisor: string | null
}

export const FREIGHT_PRESETS: Record<FreightId, FreightPreset> = {
  express: { lowPerKg: '45', highPerKg: '90', volumetricDivisor: '6000' },
  air: { lowPerKg: '30', highPerKg: '60', volumetricDivisor: '6000' },
  // By the kilogram, as small sellers buy it. Bulky sea freight is charged by the cubic metre, which is not covered.
  sea: { lowPerKg: '8', highPerKg: '18', volumetricDivisor: null },
}

/** Most rates per kilogram charge volume too, so a custom rate is computed on the expensive side. */
export const CUSTOM_RATE_DIVISOR = '6000'

export interface PercentRange {
  low: string
  high: string
}

export const DUTY_PRESETS: Record<DutyId, PercentRange> = {
  none: { low: '0', high: '0' },
  usual: { low: '3', high: '12' },
  high: { low: '15', high: '35' },
}

/** The marketplace's share of the selling price. */
export const FEE_PRESETS: Record<FeeId, PercentRange> = {
  none: { low: '0', high: '0' },
  usual: { low: '8', high: '15' },
}

/** A preset or a custom percentage as a fraction. */
export function fractionOf<Id extends string>(
  choice: Id | { percent: string },
  presets: Record<Id, PercentRange>,
): Figure {
  const isCustom = typeof choice === 'object'
  const { low, high } = isCustom ? { low: choice.percent, high: choice.percent } : presets[choice]
  const from = notNegative(low)?.div('100')
  const to = notNegative(high)?.div('100')
  if (!from || !to) return missing('invalidNumber')
  return { range: { low: from, high: to }, estimated: !isCustom }
}
