import type { Pixels } from '@find-on-1688/shared'

const BINS = 12

/** A histogram of colours, weighted by their strength: white, grey and black do not count. Sums to 1. */
export function huesOf({ data, width, height }: Pixels): Float64Array {
  const bins = new Float64Array(BINS * BINS)
  for (let at = 0; at < width * height * 4; at += 4) {
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]] as [number, number, number]
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue
    const [u, v] = [(blue - grey) / 1.772, (red - grey) / 1.402]
    const strength = Math.hypot(u, v)
    if (strength < 12) continue
    const bin = (level: number) => Math.min(BINS - 1, Math.max(0, Math.floor(((level + 128) * BINS) / 256)))
    const index = bin(v) * BINS + bin(u)
    bins[index] = (bins[index] as number) + strength
  }
  const total = bins.reduce((sum, bin) => sum + bin, 0) || 1
  return bins.map((bin) => bin / total)
}

/** How much two have in common, from 0 to 1. */
export function shared(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, bin, at) => sum + Math.min(bin, other[at] as number), 0)
}
