import type { Box, Size } from '../model/box.ts'
import type { Matrix, Placement } from '../model/placement.ts'
import { whiteContext } from './resize.ts'

/** Pixels by which an edge may be off because of rounding in the page. */
const ROUNDING = 0.1

/** What is cut out of a picture, and how it is turned then. */
export interface Cut {
  /** In the picture's own pixels. */
  crop: Box
  /** Of what comes out, at the picture's resolution. */
  size: Size
  /** From the crop to what comes out, both in pixels at that resolution, one after the other; none if it is only cut. */
  turns: Matrix[]
}

/** What a placement means for an upright picture of this size; `undefined` if nothing of it would be left. */
export function cutOf({ matrix, part, width, height }: Placement, picture: Size): Cut | undefined {
  const crop = inPixels(part, picture)
  if (crop.width < 1 || crop.height < 1) return undefined
  const [a, b, c, d] = matrix
  // Neither a mirror nor a quarter turn needs any interpolation.
  if ((!b && !c) || (!a && !d)) {
    const [right = 0, down = 0, left = 0, up = 0] = [a, b, c, d].map(Math.sign)
    const size = b ? { width: crop.height, height: crop.width } : { width: crop.width, height: crop.height }
    const [x, y] = [right + left < 0 ? size.width : 0, down + up < 0 ? size.height : 0]
    return { crop, size, turns: x || y || b ? [[right, down, left, up, x, y]] : [] }
  }
  const { width: w, height: h } = picture
  // No pixel of the picture becomes smaller.
  const scale = Math.max(w / Math.hypot(a, b), h / Math.hypot(c, d))
  return {
    crop,
    size: { width: Math.ceil(width * scale), height: Math.ceil(height * scale) },
    turns: [[scale, 0, 0, scale, 0, 0], matrix, [1 / w, 0, 0, 1 / h, crop.x / w, crop.y / h]],
  }
}

/** Turns a scaled crop, on white. */
export function turned(
  scaled: OffscreenCanvas,
  { crop, size: full, turns }: Cut,
  size: Size,
): OffscreenCanvas {
  const context = whiteContext(size)
  context.scale(size.width / full.width, size.height / full.height)
  for (const turn of turns) context.transform(...turn)
  context.drawImage(scaled, 0, 0, crop.width, crop.height)
  return context.canvas
}

/** Rounded inwards, so that nothing of a neighbour on the sheet is included. */
function inPixels({ x, y, width, height }: Box, picture: Size): Box {
  const inwards = (from: number, to: number, all: number): [number, number] => {
    const start = Math.max(0, Math.ceil(from * all - ROUNDING))
    return [start, Math.min(all, Math.floor(to * all + ROUNDING)) - start]
  }
  const [left, wide] = inwards(x, x + width, picture.width)
  const [top, high] = inwards(y, y + height, picture.height)
  return { x: left, y: top, width: wide, height: high }
}
