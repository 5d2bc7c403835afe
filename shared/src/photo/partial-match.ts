import { BLOCKS, smoothed, under } from './agreement.ts'
import { align, type Fit } from './align.ts'
import { levelDistance } from './colours.ts'
import { isIn, type Patch, patchOf } from './patch.ts'
import type { Placement } from './placements.ts'
import type { Thresholds } from './thresholds.ts'
import { type DecodedThumbnail, PARTS, SIDE, type Thumbnail } from './thumbnail.ts'

/** How one photo matches the other, or a part of it. */
export interface PartialMatch {
  mirrored: boolean
  /** how well what both show agrees, in per cent */
  alike: number
  /** the same without the rectangle that agrees least, which may be an overlay */
  besidePatch: number
  /** points of 900 that are steep in one and even in the other */
  added: number
  /** blocks of 64 that show something */
  blocks: number
  /** per cent of the slopes that do not run in the main direction */
  cornerShare: number
  /** how far apart the colours are, without the rectangle */
  colours: number
  /** what one shows around the other: a border, or more of the picture */
  beyond: 'nothing' | 'border' | 'picture'
}

/** A match that agrees less is not examined further. */
const HOPELESS = 0.6
const NOTHING = { added: 0, blocks: 0, cornerShare: 0, colours: 0, beyond: 'nothing' } as const

/** Levels over two points: of an edge, and of an area without one. */
const STEEP = 10
const EVEN = 4
/** A block that agrees less says nothing about the placement. */
const AGREES = 0.5
/** The share of a picture that the other has to lack to be called a part of it. */
const LESS = 0.075
/** Levels by which a border may vary, and the share of its points that may vary more. */
const TOLERANCE = 14
const SPECKS = 0.1
/** Points left out between the inner picture and its surroundings. */
const MARGINS = [1.5, 0.5, 0]

/**
 * Places one photo in the other, at any size from the same down to six tenths, and compares what both show.
 * @param mirrored if it is known whether one of them is
 */
export function partialMatch(query: Thumbnail, other: Thumbnail, mirrored?: boolean): PartialMatch {
  const fit = align(query, other, mirrored)
  const { weights, share } = fit.agreement
  const { patch, share: besidePatch } = patchOf(fit.agreement)
  const seen = { mirrored: fit.mirrored, alike: percent(share), besidePatch: percent(besidePatch) }
  if (besidePatch < HOPELESS) return { ...seen, ...NOTHING }
  return {
    ...seen,
    added: added(fit),
    blocks: weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0),
    cornerShare: percent(cornerShareOf(fit, patch)),
    colours: coloursApart(fit, patch),
    beyond: beyond(fit),
  }
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}

/**
 * The smaller eigenvalue of the slopes' second moments against the sum of both: 0 if all edges run in one direction, like a
 * horizon's or a façade's. Such edges agree wherever they are shifted along themselves, and prove nothing.
 */
function cornerShareOf({ inner: { grey }, agreement: { alike } }: Fit, patch: Patch): number {
  let [across, down, both] = [0, 0, 0]
  for (let y = 1; y < SIDE - 1; y++)
    for (let x = 1; x < SIDE - 1; x++) {
      const [column, row] = [Math.floor((x * BLOCKS) / SIDE), Math.floor((y * BLOCKS) / SIDE)]
      if (isIn(patch, column, row) || (alike[row * BLOCKS + column] as number) < AGREES) continue
      const at = y * SIDE + x
      const dx = (grey[at + 1] as number) - (grey[at - 1] as number)
      const dy = (grey[at + SIDE] as number) - (grey[at - SIDE] as number)
      across += dx * dx
      down += dy * dy
      both += dx * dy
    }
  const trace = across + down
  if (trace === 0) return 0
  const spread = Math.sqrt((across - down) * (across - down) + 4 * both * both)
  return (trace - spread) / 2 / trace
}

/** Points where one shows an edge and the other nothing. */
function added({ outer, inner, placement }: Fit): number {
  const [mine, theirs] = [slopes(under(outer.grey, placement)), slopes(smoothed(inner.grey))]
  let count = 0
  for (let y = 1; y < SIDE - 1; y++)
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x
      const [one, other] = [mine[at] as number, theirs[at] as number]
      if (Math.max(one, other) < STEEP) continue
      const [even] = one < other ? [mine] : [theirs]
      let most = 0
      for (const near of [-SIDE - 1, -SIDE, -SIDE + 1, -1, 0, 1, SIDE - 1, SIDE, SIDE + 1])
        most = Math.max(most, even[at + near] as number)
      if (most <= EVEN) count++
    }
  return count
}

/** In levels over two points, in any direction. */
function slopes(grey: Float32Array): Float32Array {
  return grey.map((_, at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)]
    if (x === 0 || y === 0 || x === SIDE - 1 || y === SIDE - 1) return 0
    const dx = (grey[at + 1] as number) - (grey[at - 1] as number)
    const dy = (grey[at + SIDE] as number) - (grey[at - SIDE] as number)
    return Math.sqrt(dx * dx + dy * dy)
  })
}

/** Between the cells of the inner picture and what is under each. */
function coloursApart({ outer, inner, placement }: Fit, patch: Patch): number {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let y = 0; y < PARTS; y++)
    for (let x = 0; x < PARTS; x++) {
      if (isIn(patch, x, y)) continue
      for (let channel = 0; channel < 2; channel++) {
        mine.push(colourAt(outer.colours, placement, x, y, channel))
        theirs.push(inner.colours[(y * PARTS + x) * 2 + channel] as number)
      }
    }
  return levelDistance(mine, theirs)
}

/** Linear interpolation between the centres of the outer picture's cells. */
function colourAt(
  colours: readonly number[],
  place: Placement,
  x: number,
  y: number,
  channel: number,
): number {
  const last = PARTS - 1
  const u = Math.min(last, Math.max(0, (place.left + (place.width * (x + 0.5)) / PARTS) * PARTS - 0.5))
  const v = Math.min(last, Math.max(0, (place.top + (place.height * (y + 0.5)) / PARTS) * PARTS - 0.5))
  const [column, row] = [Math.min(last - 1, Math.floor(u)), Math.min(last - 1, Math.floor(v))]
  const level = (right: number, lower: number) =>
    colours[((row + lower) * PARTS + column + right) * 2 + channel] as number
  const upper = level(0, 0) + (level(1, 0) - level(0, 0)) * (u - column)
  const lower = level(0, 1) + (level(1, 1) - level(0, 1)) * (u - column)
  return upper + (lower - upper) * (v - row)
}

/** What the outer picture shows around the inner one. */
function beyond({ outer, placement }: Fit): PartialMatch['beyond'] {
  if (1 - placement.width * placement.height < LESS) return 'nothing'
  // Points at the seam are blended; a narrow strip has no others.
  const around =
    MARGINS.map((points) => outside(outer, placement, points / SIDE)).find(({ length }) => length > 0) ?? []
  const grey = around.toSorted((one, another) => one - another)[around.length >> 1] ?? 0
  const specks = around.filter((value) => Math.abs(value - grey) > TOLERANCE).length
  return specks > SPECKS * around.length ? 'picture' : 'border'
}

function outside(
  { grey }: DecodedThumbnail,
  { left, top, width, height }: Placement,
  margin: number,
): number[] {
  const isInside = (at: number, start: number, extent: number) => {
    const middle = (at + 0.5) / SIDE
    return middle > start - margin && middle < start + extent + margin
  }
  return Array.from(grey).filter(
    (_, at) => !(isInside(at % SIDE, left, width) && isInside(Math.floor(at / SIDE), top, height)),
  )
}

/** The least number of blocks that show something, and the least `cornerShare`. */
const [LEAST_BLOCKS, LEAST_CORNER_SHARE] = [12, 5]
/** Per cent: below this, leaving out a patch does not make a match. */
const LEAST_ALIKE = 70

/** @returns whether all that is seen agrees, all but a patch that may be an overlay, or neither */
export function agreementIn(
  { alike, besidePatch, blocks, cornerShare }: PartialMatch,
  { wholly, partly }: Pick<Thresholds, 'wholly' | 'partly'>,
): 'wholly' | 'partly' | 'none' {
  if (blocks < LEAST_BLOCKS || cornerShare < LEAST_CORNER_SHARE) return 'none'
  if (alike >= wholly) return 'wholly'
  return alike >= LEAST_ALIKE && besidePatch >= partly ? 'partly' : 'none'
}

export type Difference = 'mirrored' | 'trimmed' | 'cropped' | 'overlaid'

/** How two that match differ. */
export function differencesOf(match: PartialMatch, { added, patch }: Thresholds): Difference[] {
  return [
    ...(match.mirrored ? (['mirrored'] as const) : []),
    ...(match.beyond === 'nothing' ? [] : ([match.beyond === 'border' ? 'trimmed' : 'cropped'] as const)),
    ...(match.added >= added || match.besidePatch - match.alike >= patch ? (['overlaid'] as const) : []),
  ]
}
