import type { DetailedOffer } from '@find-on-1688/shared'
import { asObject, type JsonObject } from '../gateway/json.ts'
import { measure } from './numbers.ts'
import { id, objectsIn } from './sanitize.ts'

export type Parcel = DetailedOffer['shipping']

export const UNKNOWN_PARCEL: Parcel = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
const GRAM = 1e-3
const MOST = 1000

/** Weight and size of a piece as shipped: as the seller says, else as 1688 measured it, else as of all variants. */
export function readParcel(product: JsonObject, ofVariants: Parcel): Parcel {
  const info = asObject(product.productShippingInfo)
  return [parcelIn(info, 'official'), parcelIn(product, 'official'), ofVariants].reduce(
    completed,
    parcelIn(info),
  )
}

/** The same by the variant's id. */
export function readParcels(product: JsonObject): Map<string, Parcel> {
  const { skuShippingDetails, skuShippingInfoList } = asObject(product.productShippingInfo) ?? product
  const parcels = new Map<string, Parcel>()
  const add = (fields: JsonObject, parcel: Parcel) => {
    const skuId = id(fields.skuId)
    if (skuId !== null) parcels.set(skuId, completed(parcels.get(skuId) ?? UNKNOWN_PARCEL, parcel))
  }
  for (const fields of objectsIn(skuShippingDetails, MOST)) {
    add(fields, parcelIn(fields))
    add(fields, parcelIn(fields, 'official'))
  }
  // The older list, and the only place where the platform documents grams.
  for (const fields of objectsIn(skuShippingInfoList, MOST)) add(fields, parcelIn(fields, '', GRAM))
  return parcels
}

function parcelIn(fields: JsonObject | undefined, prefix = '', weightUnit = 1): Parcel {
  const read = (side: string, unit = 1) =>
    measure(fields?.[prefix ? prefix + side : side.toLowerCase()], unit)
  return plausible({
    weightKg: read('Weight', weightUnit),
    lengthCm: read('Length'),
    widthCm: read('Width'),
    heightCm: read('Height'),
  })
}

/** The three sides are of one measurement, so they are taken together. */
function completed(known: Parcel, other: Parcel): Parcel {
  const { weightKg, ...size } = known
  const isSized = Object.values(size).some((side) => side !== null)
  return { ...other, ...(isSized && size), weightKg: weightKg ?? other.weightKg }
}

const DENSEST_KG_PER_CM3 = 0.02
/** Less than air. */
const LIGHTEST_KG_PER_CM3 = 1e-6

/**
 * Sellers enter grams for kilograms, millimetres for centimetres and 1 × 1 × 1 for a size they do not know. What cannot be
 * is unknown, because nothing tells which unit was meant: 350 kg in two litres would be denser than gold, so the weight is
 * not in kilograms; and what is lighter than air has a wrong weight or a wrong size.
 */
function plausible(parcel: Parcel): Parcel {
  const { weightKg, lengthCm, widthCm, heightCm } = parcel
  // NaN where a side is unknown: nothing is above or below it.
  const volume = (lengthCm ?? NaN) * (widthCm ?? NaN) * (heightCm ?? NaN)
  if (volume <= 1) return { ...UNKNOWN_PARCEL, weightKg }
  const density = (weightKg ?? NaN) / volume
  if (density < LIGHTEST_KG_PER_CM3) return UNKNOWN_PARCEL
  return density > DENSEST_KG_PER_CM3 ? { ...parcel, weightKg: null } : parcel
}
