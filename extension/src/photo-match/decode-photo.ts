import { inspectPicture, LIMITS, type Pixels } from '@find-on-1688/shared'
import { fitInto } from '../model/box.ts'

/** Five megabytes may decode to a gigabyte. */
const MAX_PIXELS = 40_000_000

/**
 * The picture's pixels, upright and in sRGB, at its own size up to 800 pixels a side. The browser reduces larger ones, as a
 * photo of 1600 pixels would take 40 ms to hash instead of 12. How it does so hardly matters at this size, far above the
 * 64 × 64 of a hash: even the coarsest method changes 4 of 256 bits (at 220 pixels, 22).
 *
 * @throws UnreadablePhotoError `unreadable`
 */
export async function decodePhoto(picture: Blob): Promise<Pixels> {
  const header = inspectPicture(new Uint8Array(await picture.arrayBuffer()))
  if (!header || header.width * header.height > MAX_PIXELS) throw new UnreadablePhotoError('unreadable')
  try {
    return await pixelsOf(await createImageBitmap(picture))
  } catch (error) {
    throw new UnreadablePhotoError('unreadable', error)
  }
}

async function pixelsOf(decoded: ImageBitmap): Promise<Pixels> {
  // The size after decoding: the header has the one before the rotation in the metadata.
  const { width, height } = fitInto(LIMITS.sentSidePx, decoded.width, decoded.height)
  const isLarge = width < decoded.width || height < decoded.height
  const fitting = isLarge ? await reduce(decoded, width, height) : decoded
  try {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    if (!context) throw new UnreadablePhotoError('unreadable')
    context.drawImage(fitting, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    return { data, width, height }
  } finally {
    fitting.close()
  }
}

async function reduce(decoded: ImageBitmap, resizeWidth: number, resizeHeight: number): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(decoded, { resizeWidth, resizeHeight, resizeQuality: 'high' })
  } finally {
    decoded.close()
  }
}

/** Why a picture has no pixels: its host did not provide it, or it cannot be decoded. */
export type UnreadableReason = 'unreachable' | 'unreadable'

export class UnreadablePhotoError extends Error {
  readonly why: UnreadableReason

  constructor(why: UnreadableReason, cause?: unknown) {
    super(`The picture is ${why}`, { cause })
    this.why = why
  }
}
