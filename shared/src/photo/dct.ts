import { SIDE } from './resample.ts'
import { sinePi } from './sine.ts'

/** Frequencies 1 to 16 in each direction. Frequency 0, the brightness, is left out. */
export const FREQUENCIES = 16

const HALF = SIDE / 2

/** cos(π f (2k + 1) / 128) for f = 1 … 16 and the first 32 of the 64 positions k. */
const COSINES = Float64Array.from({ length: FREQUENCIES * HALF }, (_, at) => {
  const [frequency, place] = [Math.floor(at / HALF) + 1, at % HALF]
  return sinePi((frequency * (2 * place + 1)) / (2 * SIDE) + 0.5)
})

/**
 * The 16 × 16 lowest frequencies of the 64 × 64 values, vertical ones by row, horizontal ones by column. The constant factor
 * of PDQ's reference is omitted: no bit depends on it.
 */
export function dct(square: Float64Array): Float64Array {
  const tall = transform(square, SIDE)
  return transform(tall, FREQUENCIES)
}

/**
 * Transforms the columns of 64 rows and returns the result transposed: one row per column. Twice covers both directions.
 * A cosine has the same or the opposite value at the other end, so both ends are added or subtracted first: this halves
 * the work, and gives a mirrored picture exactly the picture's frequencies, some with the opposite sign.
 */
function transform(values: Float64Array, columns: number): Float64Array {
  const result = new Float64Array(columns * FREQUENCIES)
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < FREQUENCIES; row++) {
      const sign = row % 2 === 0 ? -1 : 1
      let sum = 0
      for (let k = 0; k < HALF; k++) {
        const near = values[k * columns + column] as number
        const far = values[(SIDE - 1 - k) * columns + column] as number
        sum += (COSINES[row * HALF + k] as number) * (near + sign * far)
      }
      result[column * FREQUENCIES + row] = sum
    }
  return result
}

/** The frequencies of the mirror image, left to right: odd horizontal ones change their sign. */
export function mirror(frequencies: Float64Array): Float64Array {
  return frequencies.map((value, at) => (at % 2 === 0 ? -value : value))
}
