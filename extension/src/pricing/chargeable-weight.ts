import type { Divisor, ProductFigures } from '../model/assumptions.ts'
import { Decimal, exactly, positive } from './decimal.ts'
import { type Figure, given, type MissingInput, missing } from './figure.ts'
import type { Shipping } from './offer-with-details.ts'

/** One packed piece. `null` if unknown; a figure of the user that is not above zero is `invalid`. */
export interface PackedPiece {
  kg: Decimal | null | 'invalid'
  /** In centimetres, the longest side first. */
  sides: [Decimal, Decimal, Decimal] | null | 'invalid'
}

/** What the user entered, or else what the offer says. A size is taken as a whole from one of them. */
export function packedPiece(shipping: Shipping | null, figures: ProductFigures): PackedPiece {
  const entered = [figures.lengthCm, figures.widthCm, figures.heightCm]
  const isEntered = entered.some((side) => side !== undefined)
  const ofOffer = [shipping?.lengthCm, shipping?.widthCm, shipping?.heightCm].map(measured)
  return {
    kg:
      figures.weightKg === undefined
        ? measured(shipping?.weightKg)
        : (positive(figures.weightKg) ?? 'invalid'),
    sides: isEntered ? enteredSides(entered) : sorted(ofOffer),
  }
}

/** Half a size is none yet; one with an unreadable side is invalid. */
function enteredSides(entered: (string | undefined)[]): PackedPiece['sides'] {
  const sides = entered.map((side) => (side === undefined ? null : positive(side)))
  return entered.some((side, index) => side !== undefined && !sides[index]) ? 'invalid' : sorted(sides)
}

function sorted(sides: (Decimal | null)[]): PackedPiece['sides'] {
  const [length, width, height] = sides.toSorted((a, b) => (a && b ? b.cmp(a) : 0))
  return length && width && height ? [length, width, height] : null
}

/** In cubic centimetres. */
export function volumeOf({ sides }: PackedPiece): Decimal | null {
  if (!sides || sides === 'invalid') return null
  const [length, width, height] = sides
  return length.times(width).times(height)
}

/** Why an amount that depends on them is missing: those of `needed` that are unknown or invalid. */
export function missingMeasures(piece: PackedPiece, needed: ('weight' | 'size')[]): MissingInput[] {
  const measures = { weight: piece.kg, size: piece.sides }
  const invalid = { weight: 'invalidWeight', size: 'invalidSize' } as const
  return needed.flatMap((name): MissingInput[] =>
    measures[name] === 'invalid' ? [invalid[name]] : measures[name] === null ? [name] : [],
  )
}

/**
 * The kilograms charged for one piece: the larger of the weight and the volume over `divisor`. With an unknown size it is at
 * least the weight. The minimum weight of a shipment is left out.
 */
export function chargeableWeight(piece: PackedPiece, divisor: Divisor): Figure {
  const { kg, sides } = piece
  const lacking = missingMeasures(piece, [
    'weight',
    ...(divisor === 'none' || sides === null ? [] : ['size' as const]),
  ])
  if (lacking.length > 0 || !(kg instanceof Decimal)) return missing(...lacking)
  if (divisor === 'none') return given(exactly(kg))
  const volume = volumeOf(piece)
  if (!volume) return { ...given(exactly(kg)), bound: 'atLeast', doubts: ['size'] }
  const volumetric = volume.div(divisor)
  return given(exactly(volumetric.gt(kg) ? volumetric : kg))
}

function measured(value: number | null | undefined): Decimal | null {
  return value == null ? null : positive(new Decimal(String(value)).toFixed())
}
