import { u16be } from './endian.ts'
import { type Size, sizeOf } from './header.ts'

/** The size in the first start-of-frame segment (ITU-T T.81, B.2.2). */
export function jpegSize(bytes: Uint8Array): Size | undefined {
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]
    if (marker === undefined) return undefined
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    if (hasNoLength(marker)) {
      at += 2
      continue
    }
    if (marker === 0xda || marker === 0xd9) return undefined // pixels or the end before any frame
    const length = u16be(bytes, at + 2)
    if (length === undefined || length < 2) return undefined
    if (isStartOfFrame(marker)) return sizeOf(u16be(bytes, at + 7), u16be(bytes, at + 5))
    at += 2 + length
  }
  return undefined
}

function hasNoLength(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

/** C0–CF except for the Huffman table, the extension and the arithmetic table, which share the range. */
export function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
