import { u32be } from './endian.ts'
import { type Size, sizeOf, startsWith } from './header.ts'

const SEARCHED_BYTES = 4096
/** A file names a few brands that it is compatible with; more are no file type box. */
const MAX_BRANDS = 32

/**
 * By any brand of the file type box (ISO/IEC 14496-12, 4.3): the first one may only say that it is a picture (`mif1`),
 * and the compatible ones which.
 */
export function isAvif(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 4, 'ftyp')) return false
  const end = Math.min(Math.max(12, u32be(bytes, 0) ?? 0), 16 + 4 * MAX_BRANDS)
  // A version number stands between the first brand and the others.
  for (let at = 8; at + 4 <= end; at += at === 8 ? 8 : 4)
    if (startsWith(bytes, at, 'avif') || startsWith(bytes, at, 'avis')) return true
  return false
}

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
