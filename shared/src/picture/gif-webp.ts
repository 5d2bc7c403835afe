import { u16le, u24le } from './endian.ts'
import { type Size, sizeOf, startsWith } from './header.ts'

export function gifSize(bytes: Uint8Array): Size | undefined {
  return sizeOf(u16le(bytes, 6), u16le(bytes, 8))
}

/** WebP has three forms of header: extended, lossless and lossy. */
export function webpSize(bytes: Uint8Array): Size | undefined {
  if (startsWith(bytes, 12, 'VP8X')) {
    const [w, h] = [u24le(bytes, 24), u24le(bytes, 27)]
    return sizeOf(w === undefined ? w : w + 1, h === undefined ? h : h + 1)
  }
  if (startsWith(bytes, 12, 'VP8L')) {
    const [low, high] = [u16le(bytes, 21), u16le(bytes, 23)]
    if (low === undefined || high === undefined) return undefined
    return { width: (low & 0x3fff) + 1, height: (((high & 0x0fff) << 2) | (low >> 14)) + 1 }
  }
  const [w, h] = [u16le(bytes, 26), u16le(bytes, 28)]
  return sizeOf(w === undefined ? w : w & 0x3fff, h === undefined ? h : h & 0x3fff)
}
