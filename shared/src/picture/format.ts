import { isAvif } from './avif.ts'
import { type PictureFormat, startsWith } from './header.ts'

const MAGIC: Record<PictureFormat, (bytes: Uint8Array) => boolean> = {
  jpeg: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  png: (b) => startsWith(b, 0, '\x89PNG\r\n\x1a\n'),
  webp: (b) => startsWith(b, 0, 'RIFF') && startsWith(b, 8, 'WEBP'),
  gif: (b) => startsWith(b, 0, 'GIF87a') || startsWith(b, 0, 'GIF89a'),
  avif: isAvif,
  bmp: (b) => startsWith(b, 0, 'BM'),
  ico: (b) => startsWith(b, 0, '\0\0\x01\0'),
}

/** From the magic bytes alone. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  return (Object.keys(MAGIC) as PictureFormat[]).find((format) => MAGIC[format](bytes))
}
