import { u16be } from './endian.ts'
import { inspectPicture } from './inspect.ts'
import { isStartOfFrame } from './jpeg.ts'

const JFIF_LENGTH = 16

/**
 * Whether a JPEG can be sent as it is once its metadata is stripped: in the usual colour space, upright, complete, and with
 * nothing hidden in it or after it.
 */
export function isCleanJpeg(bytes: Uint8Array): boolean {
  if (inspectPicture(bytes)?.kind !== 'jpeg') return false
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    const length = u16be(bytes, at + 2) ?? 0
    if (bytes[at] !== 0xff || marker < 0xc0 || length < 2) return false
    if (marker === 0xda) return endsAtItsMarker(bytes, at)
    if (!isCleanSegment(marker, length, bytes.subarray(at + 4, at + 2 + length))) return false
    at += 2 + length
  }
  return false
}

function isCleanSegment(marker: number, length: number, body: Uint8Array): boolean {
  // A longer one contains a thumbnail, which may show what has since been cropped.
  if (marker === 0xe0) return length <= JFIF_LENGTH
  // Another colour space, or further pictures.
  if (marker === 0xe2 || marker === 0xee) return false
  if (marker === 0xe1) return !isRotated(body)
  if (!isStartOfFrame(marker)) return true
  const [bits, components] = [body[0], body[5]]
  // Baseline or progressive, which every decoder supports; grey or colour.
  return marker <= 0xc2 && bits === 8 && (components === 1 || components === 3)
}

/** Any mention of an orientation other than upright counts: a false alarm only means a detour over a canvas. */
function isRotated(body: Uint8Array): boolean {
  for (let at = 0; at + 10 <= body.length; at++) {
    const isBig = body[at] === 0x01 && body[at + 1] === 0x12 && body[at + 2] === 0 && body[at + 3] === 3
    const isLittle = body[at] === 0x12 && body[at + 1] === 0x01 && body[at + 2] === 3 && body[at + 3] === 0
    if (isBig && body[at + 9] !== 1) return true
    if (isLittle && body[at + 8] !== 1) return true
  }
  return false
}

function endsAtItsMarker(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at + 1 < bytes.length; at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2 === bytes.length
  return false
}
