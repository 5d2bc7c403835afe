import { inspectPicture } from '@find-on-1688/shared'
import { fitInto, type Size } from '../model/box.ts'
import { decode } from './decode.ts'
import type { Pixels } from './lanczos.ts'
import { whiteContext } from './resize.ts'
import { CELLS, mayShowSame, PIXELS } from './same-picture.ts'

/** Rounding may change the proportions of a version by this much. */
const RATIO_TOLERANCE = 0.04
/** Where only a part is cut out, other proportions would move its edges. */
const PART_RATIO_TOLERANCE = 0.015
const HEADER_BYTES = 256 * 1024

/** What is seen, small enough to be compared with. */
interface Seen {
  size: Size
  cells: Pixels
}

/** `undefined` if it cannot be decoded. */
export async function seenIn(shown: Blob | undefined): Promise<Seen | undefined> {
  const read = shown && (await pixelsOf(shown, CELLS).catch(() => undefined))
  return read && { size: read.size, cells: read.pixels }
}

/**
 * Whether a file is a version of what is seen, and not smaller. Where that cannot be read, the address or the proportions
 * decide, whichever way up. A part can only be cut out of a version with the same proportions.
 */
export async function isLargerVersion(
  found: Blob,
  isSameFile: boolean,
  seen: Seen | undefined,
  shownSize: Size | undefined,
  isPart = false,
): Promise<boolean> {
  const header = inspectPicture(new Uint8Array(await found.slice(0, HEADER_BYTES).arrayBuffer()))
  const size = shownSize ?? seen?.size
  if (!header || (size && header.width * header.height < size.width * size.height)) return false
  if (isPart && !(size && hasProportionsOf(header, size, PART_RATIO_TOLERANCE))) return false
  if (seen) return mayShowSame(seen.cells, (await pixelsOf(found, PIXELS)).pixels, isSameFile)
  return isSameFile || !size || hasProportionsOf(header, size)
}

function hasProportionsOf(one: Size, other: Size, tolerance = RATIO_TOLERANCE): boolean {
  const near = (ratio: number) => Math.abs((ratio * other.height) / other.width - 1) <= tolerance
  return near(one.width / one.height) || near(one.height / one.width)
}

/** At most `side` a side, on white. */
async function pixelsOf(picture: Blob, side: number): Promise<{ pixels: Pixels; size: Size }> {
  const decoded = await decode(picture)
  const size = { width: decoded.width, height: decoded.height }
  const { width, height } = fitInto(side, size.width, size.height)
  const small = await createImageBitmap(decoded, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  const context = whiteContext({ width, height })
  context.drawImage(small, 0, 0)
  for (const bitmap of [decoded, small]) bitmap.close()
  return { pixels: context.getImageData(0, 0, width, height), size }
}
