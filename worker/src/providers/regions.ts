import { LIMITS, type PixelBox, type Regions, regionBox } from '@find-on-1688/shared'
import { asObject, type Json, scalarText } from '../gateway/json.ts'
import type { PictureSource } from './provider.ts'

const MOST_BOXES = 8
/** A smaller box is ignored: fractions given in place of pixels would round to one. */
const LEAST_SIDE_PX = 2

/**
 * A region as the platform takes it: `x1,x2,y1,y2`. The order is inferred, not documented: if a real app finds another
 * one, change it here and in `boxOf`.
 */
export function platformRegion(region: string): string {
  const { x, y, width, height } = regionBox(region)
  return [x, x + width, y, y + height].join(',')
}

/** Where the platform sees a subject in the picture. A box that reaches beyond the picture is ignored. */
export function readRegions(info: Json | undefined, source: PictureSource): Regions | null {
  const fields = asObject(info)
  if (!fields) return null
  const boxesIn = (value: Json | undefined) =>
    listed(value)
      .flatMap((item) => boxOf(item, source) ?? [])
      .slice(0, MOST_BOXES)
  return { current: boxesIn(fields.currentRegion)[0] ?? null, suggested: boxesIn(fields.yoloCropRegion) }
}

/** One box or several: text separated by `;`, a list of boxes, or the four numbers of one box. */
function listed(value: Json | undefined): Json[] {
  const items = [value ?? null].flat()
  if (items.length === 4 && items.every((item) => pixels(item) >= 0)) return [items]
  return items
    .slice(0, MOST_BOXES)
    .flatMap((item): Json[] => (typeof item === 'string' ? item.split(';', MOST_BOXES) : [item]))
}

function boxOf(item: Json, source: PictureSource): PixelBox | undefined {
  const parts: Json = typeof item === 'string' ? item.split(',', 5) : item
  if (!Array.isArray(parts) || parts.length !== 4) return undefined
  // NaN for what is no number: then it is no box.
  const [left = 0, right = 0, top = 0, bottom = 0] = parts.map(pixels)
  const { width, height } = 'bytes' in source ? source : UNKNOWN_SIZE
  const isInside = right <= width && bottom <= height
  const isBox = right - left >= LEAST_SIDE_PX && bottom - top >= LEAST_SIDE_PX
  return isInside && isBox ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

const UNKNOWN_SIZE = { width: LIMITS.pictureSidePx, height: LIMITS.pictureSidePx }

function pixels(value: Json): number {
  const text = scalarText(value).trim()
  return /^\d{1,5}(\.\d{1,9})?$/.test(text) ? Math.round(Number(text)) : NaN
}
