import type { Catalogue, Offer } from './catalogue/index.ts'
import { analyse } from './match/analyse.ts'
import { sizeOf, subjectBoxes } from './match/boxes.ts'
import type { Box } from './match/pixels.ts'
import { remembered } from './match/remembered.ts'
import { offersLike } from './search.ts'

/** Margin around a region, relative to its longer side: in a tight crop, nothing shows what is background. */
const AROUND = 0.12

/** The region given as `x1,x2,y1,y2`; undefined unless these are four whole numbers of a box inside the picture. */
export async function regionOf(value: unknown, picture: Uint8Array): Promise<Box | undefined> {
  const known = typeof value === 'string' && /^\d{1,5}(,\d{1,5}){3}$/.test(value)
  const size = known && (await sizeOf(picture).catch(() => undefined))
  if (!size) return undefined
  const [left = 0, right = 0, top = 0, bottom = 0] = value.split(',').map(Number)
  const isBox = left < right && top < bottom && right <= size.width && bottom <= size.height
  return isBox ? { left, top, width: right - left, height: bottom - top } : undefined
}

/**
 * The offers for a region of a picture, best first, and the boxes of its subjects. Without a region, the whole picture is
 * searched; if that finds nothing and there are several subjects, the largest one is.
 */
export async function findInPicture(catalogue: Catalogue, picture: Uint8Array, region: Box | undefined) {
  const found = await remembered(catalogue, picture, `in ${region ? written(region) : 'all'}`, () =>
    lookInPicture(catalogue, picture, region),
  )
  return found && { ...found, offers: found.offers.slice() }
}

async function lookInPicture(catalogue: Catalogue, picture: Uint8Array, region: Box | undefined) {
  const size = await sizeOf(picture).catch(() => undefined)
  const boxes = size && (await subjectBoxes(picture).catch(() => undefined))
  if (!boxes) return undefined
  let searched = region ?? around(boxes)
  let offers = region
    ? await findInPart(catalogue, picture, region, size)
    : offersLike(catalogue, await analyse(picture))
  const [main, second] = boxes
  if (!region && offers.length === 0 && main && second) {
    searched = main
    offers = await findInPart(catalogue, picture, main, size)
  }
  const picRegionInfo = {
    currentRegion: searched ? written(searched) : null,
    yoloCropRegion: boxes.map(written).join(';'),
  }
  return { offers, picRegionInfo }
}

/** Searches the region alone and with a small margin. */
async function findInPart(
  catalogue: Catalogue,
  picture: Uint8Array,
  part: Box,
  size: { width: number; height: number },
): Promise<Offer[]> {
  const room = Math.round(Math.max(part.width, part.height) * AROUND)
  const [left, top] = [Math.max(0, part.left - room), Math.max(0, part.top - room)]
  const width = Math.min(size.width, part.left + part.width + room) - left
  const height = Math.min(size.height, part.top + part.height + room) - top
  const alone = await analyse(picture, part)
  const within = await analyse(picture, { left, top, width, height })
  const subjects = [...alone.subjects, ...within.subjects]
  return offersLike(catalogue, { ...alone, subjects, frames: [...alone.frames, ...within.frames] })
}

function around(boxes: Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const right = Math.max(...boxes.map((box) => box.left + box.width))
  const bottom = Math.max(...boxes.map((box) => box.top + box.height))
  return { left, top, width: right - left, height: bottom - top }
}

function written({ left, top, width, height }: Box): string {
  return [left, left + width, top, top + height].join(',')
}
