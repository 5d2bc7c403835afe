import type { Box, Edge } from '../model/box.ts'
export const SMALLEST_SIDE = 24

/** The rectangle between two corners, within the view. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }, view: Box): Box {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  const x = clamp(left, 0, view.width)
  const y = clamp(top, 0, view.height)
  return { x, y, width: clamp(right, 0, view.width) - x, height: clamp(bottom, 0, view.height) - y }
}

/** Moved as a whole; it stops at the view's edge and keeps its size. */
export function moved(box: Box, dx: number, dy: number, view: Box): Box {
  return {
    ...box,
    x: clamp(box.x + dx, 0, view.width - box.width),
    y: clamp(box.y + dy, 0, view.height - box.height),
  }
}

/** One edge or corner is moved; the opposite one stays, and there is always something left. */
export function resized(box: Box, edge: Edge, dx: number, dy: number, view: Box): Box {
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height]
  if (edge.includes('w')) left = clamp(left + dx, 0, right - SMALLEST_SIDE)
  if (edge.includes('e')) right = clamp(right + dx, left + SMALLEST_SIDE, view.width)
  if (edge.includes('n')) top = clamp(top + dy, 0, bottom - SMALLEST_SIDE)
  if (edge.includes('s')) bottom = clamp(bottom + dy, top + SMALLEST_SIDE, view.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
