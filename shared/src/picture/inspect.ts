import { avifSize } from './avif.ts'
import { bmpSize, icoSize } from './bitmap.ts'
import { pictureFormat } from './format.ts'
import { gifSize, webpSize } from './gif-webp.ts'
import type { PictureFormat, PictureHeader, Size } from './header.ts'
import { jpegSize } from './jpeg.ts'
import { pngSize } from './png.ts'

const SIZES: Record<PictureFormat, (bytes: Uint8Array) => Size | undefined> = {
  jpeg: jpegSize,
  png: pngSize,
  webp: webpSize,
  gif: gifSize,
  avif: avifSize,
  bmp: bmpSize,
  ico: icoSize,
}

/**
 * The kind and size of a picture from its header alone, without decoding. `undefined` if the magic bytes are unknown or the
 * header gives no size above zero. It never throws, whatever the bytes, and reads each byte once.
 */
export function inspectPicture(bytes: Uint8Array): PictureHeader | undefined {
  const kind = pictureFormat(bytes)
  const size = kind && SIZES[kind](bytes)
  return size && { kind, ...size }
}
