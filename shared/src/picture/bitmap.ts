import { u16le, u24le } from './endian.ts'
import { type Size, sizeOf } from './header.ts'

/** From the usual header or the one of OS/2. A negative height means that the top row comes first. */
export function bmpSize(bytes: Uint8Array): Size | undefined {
  if (u16le(bytes, 14) === 12) return sizeOf(u16le(bytes, 18), u16le(bytes, 20))
  const [width, low, high] = [u24le(bytes, 18), u24le(bytes, 22), bytes[25]]
  if (low === undefined || high === undefined) return undefined
  const height = low + high * 0x1_00_00_00
  return sizeOf(width, height > 0x7f_ff_ff_ff ? 0x1_00_00_00_00 - height : height)
}

/** The largest entry of an icon; 0 stands for 256. */
export function icoSize(bytes: Uint8Array): Size | undefined {
  const count = Math.min(u16le(bytes, 4) ?? 0, 64)
  let side = 0
  for (let at = 6; at < 6 + count * 16; at += 16) side = Math.max(side, bytes[at] || 256)
  return count > 0 && bytes.length >= 22 ? { width: side, height: side } : undefined
}
