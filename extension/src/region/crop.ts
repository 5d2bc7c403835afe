import { type PixelBox, regionBox } from '@find-on-1688/shared'
import { fetchPicture } from '../image/fetch.ts'
import { reduce } from '../image/reduce.ts'
import type { Size } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import type { ReducedPicture, SentPicture } from '../model/picture.ts'
import { scaleRegion } from './region-box.ts'

/**
 * A region of a picture that was sent, as a picture of its own. It is cut from the original where that can be fetched
 * again, because the sent picture has at most 800 pixels a side.
 *
 * @param addresses of its versions, the largest first
 * @param region in pixels of the picture that was sent, as a query has it
 * @throws AppError of `reduce`
 */
export async function cropRegion(
  signal: AbortSignal,
  from: SentPicture,
  addresses: string[],
  region: string,
  maxBytes: number,
): Promise<SentPicture> {
  const box = regionBox(region)
  const reduced =
    (await cutFromOriginal(signal, from, addresses, box, maxBytes)) ??
    (await reduce(await fetchPicture(signal, from.dataUrl), maxBytes, (size) => scaleRegion(box, from, size)))
  return { ...reduced, how: 'part', partly: from.partly, cut: { from, region } }
}

async function cutFromOriginal(
  signal: AbortSignal,
  from: SentPicture,
  addresses: string[],
  box: PixelBox,
  maxBytes: number,
): Promise<ReducedPicture | undefined> {
  // Of an original that was cut or turned itself, the region lies elsewhere.
  if (!/original|area/.test(from.how) || from.placed || from.fromWidth <= from.width) return undefined
  const cropFor = (size: Size) =>
    size.width === from.fromWidth && size.height === from.fromHeight
      ? scaleRegion(box, from, size)
      : fail('picture_unreadable', 'another version of the picture')
  for (const address of addresses)
    try {
      return await reduce(await fetchPicture(signal, address), maxBytes, cropFor)
    } catch {
      signal.throwIfAborted()
    }
  return undefined
}
