import { u16be } from './endian.ts'
import { type Size, sizeOf } from './header.ts'

export type UnusualJpeg = 'jpeg-lossless' | 'jpeg-arithmetic' | 'jpeg-hierarchical' | 'jpeg-12-bit'

/** The size in the first start-of-frame segment (ITU-T T.81, B.2.2). */
export function jpegSize(bytes: Uint8Array): Size | undefined {
  const at = startOfFrame(bytes)
  return at === undefined ? undefined : sizeOf(u16be(bytes, at + 7), u16be(bytes, at + 5))
}

/** What browsers, or some of them, do not decode: how the first frame is coded (ITU-T T.81, table B.1), or samples of more than 8 bits. */
export function unusualJpeg(bytes: Uint8Array): UnusualJpeg | undefined {
  const at = startOfFrame(bytes)
  if (at === undefined) return undefined
  const marker = bytes[at + 1] ?? 0
  if ((marker & 3) === 3) return 'jpeg-lossless'
  if (marker > 0xc8) return 'jpeg-arithmetic'
  if (marker > 0xc4) return 'jpeg-hierarchical'
  return bytes[at + 4] === 8 ? undefined : 'jpeg-12-bit'
}

function startOfFrame(bytes: Uint8Array): number | undefined {
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
    if (isStartOfFrame(marker)) return at
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
