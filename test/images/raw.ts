import { crc32, deflateSync } from 'node:zlib'

/** One colour of each quarter: upper left, upper right, lower left, lower right. */
export type Quarters = [Rgb, Rgb, Rgb, Rgb]
export type Rgb = [red: number, green: number, blue: number]

export const RED: Rgb = [200, 40, 40]
export const GREEN: Rgb = [40, 160, 60]
export const BLUE: Rgb = [50, 70, 190]
export const YELLOW: Rgb = [230, 200, 40]
export const UPRIGHT: Quarters = [RED, GREEN, BLUE, YELLOW]

export const WIDTH = 240
export const HEIGHT = 160

/** The four quarters, with alpha if given. */
export function pixels(width = WIDTH, height = HEIGHT, alpha?: (x: number, y: number) => number): Buffer {
  const channels = alpha ? 4 : 3
  const data = Buffer.alloc(width * height * channels)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = UPRIGHT[(x * 2 < width ? 0 : 1) + (y * 2 < height ? 0 : 2)] ?? RED
      data.set(alpha ? [...colour, alpha(x, y)] : colour, (y * width + x) * channels)
    }
  return data
}

/** A bitmap of 24 bits; with the bottom row first, as most have it, or the top row. */
export function bmp(topFirst: boolean): Buffer {
  const rgb = pixels()
  const header = Buffer.alloc(54)
  header.write('BM')
  header.writeUInt32LE(54 + rgb.length, 2)
  header.writeUInt32LE(54, 10)
  header.writeUInt32LE(40, 14)
  header.writeInt32LE(WIDTH, 18)
  header.writeInt32LE(topFirst ? -HEIGHT : HEIGHT, 22)
  header.writeUInt16LE(1, 26)
  header.writeUInt16LE(24, 28)
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.from(rgb.subarray(y * WIDTH * 3, (y + 1) * WIDTH * 3))
    for (let at = 0; at < row.length; at += 3) row.set([row[at + 2] ?? 0, row[at + 1] ?? 0, row[at] ?? 0], at)
    return row
  })
  return Buffer.concat([header, ...(topFirst ? rows : rows.reverse())])
}

/** An icon that contains one PNG. */
export function ico(png: Buffer, side: number): Buffer {
  const header = Buffer.alloc(22)
  header.set([0, 0, 1, 0, 1, 0, side % 256, side % 256, 0, 0, 1, 0, 32, 0])
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(22, 18)
  return Buffer.concat([header, png])
}

/** A black picture with one bit per pixel: many pixels in few bytes. */
export function blackPng(width: number, height: number): Buffer {
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** The same JPEG with a different size in its header. */
export function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg)
  for (let at = 2; at < changed.length; at += 2 + changed.readUInt16BE(at + 2)) {
    const marker = changed[at + 1] ?? 0
    if (marker !== 0xc0 && marker !== 0xc2) continue
    changed.writeUInt16BE(height, at + 5)
    changed.writeUInt16BE(width, at + 7)
    return changed
  }
  throw new Error('no frame')
}
