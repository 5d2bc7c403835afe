import { Decimal, positive } from './decimal.ts'
import type { Shipping } from './offer-with-details.ts'

/** What one piece is charged as. */
export interface Weight {
  kg: Decimal
  /** Where not, its size was not told, and it may be charged as more. */
  sure: boolean
}

/**
 * The larger of its weight and its volume over `divisor` (cm³ a kilogram). A shipment's least weight is left out: it is
 * one of the whole shipment, not of a piece. `null` where the weight is not known: a size alone says only what it is
 * charged as at the least.
 */
export function chargeableWeight(shipping: Shipping | null, divisor: string | null): Weight | null {
  const kg = measure(shipping?.weightKg)
  if (!kg) return null
  if (divisor === null) return { kg, sure: true }
  const [length, width, height] = [shipping?.lengthCm, shipping?.widthCm, shipping?.heightCm].map(measure)
  if (!length || !width || !height) return { kg, sure: false }
  const volumetric = length.times(width).times(height).div(divisor)
  return { kg: volumetric.gt(kg) ? volumetric : kg, sure: true }
}

/** As a person weighed it; `null` where that is no number above zero. */
export function typedWeight(weightKg: string): Weight | null {
  const kg = positive(weightKg)
  return kg && { kg, sure: true }
}

function measure(value: number | null | undefined): Decimal | null {
  return value == null ? null : positive(new Decimal(String(value)).toFixed())
}
