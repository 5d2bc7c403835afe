import { Decimal, positive } from './decimal.ts'
import type { Shipping } from './offer-with-details.ts'

/** The weight that is charged for one piece. */
export interface ChargeableWeight {
  kg: Decimal
  /** If false, the size is unknown and more may be charged. */
  exact: boolean
}

/**
 * The larger of the weight and the volume over `divisor` (cm³ per kilogram). The minimum weight of a shipment is left out,
 * because it applies to the whole shipment. `null` if the weight is unknown: the size alone gives only a lower limit.
 */
export function chargeableWeight(shipping: Shipping | null, divisor: string | null): ChargeableWeight | null {
  const kg = measure(shipping?.weightKg)
  if (!kg) return null
  if (divisor === null) return { kg, exact: true }
  const [length, width, height] = [shipping?.lengthCm, shipping?.widthCm, shipping?.heightCm].map(measure)
  if (!length || !width || !height) return { kg, exact: false }
  const volumetric = length.times(width).times(height).div(divisor)
  return { kg: volumetric.gt(kg) ? volumetric : kg, exact: true }
}

/** The weight that the user entered; `null` unless it is a number above zero. */
export function enteredWeight(weightKg: string): ChargeableWeight | null {
  const kg = positive(weightKg)
  return kg && { kg, exact: true }
}

function measure(value: number | null | undefined): Decimal | null {
  return value == null ? null : positive(new Decimal(String(value)).toFixed())
}
