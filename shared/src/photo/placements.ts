import { type DecodedThumbnail, SIDE } from './thumbnail.ts'

/** Where the inner picture lies in the outer one, in shares of the outer one's sides. */
export interface Placement {
  left: number
  top: number
  width: number
  height: number
}

/** What is looked at first: 8 × 8 points, details alone. */
const POINTS = 8
/** The inner picture's size in the outer one: the largest that fits, and so much of it. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]
/** Shares of the outer side from one place to the next. */
const STEP = 1 / 16
/** Levels: more contrast than this to what is around counts no more. */
const MOST = 30
/** What varies less than this in all is flat. */
const FLAT = 1

/** The details of a picture, what is around each point taken off, for the outer and for the inner one. */
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

/** The inner picture at the largest size that fits into the outer one, times the scale: it is not stretched. */
export function sizeIn(
  outer: DecodedThumbnail,
  ratio: number,
  scale: number,
): Pick<Placement, 'width' | 'height'> {
  const wider = ratio / outer.ratio
  return { width: scale * Math.min(1, wider), height: scale * Math.min(1, 1 / wider) }
}

/** All places that are tried, the largest first, and what is seen at each of them. */
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

/** How alike the inner picture and what is at the place look at a glance: 1 at most. */
export function likeness({ patches }: Placements, placement: number, { inner }: Details): number {
  let sum = 0
  for (let at = 0, from = placement * inner.length; at < inner.length; at++, from++)
    sum += (patches[from] as number) * (inner[at] as number)
  return sum
}

/** From one end to the other, in even steps. */
function starts(extent: number): number[] {
  const steps = Math.ceil((1 - extent) / STEP - 1e-9)
  return steps <= 0
    ? [(1 - extent) / 2]
    : Array.from({ length: steps + 1 }, (_, at) => ((1 - extent) * at) / steps)
}

/** The rows or columns of 32 in which the middles of 8 parts are. */
function pointsOf(start: number, extent: number): Int32Array {
  return Int32Array.from({ length: POINTS }, (_, at) =>
    Math.min(SIDE - 1, Math.max(0, Math.floor((start + (extent * (at + 0.5)) / POINTS) * SIDE))),
  )
}

/** Around their mean, and such that their squares sum up to 1; flat ones become nothing. */
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

/** Each value the mean of those up to so many points around it. */
function mean(values: Float32Array, reach: number): Float32Array {
  return turnedMean(turnedMean(values, reach), reach)
}

/** Along the rows alone, and the result turned: twice is both directions. */
function turnedMean(values: Float32Array, reach: number): Float32Array {
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
