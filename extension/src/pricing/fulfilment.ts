import { type PackedPiece, volumeOf } from './chargeable-weight.ts'
import { Decimal, type DecimalRange } from './decimal.ts'
import type { Source } from './source.ts'

/** One row of a fee schedule: the largest packed piece, and the fee for it. */
interface FeeBand {
  /** Longest side first, in centimetres. */
  sides: [string, string, string]
  kg: string
  low: string
  high: string
}

export interface FeeSchedule {
  /** ISO 4217. */
  currency: string
  /** Cubic centimetres charged as one kilogram; `null` if volume is not charged. */
  divisor: string | null
  /** By size, then by weight. */
  bands: FeeBand[]
  source: Source
}

type Sides = FeeBand['sides']

const US_SMALL: Sides = ['38.1', '30.5', '1.9']
const US_LARGE: Sides = ['45.7', '35.6', '20.3']
const EU_ENVELOPE: Sides = ['33', '23', '2.5']
const EU_LARGE_ENVELOPE: Sides = ['33', '23', '5']
const EU_SMALL_PARCEL: Sides = ['35', '25', '12']
const EU_PARCEL: Sides = ['45', '34', '26']

/**
 * Amazon's fulfilment fees by country. The rows are wider than Amazon's own, and their ranges cover what differs inside them:
 * finer weights, the price of the product, fuel and peak-season surcharges, and the changes since the last complete table.
 * Larger pieces have no row.
 */
export const FBA_SCHEDULES: Record<string, FeeSchedule> = {
  US: {
    currency: 'USD',
    // A pound for 139 cubic inches.
    divisor: '5022',
    source: { id: 'amazonFbaUs', checked: '2026-04' },
    bands: [
      ...bands(US_SMALL, ['0.454', '2.40', '4.50']),
      ...bands(
        US_LARGE,
        ['0.454', '3.00', '5.30'],
        ['0.907', '4.15', '6.80'],
        ['1.361', '5.00', '7.80'],
        ['2.722', '6.10', '9.50'],
        ['4.536', '7.20', '11.00'],
        ['9.072', '8.50', '14.50'],
      ),
    ],
  },
  GB: {
    currency: 'GBP',
    divisor: null,
    source: { id: 'amazonFbaUk', checked: '2026-02' },
    bands: [
      ...bands(EU_ENVELOPE, ['0.1', '1.40', '2.30'], ['0.46', '1.70', '2.40']),
      ...bands(EU_LARGE_ENVELOPE, ['0.96', '2.20', '3.00']),
      ...bands(EU_SMALL_PARCEL, ['0.4', '2.25', '3.30'], ['1.9', '2.30', '3.60'], ['3.9', '4.00', '5.60']),
      ...bands(EU_PARCEL, ['0.9', '2.30', '3.50'], ['1.9', '2.50', '3.90'], ['3.9', '4.00', '5.80']),
      ...bands(EU_PARCEL, ['11.9', '4.80', '7.50']),
    ],
  },
  DE: {
    currency: 'EUR',
    divisor: null,
    source: { id: 'amazonFbaDe', checked: '2026-02' },
    bands: [
      ...bands(EU_ENVELOPE, ['0.1', '1.60', '2.70'], ['0.46', '1.90', '3.10']),
      ...bands(EU_LARGE_ENVELOPE, ['0.96', '2.30', '3.50']),
      ...bands(EU_SMALL_PARCEL, ['0.4', '2.35', '3.80'], ['1.9', '2.50', '4.30'], ['3.9', '3.80', '5.60']),
      ...bands(EU_PARCEL, ['0.9', '2.60', '4.50'], ['1.9', '3.00', '5.20'], ['3.9', '4.00', '6.40']),
      ...bands(EU_PARCEL, ['11.9', '5.00', '8.50']),
    ],
  },
}

/** The fee for a piece; `null` if it is larger than every row. Weight and size must be known. */
export function fulfilmentFee(
  piece: PackedPiece,
  { bands: rows, divisor }: FeeSchedule,
): DecimalRange | null {
  const { kg, sides } = piece
  const volume = volumeOf(piece)
  if (!kg || kg === 'invalid' || !sides || sides === 'invalid' || !volume) return null
  const volumetric = divisor === null ? kg : volume.div(divisor)
  // The smallest size is charged by weight alone.
  const fits = (row: FeeBand, charged: Decimal) =>
    charged.lte(row.kg) && row.sides.every((side, index) => sides[index]?.lte(side))
  const charged = volumetric.gt(kg) ? volumetric : kg
  const row = rows.find((each) => fits(each, each.sides === US_SMALL ? kg : charged))
  return row ? { low: new Decimal(row.low), high: new Decimal(row.high) } : null
}

/** `[kilograms, lowest, highest fee]` each. */
function bands(sides: Sides, ...rows: [string, string, string][]): FeeBand[] {
  return rows.map(([kg, low, high]) => ({ sides, kg, low, high }))
}
