import { avifSize } from './avif.ts'
import { bmpSize, icoSize } from './bitmap.ts'
import { gifSize, webpSize } from './gif-webp.ts'
import { type PictureFormat, type PictureHeader, type Size, startsWith } from './header.ts'
import { jpegSize } from './jpeg.ts'
import { pngSize } from './png.ts'

const KINDS: [PictureFormat, (bytes: Uint8Array) => boolean, (bytes: Uint8Array) => Size | undefined][] = [
  ['jpeg', (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff, jpegSize],
  ['png', (b) => startsWith(b, 0, '\x89PNG\r\n\x1a\n'), pngSize],
  ['webp', (b) => startsWith(b, 0, 'RIFF') && startsWith(b, 8, 'WEBP'), webpSize],
  ['gif', (b) => startsWith(b, 0, 'GIF87a') || startsWith(b, 0, 'GIF89a'), gifSize],
  [
    'avif',
    (b) => startsWith(b, 4, 'ftyp') && (startsWith(b, 8, 'avif') || startsWith(b, 8, 'avis')),
    avifSize,
  ],
  ['bmp', (b) => startsWith(b, 0, 'BM'), bmpSize],
  ['ico', (b) => startsWith(b, 0, '\0\0\x01\0'), icoSize],
]

/**
 * The kind and size of a picture from its header alone, without decoding. `undefined` if the magic bytes are unknown or the
 * header gives no size above zero. It never throws, whatever the bytes, and reads each byte once.
 */
export function inspectPicture(bytes: Uint8Array): PictureHeader | undefined {
  for (const [kind, matches, sizeOf] of KINDS) {
    if (!matches(bytes)) continue
    const size = sizeOf(bytes)
    return size && size.width > 0 && size.height > 0 ? { kind, ...size } : undefined
  }
  return undefined
}
