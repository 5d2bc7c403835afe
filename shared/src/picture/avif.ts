import { u32be } from './endian.ts'
import { type Size, sizeOf, startsWith } from './header.ts'

const SEARCHED_BYTES = 4096

/** The largest `ispe` property near the start: an AVIF may contain several, for tiles and thumbnails. */
export function avifSize(bytes: Uint8Array): Size | undefined {
  let largest: Size | undefined
  const end = Math.min(bytes.length, SEARCHED_BYTES) - 16
  for (let at = 0; at <= end; at++) {
    if (!startsWith(bytes, at, 'ispe')) continue
    const size = sizeOf(u32be(bytes, at + 8), u32be(bytes, at + 12))
    if (!size) continue
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}
