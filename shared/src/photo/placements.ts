import { type DecodedThumbnail, SIDE } from './thumbnail.ts'

/** Where the inner picture lies in the outer one, as fractions of the outer one's sides. */
export interface Placement {
  left: number
  top: number
  width: number
  height: number
}

/** The first comparison uses 8 × 8 points of detail. */
const POINTS = 8
/** Sizes of the inner picture, relative to the largest that fits. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]
/** From one placement to the next, as a fraction of the outer side. */
const STEP = 1 / 16
/** Levels: contrast to the surroundings is capped at this. */
const MOST = 30
/** Patches that vary less than this are flat. */
const FLAT = 1

/** A picture's details: each point minus its surroundings, as the outer and as the inner picture. */
export interface Details {
  outer: Float32Array
  inner: Float32Array
}

export function detailsOf({ grey }: DecodedThumbnail): Details {
  const around = mean(grey, 4)
  const sharp = grey.map((value, at) => Math.min(MOST, Math.max(-MOST, value - (around[at] as number))))
  const outer = mean(sharp, 1)
  const points = pointsOf(0, 1)
  const inner = new Float32Array(POINTS * POINTS)
  gather(outer, points, points, inner, 0)
  return { outer, inner }
}

/** The largest size of the inner picture that fits into the outer one, times the scale, without stretching. */
export function sizeIn(
  outer: DecodedThumbnail,
  ratio: number,
  scale: number,
): Pick<Placement, 'width' | 'height'> {
  const wider = ratio / outer.ratio
  return { width: scale * Math.min(1, wider), height: scale * Math.min(1, 1 / wider) }
}

/** All placements to try, the largest first, and the patch of details at each. */
export interface Placements {
  placements: Placement[]
  patches: Float32Array
}

/** @param ratio of the inner picture: width by height */
export function placementsIn(outer: DecodedThumbnail, details: Details, ratio: number): Placements {
  const placements: Placement[] = []
  for (const scale of SCALES) {
    const { width, height } = sizeIn(outer, ratio, scale)
    for (const top of starts(height))
      for (const left of starts(width)) placements.push({ left, top, width, height })
  }
  const patches = new Float32Array(placements.length * POINTS * POINTS)
  for (const [at, { left, top, width, height }] of placements.entries())
    gather(details.outer, pointsOf(left, width), pointsOf(top, height), patches, at * POINTS * POINTS)
  return { placements, patches }
}

/** How similar the inner picture and the patch at a placement are: at most 1. */
export function likeness({ patches }: Placements, placement: number, { inner }: Details): number {
  let sum = 0
  for (let at = 0, from = placement * inner.length; at < inner.length; at++, from++)
    sum += (patches[from] as number) * (inner[at] as number)
  return sum
}

/** From one end to the other in even steps. */
function starts(extent: number): number[] {
  const steps = Math.ceil((1 - extent) / STEP - 1e-9)
  return steps <= 0
    ? [(1 - extent) / 2]
    : Array.from({ length: steps + 1 }, (_, at) => ((1 - extent) * at) / steps)
}

/** The rows or columns, of 32, at the centres of 8 parts. */
function pointsOf(start: number, extent: number): Int32Array {
  return Int32Array.from({ length: POINTS }, (_, at) =>
    Math.min(SIDE - 1, Math.max(0, Math.floor((start + (extent * (at + 0.5)) / POINTS) * SIDE))),
  )
}

/** Centred on their mean and normalized so that the squares add up to 1; flat ones become 0. */
function gather(
  from: Float32Array,
  columns: Int32Array,
  rows: Int32Array,
  into: Float32Array,
  start: number,
): void {
  const count = POINTS * POINTS
  let [sum, squares] = [0, 0]
  for (let at = 0; at < count; at++) {
    const row = rows[Math.floor(at / POINTS)] as number
    const value = from[row * SIDE + (columns[at % POINTS] as number)] as number
    sum += value
    squares += value * value
    into[start + at] = value
  }
  const average = sum / count
  const norm = Math.sqrt(Math.max(0, squares - sum * average))
  for (let at = start; at < start + count; at++)
    into[at] = norm > FLAT ? ((into[at] as number) - average) / norm : 0
}

/** Each value becomes the mean of those within `reach` points. */
function mean(values: Float32Array, reach: number): Float32Array {
  return transposedMean(transposedMean(values, reach), reach)
}

/** Along the rows, with the result transposed: twice covers both directions. */
function transposedMean(values: Float32Array, reach: number): Float32Array {
  const result = new Float32Array(values.length)
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const [from, to] = [Math.max(0, x - reach), Math.min(SIDE - 1, x + reach)]
      let sum = 0
      for (let near = from; near <= to; near++) sum += values[y * SIDE + near] as number
      result[x * SIDE + y] = sum / (to - from + 1)
    }
  return result
}
