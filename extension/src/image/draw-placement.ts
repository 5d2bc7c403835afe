import type { Box, Size } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import { boundsOf, inverse, type Matrix, type Placement, sharedBox, times } from '../model/placement.ts'

/** Pixels by which an edge may be off because of rounding in the page. */
const ROUNDING = 0.1

/** What is cut out of a picture, and how it is turned then. */
export interface Cut {
  /** In the picture's own pixels. */
  crop: Box
  /** Of what comes out, at the picture's resolution. */
  size: Size
  /** From the crop to what comes out, both in pixels at that resolution; none if it is only cut. */
  turn?: Matrix
}

/** What a placement means for a picture of this size, upright; `undefined` if nothing of it would be left. */
export function cutOf(placement: Placement, picture: Size): Cut | undefined {
  const { matrix } = placement
  const [a, b, c, d] = matrix
  const back = inverse(matrix)
  const fractions = back && boundsOf(back, { x: 0, y: 0, width: placement.width, height: placement.height })
  const seen = fractions && sharedBox(fractions, { x: 0, y: 0, width: 1, height: 1 })
  const crop = seen && inPixels(seen, picture)
  if (!crop) return undefined
  const isNone = (one: number, other: number) => Math.abs(one) + Math.abs(other) < 0.01
  const { width, height } = crop
  // Without interpolation: neither a mirror nor a quarter turn needs any.
  if (isNone(b, c)) {
    if (a > 0 && d > 0) return { crop, size: { width, height } }
    return { crop, size: { width, height }, turn: inCorner([Math.sign(a), 0, 0, Math.sign(d), 0, 0], crop) }
  }
  if (isNone(a, d)) {
    const size = { width: height, height: width }
    return { crop, size, turn: inCorner([0, Math.sign(b), Math.sign(c), 0, 0, 0], crop) }
  }
  // No pixel of the picture becomes smaller.
  const scale = Math.max(picture.width / Math.hypot(a, b), picture.height / Math.hypot(c, d))
  const fromCrop: Matrix = [
    1 / picture.width,
    0,
    0,
    1 / picture.height,
    crop.x / picture.width,
    crop.y / picture.height,
  ]
  return {
    crop,
    size: { width: Math.ceil(placement.width * scale), height: Math.ceil(placement.height * scale) },
    turn: times([scale, 0, 0, scale, 0, 0], times(matrix, fromCrop)),
  }
}

/** Turns what was scaled to a size, on white. `by` is how much smaller it is than the crop. */
export function turned(
  scaled: OffscreenCanvas,
  { crop }: Cut,
  turn: Matrix,
  size: Size,
  by: number,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext('2d') ?? fail('picture_too_large')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.width, size.height)
  context.imageSmoothingQuality = 'high'
  const toCrop: Matrix = [crop.width / scaled.width, 0, 0, crop.height / scaled.height, 0, 0]
  context.setTransform(...times([by, 0, 0, by, 0, 0], times(turn, toCrop)))
  context.drawImage(scaled, 0, 0)
  return canvas
}

/** Rounded inwards, so that nothing of a neighbour on the sheet is included. */
function inPixels({ x, y, width, height }: Box, picture: Size): Box | undefined {
  const left = Math.max(0, Math.ceil(x * picture.width - ROUNDING))
  const top = Math.max(0, Math.ceil(y * picture.height - ROUNDING))
  const right = Math.floor((x + width) * picture.width + ROUNDING)
  const bottom = Math.floor((y + height) * picture.height + ROUNDING)
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined
}

/** Moved to where the turned crop begins at 0. */
function inCorner(turn: Matrix, { width, height }: Box): Matrix {
  const { x, y } = boundsOf(turn, { x: 0, y: 0, width, height })
  return [turn[0], turn[1], turn[2], turn[3], -x, -y]
}
