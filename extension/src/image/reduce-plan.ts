import { isCleanJpeg, LIMITS, type PictureHeader, stripMetadata } from '@find-on-1688/shared'
import { fitInto, type Size } from '../model/box.ts'

/*
 * What reducing a picture has to come to, whoever decodes it: the browser here, libvips in `npm run match`.
 */

/** Tried in this order until the picture fits; then it is made smaller instead. */
export const QUALITIES: readonly number[] = [LIMITS.sentQuality, 0.75, 0.65, 0.55]
const SMALLER = 0.8
const MIN_SIDE = 64

/** The sizes to try, the largest first. */
export function sentSizes({ width, height }: Size): Size[] {
  const sizes: Size[] = []
  for (let side: number = LIMITS.sentSidePx; side >= MIN_SIDE; side *= SMALLER)
    sizes.push(fitInto(side, width, height))
  return sizes
}

/** The bytes of a JPEG that need no reducing, without its metadata; `undefined` if it has to be encoded anew. */
export function asItIs(
  bytes: Uint8Array,
  { width, height }: Size,
  maxBytes: number,
): Uint8Array<ArrayBuffer> | undefined {
  if (Math.max(width, height) > LIMITS.sentSidePx || !isCleanJpeg(bytes)) return undefined
  const stripped = stripMetadata(bytes)
  return stripped.length <= maxBytes ? stripped : undefined
}

export function isTooLarge({ width, height }: PictureHeader): boolean {
  return Math.max(width, height) > LIMITS.pictureSidePx || width * height > LIMITS.picturePixels
}
