import type { DutyId, FeeId, FreightId } from '../model/assumptions.ts'

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

export const DUTY: Record<DutyId, PercentRange> = {
  none: { low: '0', high: '0' },
  usual: { low: '3', high: '12' },
  high: { low: '15', high: '35' },
}
/** What a marketplace takes of the selling price. */
export const FEE: Record<FeeId, PercentRange> = {
  none: { low: '0', high: '0' },
  usual: { low: '8', high: '15' },
}
