import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { HEIGHT, pixels, WIDTH } from './raw.ts'

/** Files that programs write against the rules of their format, and those that only few programs read. */
export interface UnusualFile {
  name: string
  bytes: Buffer
  /** What a page shows of it: the four quarters, only the upper two, or nothing. */
  shows: 'all' | 'upper' | 'nothing'
  /** What is said of it where a page shows nothing. */
  code?: string
}

export async function makeUnusualFiles(): Promise<UnusualFile[]> {
  const gif = await picture().gif().toBuffer()
  const png = await picture().png({ compressionLevel: 6 }).toBuffer()
  const stored = await picture().png({ compressionLevel: 0 }).toBuffer()
  const jpeg = await picture().jpeg({ quality: 95 }).toBuffer()
  const avif = await picture().avif({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
  const all = (name: string, bytes: Buffer): UnusualFile => ({ name, bytes, shows: 'all' })
  return [
    all('general-brand.avif', patched(avif, 8, Buffer.from('mif1'))),
    all('profile-brand.avif', patched(avif, 8, Buffer.from('MA1B'))),
    all('screen-zero.gif', patched(gif, 6, Buffer.alloc(4))),
    all('screen-without-height.gif', patched(gif, 8, Buffer.alloc(2))),
    all('screen-too-small.gif', patched(gif, 6, Buffer.from([100, 0, 60, 0]))),
    all('without-end.png', png.subarray(0, -12)),
    all('without-last-check.png', png.subarray(0, -16)),
    { name: 'ends-early.png', bytes: stored.subarray(0, stored.length * 0.75), shows: 'upper' },
    all('wrong-check-of-end.png', withWrongCheck(png, 'IEND')),
    all('wrong-check-of-pixels.png', withWrongCheck(png, 'IDAT')),
    all('wrong-check-of-text.png', withWrongCheck(withText(png), 'tEXt')),
    {
      name: 'wrong-check-of-header.png',
      bytes: withWrongCheck(png, 'IHDR'),
      shows: 'nothing',
      code: 'picture_damaged',
    },
    all('wrong-adler.png', withWrongAdler(png)),
    all(
      'white-first.gif',
      await animation([white(), pixels()])
        .gif({ delay: [300, 300] })
        .toBuffer(),
    ),
    all(
      'black-twice-first.gif',
      await animation([black(1), black(2), pixels()])
        .gif()
        .toBuffer(),
    ),
    all(
      'white-first.webp',
      await animation([white(), pixels(), white()]).webp({ lossless: true }).toBuffer(),
    ),
    all(
      'fades-in.webp',
      await animation([white(), faded(0.1), faded(0.5), pixels()])
        .webp({ lossless: true })
        .toBuffer(),
    ),
    all('white-first.png', await animatedPng([white(), pixels()])),
    all('clear-first.png', await animatedPng([undefined, pixels()])),
    all(
      'white-first-screen-zero.gif',
      patched(await animation([white(), pixels()]).gif().toBuffer(), 6, Buffer.alloc(4)),
    ),
    ...[
      ['twelve-bits.jpg', 0xc1, 12],
      ['twelve-bits-progressive.jpg', 0xc2, 12],
      ['lossless.jpg', 0xc3, 8],
      ['lossless-sixteen-bits.jpg', 0xc3, 16],
      ['arithmetic-progressive.jpg', 0xca, 8],
    ].map(
      ([name, marker, bits]): UnusualFile => ({
        name: String(name),
        bytes: coded(jpeg, Number(marker), Number(bits)),
        shows: 'nothing',
        code: 'picture_format',
      }),
    ),
  ]
}

function picture(): Sharp {
  return sharp(pixels(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
}

function patched(bytes: Buffer, at: number, part: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed.set(part, at)
  return changed
}

const white = () => Buffer.alloc(WIDTH * HEIGHT * 3, 255)
const black = (level: number) => Buffer.alloc(WIDTH * HEIGHT * 3, level)
const faded = (share: number) => pixels().map((value) => 255 - (255 - value) * share) as Buffer

function animation(frames: Buffer[]): Sharp {
  const raw = { width: WIDTH, height: HEIGHT * frames.length, channels: 3 as const, pageHeight: HEIGHT }
  return sharp(Buffer.concat(frames), { raw } as never)
}

interface Chunk {
  name: string
  body: Buffer
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function pngOf(chunks: Chunk[], isWrong = (_: string) => false): Buffer {
  const parts = chunks.flatMap(({ name, body }) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    check.writeUInt32BE(isWrong(name) ? (crc32(named) ^ 0x5a5a) >>> 0 : crc32(named))
    return [length, named, check]
  })
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

function withWrongCheck(png: Buffer, chunk: string): Buffer {
  return pngOf(chunksOf(png), (name) => name === chunk)
}

function withText(png: Buffer): Buffer {
  const [header, ...others] = chunksOf(png)
  return pngOf([header as Chunk, { name: 'tEXt', body: Buffer.from('Title\0a') }, ...others])
}

/** The check of the pixels before compression, at the end of the compressed ones. */
function withWrongAdler(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const last = chunks.findLast(({ name }) => name === 'IDAT')
  if (last) last.body = patched(last.body, last.body.length - 4, Buffer.from([1, 2, 3, 4]))
  return pngOf(chunks)
}

/** @param frames `undefined` for a clear one */
async function animatedPng(frames: (Buffer | undefined)[]): Promise<Buffer> {
  const stills = await Promise.all(
    frames.map((frame) => {
      const data = Buffer.alloc(WIDTH * HEIGHT * 4)
      for (let at = 0; frame && at < WIDTH * HEIGHT; at++)
        data.set([...frame.subarray(at * 3, at * 3 + 3), 255], at * 4)
      return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
        .png()
        .toBuffer()
    }),
  )
  const control = Buffer.alloc(8)
  control.writeUInt32BE(frames.length)
  let order = 0
  const numbered = (more: Buffer) => {
    const number = Buffer.alloc(4)
    number.writeUInt32BE(order++)
    return Buffer.concat([number, more])
  }
  const animated = stills.flatMap((still, at) => {
    const frame = Buffer.alloc(22)
    frame.writeUInt32BE(WIDTH)
    frame.writeUInt32BE(HEIGHT, 4)
    frame.writeUInt16BE(1, 16)
    frame.writeUInt16BE(2, 18)
    const control = { name: 'fcTL', body: numbered(frame) }
    const data = chunksOf(still).filter(({ name }) => name === 'IDAT')
    return [control, ...data.map((each) => (at === 0 ? each : { name: 'fdAT', body: numbered(each.body) }))]
  })
  const [header] = chunksOf(stills[0] as Buffer)
  return pngOf([
    header as Chunk,
    { name: 'acTL', body: control },
    ...animated,
    { name: 'IEND', body: Buffer.alloc(0) },
  ])
}

/** The same file, declared as coded otherwise: what browsers refuse is the declaration. */
function coded(jpeg: Buffer, marker: number, bits: number): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  return patched(patched(jpeg, at + 1, Buffer.from([marker])), at + 4, Buffer.from([bits]))
}
