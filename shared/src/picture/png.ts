import { u32be } from './endian.ts'
import { type Size, sizeOf, startsWith } from './header.ts'

/** The size in IHDR, which must be the first chunk and 13 bytes long. */
export function pngSize(bytes: Uint8Array): Size | undefined {
  if (u32be(bytes, 8) !== 13 || !startsWith(bytes, 12, 'IHDR')) return undefined
  return sizeOf(u32be(bytes, 16), u32be(bytes, 20))
}
