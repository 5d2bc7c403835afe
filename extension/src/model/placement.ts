import type { Box, Point, Size } from './box.ts'

/** As in CSS and canvas: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/**
 * What is seen of a picture, where that is a part of it, or it is turned or mirrored. The matrix leads from fractions of
 * the upright source, 0 to 1, to a box of this size in CSS pixels, so it fits any version with the same proportions.
 */
export interface Placement extends Size {
  matrix: Matrix
  /** What of the source is in the box, in fractions. */
  part: Box
}

/** Both in one: first `other`, then `one`. */
export function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f]
}

/** `undefined` where all is squeezed into a line. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c
  if (!Number.isFinite(area) || Math.abs(area) < 1e-9) return undefined
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}

export function moved([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** The upright box around a box that is moved by the matrix. */
export function boundsOf(matrix: Matrix, { x, y, width, height }: Box): Box {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => moved(matrix, corner))
  const [left, top] = [Math.min(...corners.map((each) => each.x)), Math.min(...corners.map((each) => each.y))]
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map((each) => each.x)) - left,
    height: Math.max(...corners.map((each) => each.y)) - top,
  }
}

/** What two boxes share; `undefined` where they do not overlap. */
export function sharedBox(one: Box, other: Box): Box | undefined {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)]
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}
