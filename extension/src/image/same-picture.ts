import type { Box } from '../model/box.ts'
import type { Pixels } from './lanczos.ts'

/** What is seen is compared at this many cells a side, with the other at this many pixels. */
export const CELLS = 16
export const PIXELS = 64

/**
 * The largest mean difference, also as a part of the contrast that is seen. Tried on 70 product photos: of their padded,
 * cropped and stretched versions, those with a play icon or a badge and previews of 20 pixels, all but 3 in 100 previews
 * pass as the same file; without overlays all pass as another file. Of pairs of different photos 3 in 100 do.
 */
const LIMIT = {
  sameFile: { levels: 52, ofContrast: 0.8 },
  otherFile: { levels: 32, ofContrast: 0.5 },
  oneColour: 36,
}
/** A cell counts no more than this, in levels of the channel that differs most: an overlay differs in few cells only. */
const MAX_DIFFERENCE = 64
/** A crop or a padding leaves at least this much of the picture's side. */
const MIN_ZOOM = 0.75
const MAX_ZOOM = 2.2
/** Levels by which a cell differs from the background to count as content. */
const CONTENT = 24
/** Less content than this part of a picture is an overlay, or dust. */
const MIN_CONTENT = 1 / 5
/** With less content a picture is of one colour. */
const MIN_TEXTURE = 0.03

/**
 * Whether one picture may be another version of the other: the whole, a crop of it, or the whole with a border. Meant to
 * refuse what is clearly another picture, such as a "no image" sign or another product, and to bear overlays,
 * compression and other sizes. Pictures without any texture are compared by colour.
 *
 * @param seen at most `CELLS` a side, in its own proportions
 * @param other at most `PIXELS` a side, in its own proportions
 * @param isSameFile only another size of the same file was asked for
 */
export function mayShowSame(seen: Pixels, other: Pixels, isSameFile: boolean): boolean {
  const { levels, ofContrast } = isSameFile ? LIMIT.sameFile : LIMIT.otherFile
  const { share, contrast } = contentOf(seen)
  if (contentOf(other).share < MIN_TEXTURE && !isOf(borderColour(other), seen)) return false
  const limit = share < MIN_CONTENT ? levels : Math.min(levels, ofContrast * contrast)
  return differenceOf(seen, other) <= limit
}

/** The least mean difference over all ways in which `other` may be placed in `seen`. */
function differenceOf(seen: Pixels, other: Pixels): number {
  const sums = sumsOf(other)
  const backdrop = borderColour(seen)
  const cost = (placed: Box) => costOf(seen, sums, placed, backdrop)
  let [best, least] = [WHOLE, cost(WHOLE)]
  const consider = (placed: Box) => {
    const price = cost(placed)
    if (price < least) [best, least] = [placed, price]
  }
  for (const placed of placementsOf(seen, other)) consider(placed)
  for (let step = 0.08; step > 0.01; step /= 2)
    for (const [dx, dy, grow] of STEPS) {
      const { x, y, width, height } = best
      const factor = 1 + grow * step
      consider({
        x: x + dx * step - (width * (factor - 1)) / 2,
        y: y + dy * step - (height * (factor - 1)) / 2,
        width: width * factor,
        height: height * factor,
      })
    }
  return least
}

/** Which part of a picture differs from its background, and by how much in the mean. */
function contentOf(picture: Pixels, backdrop = borderColour(picture)): { share: number; contrast: number } {
  const found = coloursOf(picture)
    .map((colour) => distance(colour, backdrop))
    .filter((difference) => difference >= CONTENT)
  return { share: (4 * found.length) / picture.data.length, contrast: mean(found) }
}

/** Whether a picture may be of one colour, bordered or under an overlay: a light grey sign resembles every light picture. */
function isOf(colour: Colour, seen: Pixels): boolean {
  const backdrop = borderColour(seen)
  if (distance(backdrop, colour) < CONTENT) return true
  const content = coloursOf(seen).filter((each) => distance(each, backdrop) >= CONTENT)
  return mean(content.map((each) => distance(each, colour))) < CONTENT
}

function coloursOf({ data }: Pixels): Colour[] {
  return Array.from({ length: data.length / 4 }, (_, at) => [
    data[at * 4] as number,
    data[at * 4 + 1] as number,
    data[at * 4 + 2] as number,
  ])
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, each) => sum + Math.min(MAX_DIFFERENCE, each), 0) / numbers.length
}

const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 }
const STEPS = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
] as const

/** In fractions of `seen`, in proportion: from bordered to cropped, at the edges, in the middle and between. */
function placementsOf(seen: Pixels, other: Pixels): Box[] {
  const ratio = other.width / other.height / (seen.width / seen.height)
  const [width, height] = ratio > 1 ? [1, 1 / ratio] : [ratio, 1]
  const cover = Math.max(ratio, 1 / ratio)
  const placed: Box[] = []
  // Exactly bordered and exactly covered are what shops do most.
  const zooms = [1, cover]
  for (let zoom = MIN_ZOOM; zoom < cover * MAX_ZOOM; zoom *= 1.12) zooms.push(zoom)
  for (const zoom of zooms)
    for (const x of positions(1 - width * zoom))
      for (const y of positions(1 - height * zoom))
        placed.push({ x, y, width: width * zoom, height: height * zoom })
  return placed
}

function positions(free: number): number[] {
  if (Math.abs(free) < 0.03) return [free / 2]
  return free > 0 ? [0, free / 2, free] : [0, 0.25, 0.5, 0.75, 1].map((part) => free * part)
}

/**
 * The mean difference of the cells, without those that are background in both: most product photos are mostly white.
 */
function costOf({ data, width, height }: Pixels, other: Sums, placed: Box, backdrop: Colour): number {
  let [sum, content] = [0, 0]
  let inside = 0
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 4
      const mine: Colour = [data[at] as number, data[at + 1] as number, data[at + 2] as number]
      const left = (column / width - placed.x) / placed.width
      const top = (row / height - placed.y) / placed.height
      const [wide, high] = [1 / width / placed.width, 1 / height / placed.height]
      const isInside = left + wide / 2 > 0 && left + wide / 2 < 1 && top + high / 2 > 0 && top + high / 2 < 1
      if (isInside) inside++
      // A border is of one colour, that of the edge.
      const theirs = isInside ? meanOf(other, left, top, left + wide, top + high) : backdrop
      const difference = Math.min(MAX_DIFFERENCE, distance(mine, theirs))
      if (isBackground(mine, theirs, backdrop) || isBackground(mine, theirs, other.backdrop)) continue
      content++
      sum += difference
    }
  const cells = width * height
  if (inside < cells / 8) return MAX_DIFFERENCE
  return sum / Math.max(content, cells * MIN_CONTENT)
}

function isBackground(mine: Colour, theirs: Colour, backdrop: Colour): boolean {
  return distance(mine, backdrop) < CONTENT && distance(theirs, backdrop) < CONTENT
}

type Colour = [number, number, number]

function distance(one: Colour, other: Colour): number {
  return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]))
}

/** The middle value of each channel along the edges. */
function borderColour({ data, width, height }: Pixels): Colour {
  const edge: number[] = []
  for (let at = 0; at < width * height; at++)
    if (at < width || at >= width * (height - 1) || at % width === 0 || at % width === width - 1)
      edge.push(at * 4)
  return [0, 1, 2].map((channel) => {
    const sorted = edge.map((at) => data[at + channel] as number).sort((a, b) => a - b)
    return sorted[sorted.length >> 1] as number
  }) as Colour
}

/** Sums over all pixels above and to the left, so that the mean of any box takes four look-ups. */
interface Sums {
  width: number
  height: number
  channels: Float64Array[]
  backdrop: Colour
}

function sumsOf(picture: Pixels): Sums {
  const { data, width, height } = picture
  const across = width + 1
  const channels = [0, 1, 2].map((channel) => {
    const sums = new Float64Array(across * (height + 1))
    for (let y = 0; y < height; y++)
      for (let x = 0, row = 0; x < width; x++) {
        row += data[(y * width + x) * 4 + channel] as number
        sums[(y + 1) * across + x + 1] = (sums[y * across + x + 1] as number) + row
      }
    return sums
  })
  return { width, height, channels, backdrop: borderColour(picture) }
}

function meanOf(
  { width, height, channels }: Sums,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Colour {
  const [x, y] = [bound(Math.round(left * width), width - 1), bound(Math.round(top * height), height - 1)]
  const x2 = Math.max(x + 1, bound(Math.round(right * width), width))
  const y2 = Math.max(y + 1, bound(Math.round(bottom * height), height))
  const across = width + 1
  const area = (x2 - x) * (y2 - y)
  return channels.map(
    (sums) =>
      ((sums[y2 * across + x2] as number) -
        (sums[y * across + x2] as number) -
        (sums[y2 * across + x] as number) +
        (sums[y * across + x] as number)) /
      area,
  ) as Colour
}

function bound(value: number, high: number): number {
  return Math.max(0, Math.min(high, value))
}
