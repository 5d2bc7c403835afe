import { u16le, u24le } from './endian.ts'
import { type Size, sizeOf, startsWith } from './header.ts'

const EXTENSION = 0x21
const FRAME = 0x2c

/** Of the screen, which browsers enlarge to hold the first frame: some programs write a screen of 0×0. */
export function gifSize(bytes: Uint8Array): Size | undefined {
  const [width, height] = [u16le(bytes, 6), u16le(bytes, 8)]
  if (width === undefined || height === undefined) return undefined
  const frame = firstFrame(bytes)
  return sizeOf(Math.max(width, frame?.width ?? 0), Math.max(height, frame?.height ?? 0))
}

/** How far it reaches to the right and down. */
function firstFrame(bytes: Uint8Array): Size | undefined {
  let at = 13 + colourTable(bytes[10])
  // Each extension is a label and blocks, the last of which is empty.
  while (bytes[at] === EXTENSION) {
    at += 2
    for (let length = bytes[at]; length; length = bytes[at]) at += length + 1
    at += 1
  }
  if (bytes[at] !== FRAME) return undefined
  const [left, top] = [u16le(bytes, at + 1), u16le(bytes, at + 3)]
  const [width, height] = [u16le(bytes, at + 5), u16le(bytes, at + 7)]
  if (left === undefined || top === undefined || !width || !height) return undefined
  return { width: left + width, height: top + height }
}

function colourTable(flags: number | undefined): number {
  return flags !== undefined && flags & 0x80 ? 3 << ((flags & 7) + 1) : 0
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
