import type { Box, Luma } from './luma.ts'
import { sinePi } from './sine.ts'

/** PDQ looks at 64 × 64 values, whatever the picture's sides. */
export const SIDE = 64

const RADIUS = 3

/** For each of the 64: where its source values begin, and how much each of them counts. They sum up to 1. */
interface Weights {
  from: Int32Array
  values: Float64Array
  /** Weights for each of the 64; those that a place does not need are 0. */
  taps: number
}

/**
 * The picture squeezed to 64 × 64 through the Lanczos 3 kernel, widened by the reduction: row by row, not rounded, and
 * where the kernel overshoots, below 0 or above 255. A canvas would do it in another way in every browser, which alone
 * moves up to 40 of the hash's 256 bits.
 */
export function toSquare(
  { values, width, height }: Luma,
  box: Box = { left: 0, top: 0, width, height },
): Float64Array {
  const across = weightsOf(box.left, box.width, width)
  const down = weightsOf(box.top, box.height, height)
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

/**
 * @param start where the part begins that becomes the 64, in pixels and not always whole; what is outside counts nothing
 * @param extent the part's length
 * @param length the picture's
 */
function weightsOf(start: number, extent: number, length: number): Weights {
  const scale = extent / SIDE
  const stretch = Math.max(1, scale)
  // The pixels whose middle is in the part, one at the least.
  const first = Math.min(Math.max(0, Math.round(start)), length - 1)
  const count = Math.max(1, Math.min(length, Math.round(start + extent)) - first)
  const taps = Math.min(count, Math.ceil(RADIUS * stretch) * 2 + 1)
  const from = new Int32Array(SIDE)
  const values = new Float64Array(SIDE * taps)
  for (let to = 0; to < SIDE; to++) {
    const middle = start + (to + 0.5) * scale
    const at = Math.min(Math.max(first, Math.round(middle - RADIUS * stretch)), first + count - taps)
    from[to] = at
    let total = 0
    for (let i = 0; i < taps; i++) {
      const weight = lanczos((at + i + 0.5 - middle) / stretch)
      values[to * taps + i] = weight
      total += weight
    }
    for (let i = 0; i < taps; i++) values[to * taps + i] = (values[to * taps + i] as number) / total
  }
  return { from, values, taps }
}

function lanczos(x: number): number {
  if (x === 0) return 1
  if (Math.abs(x) >= RADIUS) return 0
  return (RADIUS * sinePi(x) * sinePi(x / RADIUS)) / (Math.PI * Math.PI * x * x)
}
