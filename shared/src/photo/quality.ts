import { SIDE } from './resample.ts'

/** From this on a picture is as good as any; PDQ's own figure. */
const STEPS_PER_POINT = 90

/**
 * How much there is to see, from 0 to 100, by PDQ's rule: the differences between neighbours among the 64 × 64 values, in
 * whole hundredths of the range from black to white, so that a slow gradient does not count.
 */
export function qualityOf(square: Float64Array): number {
  let steps = 0
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const value = square[y * SIDE + x] as number
      if (x + 1 < SIDE) steps += step(value, square[y * SIDE + x + 1] as number)
      if (y + 1 < SIDE) steps += step(value, square[(y + 1) * SIDE + x] as number)
    }
  return Math.min(100, Math.floor(steps / STEPS_PER_POINT))
}

function step(one: number, other: number): number {
  return Math.trunc((Math.abs(one - other) * 100) / 255)
}
