import { isCleanJpeg, LIMITS, stripMetadata } from '@find-on-1688/shared'
import type { Size } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import type { ReducedPicture } from '../model/picture.ts'
import { decode } from './decode.ts'
import { fitInto } from './fit-size.ts'
import { type Crop, scale } from './resize.ts'

/** Tried one after the other until the picture fits; below the last one, it is made smaller instead. */
const QUALITIES = [LIMITS.sentQuality, 0.75, 0.65, 0.55]
const SMALLER = 0.8
const SMALLEST_SIDE = 64

/**
 * Cuts out the crop, reduces it to at most 800 pixels a side, on white, and encodes it as a JPEG of at most `maxBytes`.
 * No metadata comes along, and a small picture is not enlarged. A whole JPEG that is small enough stays as it is.
 *
 * @throws FailureError of `decode`
 */
export async function reduce(
  picture: Blob,
  maxBytes: number,
  cropFor?: (size: Size) => Crop | undefined,
): Promise<ReducedPicture> {
  const decoded = await decode(picture)
  try {
    const whole = { x: 0, y: 0, width: decoded.width, height: decoded.height }
    const crop = cropFor?.(decoded) ?? whole
    const from = { fromWidth: crop.width, fromHeight: crop.height }
    const plain = !cropFor ? await asItIs(picture, decoded, maxBytes) : undefined
    if (plain) {
      const { width, height } = decoded
      return { dataUrl: await dataUrlOf(plain), bytes: plain.size, width, height, ...from, untouched: true }
    }
    const { jpeg, size } = await encoded(decoded, crop, maxBytes)
    return { dataUrl: await dataUrlOf(jpeg), bytes: jpeg.size, ...size, ...from, untouched: false }
  } finally {
    decoded.close()
  }
}

async function asItIs(picture: Blob, { width, height }: Size, maxBytes: number): Promise<Blob | undefined> {
  if (Math.max(width, height) > LIMITS.sentSidePx) return undefined
  const bytes = new Uint8Array(await picture.arrayBuffer())
  if (!isCleanJpeg(bytes)) return undefined
  const stripped = stripMetadata(bytes)
  return stripped.length <= maxBytes ? new Blob([stripped], { type: 'image/jpeg' }) : undefined
}

async function encoded(
  picture: ImageBitmap,
  crop: Crop,
  maxBytes: number,
): Promise<{ jpeg: Blob; size: Size }> {
  for (let side: number = LIMITS.sentSidePx; side >= SMALLEST_SIDE; side *= SMALLER) {
    const size = fitInto(side, crop.width, crop.height)
    const canvas = await scale(picture, crop, size)
    for (const quality of QUALITIES) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality })
      if (jpeg.size <= maxBytes) return { jpeg, size }
    }
  }
  return fail('picture_too_large')
}

export async function dataUrlOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return `data:${blob.type};base64,${btoa(binary)}`
}
