import { isAvif } from './avif.ts'
import { startsWith } from './header.ts'

/** What bytes are that are none of the kinds that every browser decodes. */
export type UnsupportedFormat =
  | 'svg'
  | 'html'
  | 'tiff'
  | 'jpeg-2000'
  | 'jpeg-xl'
  | 'jpeg-ls'
  | 'heic'
  | 'pdf'
  | 'video'
  | 'empty'
  /** The start of a known kind, without the size that should follow. */
  | 'broken'

const MAGIC: [UnsupportedFormat, number, string][] = [
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['jpeg-2000', 0, '\0\0\0\x0cjP  '],
  ['jpeg-2000', 0, '\xff\x4f\xff\x51'],
  ['jpeg-xl', 0, '\0\0\0\x0cJXL '],
  ['jpeg-xl', 0, '\xff\x0a'],
  ['jpeg-ls', 0, '\xff\xd8\xff\xf7'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftyphev'],
  ['heic', 4, 'ftypmif1'],
  ['heic', 4, 'ftypmsf1'],
  ['video', 4, 'ftyp'],
  ['video', 0, '\x1aE\xdf\xa3'],
  ['pdf', 0, '%PDF-'],
  ['broken', 0, '\xff\xd8\xff'],
  ['broken', 0, '\x89PNG'],
  ['broken', 0, 'GIF8'],
  ['broken', 0, 'RIFF'],
]

/** From the first bytes alone, whatever the server or the file name says. */
export function unsupportedFormat(bytes: Uint8Array): UnsupportedFormat | undefined {
  if (bytes.length === 0) return 'empty'
  // One without a size near its start.
  if (isAvif(bytes)) return 'broken'
  const known = MAGIC.find(([, offset, magic]) => startsWith(bytes, offset, magic))
  return known ? known[0] : markupFormat(bytes)
}

/** In UTF-16, which some drawing programs write, every other byte is zero. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.filter((byte) => byte > 0)).replace(/^(ï»¿|ÿþ|þÿ)/, '')
}

/** Of bytes that are no other kind. */
export function markupFormat(bytes: Uint8Array): 'svg' | 'html' | undefined {
  const text = textOf(bytes.subarray(0, 4096))
  if (!/^\s*</.test(text)) return undefined
  const root = /<(?!\?|!)(?:\w+:)?(\w+)/.exec(text.replace(/<!--[\s\S]*?(-->|$)/g, ''))?.[1]?.toLowerCase()
  if (root === 'svg') return 'svg'
  return root ? 'html' : undefined
}
