/** A rectangle; in a page, in CSS pixels of the viewport. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where a picture is visible in a tab. */
export interface VisibleBox extends Box {
  /** Only a part of the picture is in view, and the box is that part. */
  partly: boolean
  viewportWidth: number
  viewportHeight: number
}

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

export type Edge = 'n' | 's' | 'w' | 'e' | 'nw' | 'ne' | 'sw' | 'se'

export const EDGES: Edge[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w']

/** The box between two corners, cut off at the bounds. */
export function boxBetween(one: Point, other: Point, bounds: Size): Box {
  const x = clamp(Math.min(one.x, other.x), 0, bounds.width)
  const y = clamp(Math.min(one.y, other.y), 0, bounds.height)
  return {
    x,
    y,
    width: clamp(Math.max(one.x, other.x), 0, bounds.width) - x,
    height: clamp(Math.max(one.y, other.y), 0, bounds.height) - y,
  }
}

/** Moved as a whole: it stops at the bounds and keeps its size. */
export function moveBox(box: Box, dx: number, dy: number, bounds: Size): Box {
  return {
    ...box,
    x: clamp(box.x + dx, 0, bounds.width - box.width),
    y: clamp(box.y + dy, 0, bounds.height - box.height),
  }
}

/** One edge or corner is moved, and the opposite one stays. No side becomes shorter than `minSide`, or than the bounds. */
export function resizeBox(box: Box, edge: Edge, dx: number, dy: number, bounds: Size, minSide: number): Box {
  const min = minSize(bounds, minSide)
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height]
  if (edge.includes('w')) left = clamp(left + dx, 0, right - min.width)
  if (edge.includes('e')) right = clamp(right + dx, left + min.width, bounds.width)
  if (edge.includes('n')) top = clamp(top + dy, 0, bottom - min.height)
  if (edge.includes('s')) bottom = clamp(bottom + dy, top + min.height, bounds.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export function minSize(bounds: Size, minSide: number): Size {
  return { width: Math.min(minSide, bounds.width), height: Math.min(minSide, bounds.height) }
}

/** The size in proportion with its longer side at most `side`; never larger than it is, never without a pixel. */
export function fitInto(side: number, width: number, height: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
