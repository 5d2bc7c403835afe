import type { Box, Point, Size } from '../model/box.ts'
import { lengthIn, partsOf, positionIn, shapeIn } from './css-lengths.ts'

/** Where the whole picture would be painted, and whether the page chose that to show a part of it. */
export interface Painted {
  box: Box
  /** By a position or a size of its own, not by filling a box. */
  isChosen: boolean
}

/** A replaced element's picture, by `object-fit`, `object-position` and `object-view-box`. */
export function objectBox(
  content: Box,
  natural: Size,
  style: { fit: string; position: string; viewBox: string },
): Painted {
  const view = shapeIn(style.viewBox, { x: 0, y: 0, ...natural })
  const fitted = fittedBox(content, view ?? natural, style)
  const isChosen = style.fit === 'none' || view !== undefined
  if (!view) return { box: fitted, isChosen }
  const [across, down] = [fitted.width / view.width, fitted.height / view.height]
  const box = {
    x: fitted.x - view.x * across,
    y: fitted.y - view.y * down,
    width: natural.width * across,
    height: natural.height * down,
  }
  return { box, isChosen }
}

function fittedBox(content: Box, own: Size, { fit, position }: { fit: string; position: string }): Box {
  const [across, down] = [content.width / own.width, content.height / own.height]
  const scales: Record<string, number> = {
    contain: Math.min(across, down),
    cover: Math.max(across, down),
    none: 1,
    'scale-down': Math.min(1, across, down),
  }
  const scale = scales[fit]
  return scale ? placed(content, scaled(own, scale), position) : content
}

/** One layer of a background; values as computed. */
export interface BackgroundLayer {
  size: string
  position: string
  repeat: string
}

/**
 * The tile of a background that shows most of its picture; `undefined` where that depends on the picture's size and that
 * is unknown.
 *
 * @param area by `background-origin`
 * @param shown by `background-clip`
 */
export function backgroundBox(
  area: Box,
  shown: Box,
  { size, position, repeat }: BackgroundLayer,
  natural: Size | undefined,
): Painted | undefined {
  const tile = tileSize(area, size, natural)
  if (!tile || !(tile.width > 0 && tile.height > 0)) return undefined
  const box = placed(area, tile, position)
  const [across = '', down = across] =
    repeat === 'repeat-x'
      ? ['repeat', 'no-repeat']
      : repeat === 'repeat-y'
        ? ['no-repeat', 'repeat']
        : partsOf(repeat, ' ')
  const repeated = {
    ...box,
    x: across === 'no-repeat' ? box.x : nearestTile(box.x, tile.width, shown.x, shown.width),
    y: down === 'no-repeat' ? box.y : nearestTile(box.y, tile.height, shown.y, shown.height),
  }
  return { box: repeated, isChosen: size !== 'cover' }
}

function tileSize(area: Box, size: string, natural: Size | undefined): Size | undefined {
  if (size === 'cover' || size === 'contain') {
    if (!natural) return undefined
    const [across, down] = [area.width / natural.width, area.height / natural.height]
    return scaled(natural, size === 'cover' ? Math.max(across, down) : Math.min(across, down))
  }
  const [width = 'auto', height = 'auto'] = partsOf(size, ' ')
  const [wide, high] = [lengthIn(width, area.width), lengthIn(height, area.height)]
  if (width !== 'auto' && height !== 'auto') return { width: wide, height: high }
  if (!natural) return undefined
  if (width !== 'auto') return { width: wide, height: (wide * natural.height) / natural.width }
  if (height !== 'auto') return { width: (high * natural.width) / natural.height, height: high }
  return natural
}

/** Of the tiles of a row, one that is all within the box or, where none is, the one that shows most. */
function nearestTile(start: number, length: number, from: number, room: number): number {
  // Otherwise the parts of two tiles show all of it.
  const last = from + room - length
  if (length <= room) return Math.min(last, start + Math.ceil((from - start) / length - 1e-6) * length)
  const middle = from + room / 2 - (start + length / 2)
  return start + Math.round(middle / length) * length
}

function placed(area: Box, size: Size, position: string): Box {
  const room = { width: area.width - size.width, height: area.height - size.height }
  const { x, y }: Point = positionIn(position, room)
  return { x: area.x + x, y: area.y + y, ...size }
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: width * scale, height: height * scale }
}
