import type { Box } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import type { Emptiness } from '../model/picture.ts'
import { emptinessOfPixels } from './empty-pixels.ts'

const SIDE = 32

/** `undefined` for a part of a picture that shows something. Looks at 32 × 32 pixels of it; the bitmap stays open. */
export function emptinessOf(picture: ImageBitmap, part: Box): Emptiness | undefined {
  const context =
    new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true }) ?? fail('picture_damaged')
  // Otherwise a watermark of thin strokes could fall between the samples.
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, SIDE, SIDE)
  return emptinessOfPixels(context.getImageData(0, 0, SIDE, SIDE).data)
}
