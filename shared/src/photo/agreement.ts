import type { Placement } from './placements.ts'
import { SIDE } from './thumbnail.ts'

/** Blocks per side, of 4 × 4 points each. */
export const BLOCKS = 8
const POINTS = SIDE / BLOCKS
/** Mean squared slope, in levels over two points, below which a block shows nothing. */
const FLAT = 60

/** How well two pictures agree, block by block, with one placed in the other. */
export interface Agreement {
  /** how much each block shows, in the inner picture or under it; 0 for nothing */
  weights: Float64Array
  /** how similar the slopes are: 0 not at all, 1 fully */
  alike: Float64Array
  /** over all blocks, by weight */
  share: number
}

const part = new Float32Array(SIDE * SIDE)
const half = new Float32Array(SIDE * SIDE)
const smooth = new Float32Array(SIDE * SIDE)

/**
 * Compares slopes, not greys, so that neither the brightness of a picture nor that of its background counts.
 * @param inner smoothed
 */
export function agree(outer: Float32Array, inner: Float32Array, placement: Placement): Agreement {
  const weights = new Float64Array(BLOCKS * BLOCKS)
  const alike = new Float64Array(BLOCKS * BLOCKS)
  return { weights, alike, share: shareOf(outer, inner, placement, weights, alike) }
}

/** Only the share; the blocks are written to `weights` and `alike` if given. */
export function shareOf(
  outer: Float32Array,
  inner: Float32Array,
  placement: Placement,
  weights?: Float64Array,
  alike?: Float64Array,
): number {
  cut(outer, placement, part)
  smoothInto(part, smooth)
  let [total, good] = [0, 0]
  for (let block = 0; block < BLOCKS * BLOCKS; block++) {
    const left = (block % BLOCKS) * POINTS
    const top = ((block - (block % BLOCKS)) / BLOCKS) * POINTS
    let both = 0
    let mine = 0
    let theirs = 0
    for (let y = top; y < top + POINTS; y++) {
      const above = y > 0 ? -SIDE : 0
      const below = y < SIDE - 1 ? SIDE : 0
      for (let x = left; x < left + POINTS; x++) {
        const at = y * SIDE + x
        const before = x > 0 ? at - 1 : at
        const after = x < SIDE - 1 ? at + 1 : at
        const acrossOuter = (smooth[after] as number) - (smooth[before] as number)
        const downOuter = (smooth[at + below] as number) - (smooth[at + above] as number)
        const acrossInner = (inner[after] as number) - (inner[before] as number)
        const downInner = (inner[at + below] as number) - (inner[at + above] as number)
        both += acrossOuter * acrossInner + downOuter * downInner
        mine += acrossOuter * acrossOuter + downOuter * downOuter
        theirs += acrossInner * acrossInner + downInner * downInner
      }
    }
    const most = Math.max(mine, theirs) / (POINTS * POINTS)
    if (most < FLAT) continue
    const weight = Math.sqrt(most)
    const likeness = Math.max(0, (2 * both) / (mine + theirs))
    if (weights) weights[block] = weight
    if (alike) alike[block] = likeness
    total += weight
    good += weight * likeness
  }
  return total > 0 ? good / total : 0
}

/** The part of the outer picture under the inner one, smoothed. */
export function under(outer: Float32Array, placement: Placement): Float32Array {
  cut(outer, placement, part)
  return smoothed(part)
}

export function smoothed(grey: Float32Array): Float32Array {
  const result = new Float32Array(grey.length)
  smoothInto(grey, result)
  return result
}

const columns = new Int32Array(SIDE)
const shares = new Float64Array(SIDE)

/** The placement's part of the picture as 32 × 32 points, by linear interpolation. */
function cut(from: Float32Array, { left, top, width, height }: Placement, into: Float32Array): void {
  const last = SIDE - 1.001
  for (let x = 0; x < SIDE; x++) {
    const u = Math.min(last, Math.max(0, (left + (width * (x + 0.5)) / SIDE) * SIDE - 0.5))
    columns[x] = Math.floor(u)
    shares[x] = u - Math.floor(u)
  }
  for (let y = 0, to = 0; y < SIDE; y++) {
    const v = Math.min(last, Math.max(0, (top + (height * (y + 0.5)) / SIDE) * SIDE - 0.5))
    const row = Math.floor(v)
    for (let x = 0; x < SIDE; x++, to++) {
      const at = row * SIDE + (columns[x] as number)
      const share = shares[x] as number
      const upper = (from[at] as number) + ((from[at + 1] as number) - (from[at] as number)) * share
      const lower =
        (from[at + SIDE] as number) + ((from[at + SIDE + 1] as number) - (from[at + SIDE] as number)) * share
      into[to] = upper + (lower - upper) * (v - row)
    }
  }
}

/** By the kernel 1 2 1 in both directions. */
function smoothInto(values: Float32Array, into: Float32Array): void {
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const at = y * SIDE + x
      const [before, after] = [x > 0 ? at - 1 : at, x < SIDE - 1 ? at + 1 : at]
      half[at] = ((values[before] as number) + 2 * (values[at] as number) + (values[after] as number)) / 4
    }
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const at = y * SIDE + x
      const [above, below] = [y > 0 ? at - SIDE : at, y < SIDE - 1 ? at + SIDE : at]
      into[at] = ((half[above] as number) + 2 * (half[at] as number) + (half[below] as number)) / 4
    }
}
