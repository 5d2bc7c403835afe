import { inspectPicture, LIMITS, type PictureHeader, unsupportedFormat } from '@find-on-1688/shared'
import { fail } from '../model/failure.ts'
import { rasterizeSvg } from './rasterize-svg.ts'

const HEADER_BYTES = 256 * 1024
const TIMEOUT_MS = 15_000
const END_OF_JPEG = Uint8Array.of(0xff, 0xd9)

/**
 * The picture upright, as the browser would show it; of an animation the first frame. The header is checked before
 * decoding, because a canvas that is too large stays blank without an error.
 *
 * @throws AppError that names the cause: `picture_too_large`, `picture_format`, `not_a_picture`, `picture_blank` or
 *   `picture_damaged`
 */
export async function decode(picture: Blob): Promise<ImageBitmap> {
  const head = new Uint8Array(await picture.slice(0, HEADER_BYTES).arrayBuffer())
  // A large colour profile may come before the size.
  const header = inspectPicture(head) ?? inspectPicture(new Uint8Array(await picture.arrayBuffer()))
  if (!header) return decodeOther(picture, head)
  if (isTooLarge(header)) return fail('picture_too_large', `${header.width}×${header.height}`)
  try {
    return await bitmapOf(picture)
  } catch {
    if (header.kind === 'jpeg')
      return bitmapOf(new Blob([picture, END_OF_JPEG])).catch(() => fail('picture_damaged'))
    return fail('picture_damaged')
  }
}

function isTooLarge({ width, height }: PictureHeader): boolean {
  return Math.max(width, height) > LIMITS.pictureSidePx || width * height > LIMITS.picturePixels
}

async function decodeOther(picture: Blob, head: Uint8Array): Promise<ImageBitmap> {
  const kind = unsupportedFormat(head)
  if (kind === 'svg') return bitmapOf(await rasterizeSvg(picture))
  if (kind === 'html' || kind === 'empty' || kind === 'pdf' || kind === 'video')
    return fail('not_a_picture', kind)
  if (kind === 'broken') return fail('picture_damaged')
  if (kind) return fail('picture_format', kind)
  // A browser may know more formats than this table.
  return bitmapOf(picture).catch(() => fail('not_a_picture'))
}

async function bitmapOf(picture: Blob): Promise<ImageBitmap> {
  const bitmap = createImageBitmap(picture)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('decoding takes too long')), TIMEOUT_MS)
  })
  return Promise.race([bitmap, late]).finally(() => clearTimeout(timer))
}
