import { type PixelBox, type Regions, regionBox } from '@find-on-1688/shared'
import type { Size } from '../model/box.ts'
import { clampRegion, isSameRegion, shareOf } from './region-box.ts'

/** If no subject is detected, it is assumed in the middle. */
const MIDDLE = 0.8

/** The boxes in which the platform sees a subject, each once, the searched one first. */
export function detectedSubjects(regions: Regions | null | undefined, picture: Size): PixelBox[] {
  const all = [...(regions?.current ? [regions.current] : []), ...(regions?.suggested ?? [])]
  return all
    .map((box) => clampRegion(box, picture))
    .filter((box, at, boxes) => boxes.findIndex((other) => isSameRegion(other, box)) === at)
}

/** The box to start with: the searched one, otherwise a detected subject, otherwise the middle of the picture. */
export function initialRegion(region: string | undefined, seen: PixelBox[], picture: Size): PixelBox {
  if (region) return clampRegion(regionBox(region), picture)
  const { width, height } = picture
  const margin = (1 - MIDDLE) / 2
  const middle = { x: width * margin, y: height * margin, width: width * MIDDLE, height: height * MIDDLE }
  return seen[0] ?? clampRegion(middle, picture)
}

/** How much of the picture its subject covers, 0 … 1; `null` if that is not known. */
export function subjectShare(seen: PixelBox[], picture: Size): number | null {
  return seen[0] ? shareOf(seen[0], picture) : null
}

/** The subject that a click chooses: inside the chosen box, only a smaller one. */
export function subjectAt(
  point: { x: number; y: number },
  box: PixelBox,
  seen: PixelBox[],
): PixelBox | undefined {
  const chosen = boxAt(
    point,
    seen.filter((other) => !isSameRegion(other, box)),
  )
  return chosen && (!boxAt(point, [box]) || areaOf(chosen) < areaOf(box)) ? chosen : undefined
}

/** The smallest of several boxes around a point: a larger one can be clicked outside it. */
function boxAt(point: { x: number; y: number }, boxes: PixelBox[]): PixelBox | undefined {
  return boxes
    .filter(
      ({ x, y, width, height }) =>
        point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height,
    )
    .toSorted((one, other) => areaOf(one) - areaOf(other))[0]
}

function areaOf({ width, height }: PixelBox): number {
  return width * height
}
