import type { OwnRate } from './convert.ts'

/**
 * Rough ranges of ours, taken from no tariff and no carrier. They only keep a rough figure from being read as an exact
 * one, and whatever rests on them is shown as estimated. Who knows better types an own figure.
 */

export const FREIGHT_IDS = ['express', 'air', 'sea'] as const
export type FreightId = (typeof FREIGHT_IDS)[number]

export interface Freight {
  /** Yuan a chargeable kilogram, door to door. */
  lowPerKg: string
  highPerKg: string
  /** Cubic centimetres that are charged as one kilogram; `null` where the space is not charged by the kilogram. */
  volumetricDivisor: string | null
}

export const FREIGHT: Record<FreightId, Freight> = {
  express: { lowPerKg: '45', highPerKg: '90', volumetricDivisor: '6000' },
  air: { lowPerKg: '30', highPerKg: '60', volumetricDivisor: '6000' },
  // By the kilogram, as small sellers buy it. Bulky goods by sea are charged by the cubic metre, which this leaves out.
  sea: { lowPerKg: '8', highPerKg: '18', volumetricDivisor: null },
}

/** Whoever charges by the kilogram mostly charges the space too: an own rate is taken on the dearer side. */
export const OWN_RATE_DIVISOR = '6000'

export interface PercentRange {
  low: string
  high: string
}

export const DUTY_IDS = ['none', 'usual', 'high'] as const
export type DutyId = (typeof DUTY_IDS)[number]

export const DUTY: Record<DutyId, PercentRange> = {
  none: { low: '0', high: '0' },
  usual: { low: '3', high: '12' },
  high: { low: '15', high: '35' },
}

export const FEE_IDS = ['none', 'usual'] as const
export type FeeId = (typeof FEE_IDS)[number]

/** What a marketplace takes of the selling price. */
export const FEE: Record<FeeId, PercentRange> = {
  none: { low: '0', high: '0' },
  usual: { low: '8', high: '15' },
}

/** What holds for every product. */
export interface LastingAssumptions {
  /** An own rate in yuan a kilogram. */
  freight: FreightId | { perKg: string }
  duty: DutyId | { percent: string }
  fee: FeeId | { percent: string }
  ownRate?: OwnRate
}

/** What a person says of one product. */
export interface ProductFigures {
  /** Of one piece as it is charged: it goes before what the offer says of weight and size. */
  weightKg?: string
  /** Any further cost of one piece, in the listing's currency. */
  other?: string
}

export type Assumptions = LastingAssumptions & ProductFigures

export const DEFAULT_ASSUMPTIONS: LastingAssumptions = { freight: 'air', duty: 'usual', fee: 'usual' }
