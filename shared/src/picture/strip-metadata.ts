import { u16be, u32be } from './endian.ts'
import { startsWith } from './header.ts'

/** Of the application segments JFIF, the colour profile and Adobe's colour transform are kept. */
const KEPT_APPLICATION_SEGMENTS = new Set([0xe0, 0xe2, 0xee])
const COMMENT = 0xfe
const METADATA_CHUNKS = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])
const ORIENTATION = 0x0112

type Span = [from: number, to: number]

/**
 * The JPEG or PNG without metadata about camera, place, time, author or programs. Pixels stay byte for byte; of Exif only
 * the orientation remains. What cannot be parsed is left as it is.
 */
export function stripMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return joined(bytes, pngSpans(bytes))
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return joined(bytes, [[0, bytes.length]])
  const { spans, orientation } = jpegSpans(bytes)
  return orientation === undefined || orientation === 1
    ? joined(bytes, spans)
    : joined(bytes, spans, orientationSegment(orientation))
}

function jpegSpans(bytes: Uint8Array): { spans: Span[]; orientation: number | undefined } {
  const spans: Span[] = [[0, 2]]
  let orientation: number | undefined
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    const length = u16be(bytes, at + 2) ?? 0
    const isSegment =
      bytes[at] === 0xff && marker >= 0xc0 && marker < 0xff && !(marker >= 0xd0 && marker <= 0xda)
    if (!isSegment || length < 2 || at + 2 + length > bytes.length) {
      spans.push([at, bytes.length])
      break
    }
    const end = at + 2 + length
    if (marker === 0xe1) orientation ??= orientationIn(bytes.subarray(at + 4, end))
    const isApplication = marker >= 0xe0 && marker <= 0xef
    const isDropped = marker === COMMENT || (isApplication && !KEPT_APPLICATION_SEGMENTS.has(marker))
    if (!isDropped) spans.push([at, end])
    at = end
  }
  return { spans, orientation }
}

function pngSpans(bytes: Uint8Array): Span[] {
  const spans: Span[] = [[0, 8]]
  for (let at = 8; at < bytes.length; ) {
    const length = u32be(bytes, at)
    const end = length === undefined ? bytes.length : at + 12 + length
    if (length === undefined || end > bytes.length) {
      spans.push([at, bytes.length])
      break
    }
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!METADATA_CHUNKS.has(name)) spans.push([at, end])
    // Nothing after IEND belongs to the picture.
    if (name === 'IEND') break
    at = end
  }
  return spans
}

/** From the first directory of an Exif segment's body. */
function orientationIn(body: Uint8Array): number | undefined {
  if (!startsWith(body, 0, 'Exif\0\0')) return undefined
  const tiff = body.subarray(6)
  const isLittle = tiff[0] === 0x49
  const u16 = (at: number) => {
    const value = u16be(tiff, at)
    return value === undefined || !isLittle ? value : (value >> 8) | ((value & 255) << 8)
  }
  // A segment has at most 64 kB, so the low half of the directory's offset is enough.
  const directory = u16(isLittle ? 4 : 6) ?? 0
  const entries = Math.min(u16(directory) ?? 0, 200)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + 12 * entry
    if (u16(at) !== ORIENTATION) continue
    const value = u16(at + 8)
    return value !== undefined && value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An Exif segment with nothing but the orientation. */
function orientationSegment(orientation: number): number[] {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return [0xff, 0xe1, 0, body.length + 2, ...body]
}

/** The spans joined, with `added` after the first one. */
function joined(bytes: Uint8Array, spans: Span[], added: number[] = []): Uint8Array<ArrayBuffer> {
  const length = spans.reduce((sum, [from, to]) => sum + to - from, added.length)
  const result = new Uint8Array(length)
  let at = 0
  for (const [index, [from, to]] of spans.entries()) {
    result.set(bytes.subarray(from, to), at)
    at += to - from
    if (index > 0) continue
    result.set(added, at)
    at += added.length
  }
  return result
}
