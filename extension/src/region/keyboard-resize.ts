import type { PixelBox } from '@find-on-1688/shared'
import type { Size } from '../model/box.ts'
import { moveRegion, resizeRegion } from './region-box.ts'

/** Fractions of the picture's longer side. */
const STEP = 1 / 200
const BIG_STEP = 1 / 20

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export interface Key {
  key: string
  shiftKey: boolean
  altKey: boolean
}

/** Arrow keys move the box, with Shift its far corner, with Alt further; `undefined` for other keys. */
export function resizeByKey(
  box: PixelBox,
  { key, shiftKey, altKey }: Key,
  picture: Size,
): PixelBox | undefined {
  const direction = DIRECTIONS[key]
  if (!direction) return undefined
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) * (altKey ? BIG_STEP : STEP)))
  const [dx, dy] = [direction[0] * step, direction[1] * step]
  return shiftKey ? resizeRegion(box, 'se', dx, dy, picture) : moveRegion(box, dx, dy, picture)
}
