import { inspectPicture } from '@find-on-1688/shared'
import { fail } from '../model/failure.ts'
import { dataUrlOf } from './data-url.ts'
import { emptinessOf } from './emptiness.ts'
import { type DocumentTask, inDocument } from './in-document.ts'
import { isTooLarge } from './reduce-plan.ts'

const HEADER_BYTES = 256 * 1024
const TIMEOUT_MS = 15_000
/** What marks an animation stands near the start; only a GIF may always be one. */
const ANIMATION = /^GIF|ANIM|acTL|avis/
const MARK_BYTES = 4096
/** Messages within an extension are limited to 64 MB. */
const MAX_HANDED = 20_000_000

/**
 * The picture upright, as the browser would show it; of an animation the first frame, unless that is of one colour and a
 * later one is not the same. The header is checked before decoding, because a canvas that is too large stays blank without
 * an error.
 *
 * @throws AppError that names the cause: `picture_too_large`, `picture_format`, `not_a_picture`, `picture_blank` or
 *   `picture_damaged`
 */
export async function decode(picture: Blob): Promise<ImageBitmap> {
  const head = new Uint8Array(await picture.slice(0, HEADER_BYTES).arrayBuffer())
  // The header of a JPEG may come after a long block of metadata.
  const header = inspectPicture(head) ?? inspectPicture(new Uint8Array(await picture.arrayBuffer()))
  if (!header) return (await drawn('draw', picture)) ?? fail('not_a_picture')
  if (isTooLarge(header)) return fail('picture_too_large', `${header.width}×${header.height}`)
  const first = await bitmapOf(picture).catch(() => drawn('draw', picture))
  if (!first) return fail('picture_damaged')
  const { width, height } = first
  const isAnimation = ANIMATION.test(String.fromCharCode(...head.subarray(0, MARK_BYTES)))
  if (!isAnimation || !emptinessOf(first, { x: 0, y: 0, width, height })) return first
  return (await drawn('laterFrame', picture).catch(() => undefined)) ?? first
}

/** Of a file that is too large to be handed on to a document, its start. */
async function drawn(type: DocumentTask['type'], picture: Blob): Promise<ImageBitmap | undefined> {
  const found = await inDocument({ type, url: await dataUrlOf(picture.slice(0, MAX_HANDED)) })
  return found && bitmapOf(found)
}

async function bitmapOf(picture: Blob): Promise<ImageBitmap> {
  const bitmap = createImageBitmap(picture)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('decoding takes too long')), TIMEOUT_MS)
  })
  return Promise.race([bitmap, late]).finally(() => clearTimeout(timer))
}
