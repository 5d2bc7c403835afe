import { lanczosWeights } from './lanczos-weights.ts'
import type { Box, Luma } from './luma.ts'

/** PDQ uses 64 × 64 values, whatever the picture's sides. */
export const SIDE = 64

/**
 * The picture squeezed to 64 × 64 by the Lanczos 3 kernel, row by row, not rounded, and below 0 or above 255 where the
 * kernel overshoots. A canvas would do it differently in every browser, which alone changes up to 40 of the hash's 256 bits.
 */
export function toSquare(
  { values, width, height }: Luma,
  box: Box = { left: 0, top: 0, width, height },
): Float64Array {
  const across = lanczosWeights(SIDE, width, box.left, box.width)
  const down = lanczosWeights(SIDE, height, box.top, box.height)
  const narrow = new Float64Array(height * SIDE)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < SIDE; x++) {
      let sum = 0
      let at = y * width + (across.from[x] as number)
      for (let i = x * across.taps; i < (x + 1) * across.taps; i++)
        sum += (across.values[i] as number) * (values[at++] as number)
      narrow[y * SIDE + x] = sum
    }
  const square = new Float64Array(SIDE * SIDE)
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      let sum = 0
      let at = (down.from[y] as number) * SIDE + x
      for (let i = y * down.taps; i < (y + 1) * down.taps; i++) {
        sum += (down.values[i] as number) * (narrow[at] as number)
        at += SIDE
      }
      square[y * SIDE + x] = sum
    }
  return square
}
