import { sinePi } from './sine.ts'

const RADIUS = 3

/** For each point of the result: where its source values begin, and the weight of each. They add up to 1. */
export interface Weights {
  from: Int32Array
  values: Float64Array
  /** Weights per point; unneeded ones are 0. */
  taps: number
}

/**
 * The Lanczos 3 kernel, widened by the reduction as in Pillow.
 * @param points the number of values to compute
 * @param length the number of source values
 * @param start where the part to resample begins, maybe between two values; nothing outside of it counts
 * @param extent the part's length
 */
export function lanczosWeights(points: number, length: number, start = 0, extent = length): Weights {
  const scale = extent / points
  const stretch = Math.max(1, scale)
  // The pixels with their centre in the part; at least one.
  const first = Math.min(Math.max(0, Math.round(start)), length - 1)
  const count = Math.max(1, Math.min(length, Math.round(start + extent)) - first)
  const taps = Math.min(count, Math.ceil(RADIUS * stretch) * 2 + 1)
  const from = new Int32Array(points)
  const values = new Float64Array(points * taps)
  for (let to = 0; to < points; to++) {
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
