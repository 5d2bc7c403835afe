import type { PixelBox } from '@find-on-1688/shared'
/** In pixels of the picture: less shows nothing that could be found. */
export const MIN_SIDE = 32

export interface Point {
  x: number
  y: number
}

/** The box in whole pixels inside of the picture, with something to hold it by; its size counts before its place. */
export function within({ x, y, width, height }: PixelBox, picture: Size): PixelBox {
  const least = leastIn(picture)
  const size = {
    width: clamp(Math.round(width), least.width, picture.width),
    height: clamp(Math.round(height), least.height, picture.height),
  }
  return {
    x: clamp(Math.round(x), 0, picture.width - size.width),
    y: clamp(Math.round(y), 0, picture.height - size.height),
    ...size,
  }
}

/** Moved as a whole; it stops at the picture's edge and keeps its size. */
export function moved(box: PixelBox, dx: number, dy: number, picture: Size): PixelBox {
  return within({ ...box, x: box.x + dx, y: box.y + dy }, picture)
}

/** One edge or corner is moved; the opposite one stays where it is. */
export function resized(box: PixelBox, edge: Edge, dx: number, dy: number, picture: Size): PixelBox {
  const least = leastIn(picture)
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height]
  if (edge.includes('w')) left = clamp(Math.round(left + dx), 0, right - least.width)
  if (edge.includes('e')) right = clamp(Math.round(right + dx), left + least.width, picture.width)
  if (edge.includes('n')) top = clamp(Math.round(top + dy), 0, bottom - least.height)
  if (edge.includes('s')) bottom = clamp(Math.round(bottom + dy), top + least.height, picture.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Drawn from one corner to the other; `undefined` while it is too small to be meant. */
export function drawn(from: Point, to: Point, picture: Size): PixelBox | undefined {
  const [left, right] = sorted(from.x, to.x).map((x) => clamp(Math.round(x), 0, picture.width)) as [
    number,
    number,
  ]
  const [top, bottom] = sorted(from.y, to.y).map((y) => clamp(Math.round(y), 0, picture.height)) as [
    number,
    number,
  ]
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  const least = leastIn(picture)
  return box.width >= least.width && box.height >= least.height ? box : undefined
}

export function wholeOf({ width, height }: Size): PixelBox {
  return { x: 0, y: 0, width, height }
}

export function isSame(one: PixelBox, other: PixelBox): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

/** How much of the picture the box covers, 0 … 1. */
export function shareOf(box: PixelBox, picture: Size): number {
  return (box.width * box.height) / (picture.width * picture.height)
}

/** The same part of another version of the picture. */
export function scaled(box: PixelBox, from: Size, to: Size): PixelBox {
  const [across, down] = [to.width / from.width, to.height / from.height]
  const size = { width: box.width * across, height: box.height * down }
  return within({ x: box.x * across, y: box.y * down, ...size }, to)
}

function leastIn({ width, height }: Size): Size {
  return { width: Math.min(MIN_SIDE, width), height: Math.min(MIN_SIDE, height) }
}

function sorted(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one]
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

export type Edge = 'n' | 's' | 'w' | 'e' | 'nw' | 'ne' | 'sw' | 'se'

export const EDGES: Edge[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w']

/** A rectangle in the tab's viewport, in CSS pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where a picture stands. */
export interface VisibleBox extends Box {
  /** Only a part of it is in sight, and the box is that part. */
  partly: boolean
  viewportWidth: number
  viewportHeight: number
}

export interface Size {
  width: number
  height: number
}

/** The size in proportion with its longer side at most `side`; never larger than it is, never without a pixel. */
export function fitInto(side: number, width: number, height: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
