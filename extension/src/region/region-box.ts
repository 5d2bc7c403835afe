import type { PixelBox } from '@find-on-1688/shared'
import {
  type Box,
  boxBetween,
  clamp,
  type Edge,
  minSize,
  moveBox,
  type Point,
  resizeBox,
  type Size,
} from '../model/box.ts'

/** In pixels of the picture. A smaller region shows nothing that could be found. */
const MIN_SIDE = 32

/** The box in whole pixels inside the picture, at least the minimum size; its size takes precedence over its position. */
export function clampRegion({ x, y, width, height }: PixelBox, picture: Size): PixelBox {
  const min = minSize(picture, MIN_SIDE)
  const size = {
    width: clamp(Math.round(width), min.width, picture.width),
    height: clamp(Math.round(height), min.height, picture.height),
  }
  return {
    x: clamp(Math.round(x), 0, picture.width - size.width),
    y: clamp(Math.round(y), 0, picture.height - size.height),
    ...size,
  }
}

export function moveRegion(box: PixelBox, dx: number, dy: number, picture: Size): PixelBox {
  return inWholePixels(moveBox(box, dx, dy, picture))
}

export function resizeRegion(box: PixelBox, edge: Edge, dx: number, dy: number, picture: Size): PixelBox {
  return inWholePixels(resizeBox(box, edge, dx, dy, picture, MIN_SIDE))
}

/** Around its middle, as far as the picture allows. */
export function zoomRegion({ x, y, width, height }: PixelBox, factor: number, picture: Size): PixelBox {
  const [across, down] = [width * (1 - factor), height * (1 - factor)]
  const box = { x: x + across / 2, y: y + down / 2, width: width - across, height: height - down }
  return clampRegion(box, picture)
}

/** As large as it is, with its middle at a point, as far as the picture allows. */
export function centerRegion({ width, height }: PixelBox, middle: Point, picture: Size): PixelBox {
  return clampRegion({ x: middle.x - width / 2, y: middle.y - height / 2, width, height }, picture)
}

/** Drawn from one corner to the other; `undefined` while it is too small to be meant. */
export function regionFromDrag(from: Point, to: Point, picture: Size): PixelBox | undefined {
  const box = inWholePixels(boxBetween(from, to, picture))
  const min = minSize(picture, MIN_SIDE)
  return box.width >= min.width && box.height >= min.height ? box : undefined
}

export function fullRegion({ width, height }: Size): PixelBox {
  return { x: 0, y: 0, width, height }
}

export function isSameRegion(one: PixelBox, other: PixelBox): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

/** How much of the picture the box covers, 0 … 1. */
export function shareOf(box: PixelBox, picture: Size): number {
  return (box.width * box.height) / (picture.width * picture.height)
}

/** The same region of another version of the picture. */
export function scaleRegion(box: PixelBox, from: Size, to: Size): PixelBox {
  const [across, down] = [to.width / from.width, to.height / from.height]
  const size = { width: box.width * across, height: box.height * down }
  return clampRegion({ x: box.x * across, y: box.y * down, ...size }, to)
}

/** Rounds the edges, not the size: an edge that was not moved stays where it is. */
function inWholePixels({ x, y, width, height }: Box): PixelBox {
  const [left, top] = [Math.round(x), Math.round(y)]
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top }
}

/** Where a box is in a view of the picture. From the left in every writing direction, since pictures are not mirrored. */
export function cssBox({ x, y, width, height }: PixelBox, picture: Size) {
  const percent = (length: number, total: number) => `${(length / total) * 100}%`
  return {
    left: percent(x, picture.width),
    top: percent(y, picture.height),
    width: percent(width, picture.width),
    height: percent(height, picture.height),
  }
}
