import type { Box, Size } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import type { ReducedPicture } from '../model/picture.ts'
import type { Placement } from '../model/placement.ts'
import { dataUrlOf } from './data-url.ts'
import { decode } from './decode.ts'
import { type Cut, cutOf, turned } from './draw-placement.ts'
import { emptinessOf } from './emptiness.ts'
import { asItIs, QUALITIES, sentSizes } from './reduce-plan.ts'
import { scale } from './resize.ts'

/**
 * Cuts out the part, reduces it to at most 800 pixels a side, on white, and encodes it as a JPEG of at most `maxBytes`.
 * Metadata is removed, and a small picture is not enlarged. The pixels of a whole JPEG that is small enough stay as they
 * are.
 *
 * @throws AppError of `decode`
 */
export async function reduce(
  picture: Blob,
  maxBytes: number,
  part?: ((size: Size) => Box | undefined) | Placement,
): Promise<ReducedPicture> {
  const decoded = await decode(picture)
  try {
    const { width, height } = decoded
    const placed = typeof part === 'object' ? cutOf(part, decoded) : undefined
    const crop = (typeof part === 'function' && part(decoded)) || { x: 0, y: 0, width, height }
    const cut = placed ?? { crop, size: crop, turns: [] }
    const emptiness = emptinessOf(decoded, cut.crop)
    const from = {
      fromWidth: cut.size.width,
      fromHeight: cut.size.height,
      ...(emptiness && { emptiness }),
      ...(placed && { placed: true as const }),
    }
    const plain = !part ? await plainJpeg(picture, decoded, maxBytes) : undefined
    if (plain) {
      return { dataUrl: await dataUrlOf(plain), bytes: plain.size, width, height, ...from, untouched: true }
    }
    const { jpeg, size } = await encoded(decoded, cut, maxBytes)
    return { dataUrl: await dataUrlOf(jpeg), bytes: jpeg.size, ...size, ...from, untouched: false }
  } finally {
    decoded.close()
  }
}

async function plainJpeg(picture: Blob, size: Size, maxBytes: number): Promise<Blob | undefined> {
  const plain = asItIs(new Uint8Array(await picture.arrayBuffer()), size, maxBytes)
  return plain && new Blob([plain], { type: 'image/jpeg' })
}

async function encoded(
  picture: ImageBitmap,
  cut: Cut,
  maxBytes: number,
): Promise<{ jpeg: Blob; size: Size }> {
  for (const size of sentSizes(cut.size)) {
    const canvas = await drawn(picture, cut, size)
    for (const quality of QUALITIES) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality })
      if (jpeg.size <= maxBytes) return { jpeg, size }
    }
  }
  return fail('picture_too_large')
}

/** Scaled before it is turned, because turning interpolates. */
async function drawn(picture: ImageBitmap, cut: Cut, size: Size): Promise<OffscreenCanvas> {
  const { crop, turns } = cut
  if (turns.length === 0) return scale(picture, crop, size)
  const by = size.width / cut.size.width
  const scaled = { width: Math.ceil(crop.width * by), height: Math.ceil(crop.height * by) }
  return turned(await scale(picture, crop, scaled), cut, size)
}
