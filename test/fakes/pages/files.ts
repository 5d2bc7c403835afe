import { drawing, whiteFirst } from './pictures.ts'

const png = async (what: string, side: number) => drawing(what, side, side)?.png().toBuffer()

/** Files that are damaged or unusual, and that browsers show all the same. */
const FILES: Record<string, { type: string; make(): Promise<Buffer | undefined> }> = {
  'white-first.gif': { type: 'image/gif', make: () => whiteFirst('blue', 600, 600, 'gif') },
  'white-first.webp': { type: 'image/webp', make: () => whiteFirst('violet', 640, 640, 'webp') },
  'no-end.png': { type: 'image/png', make: async () => (await png('green', 700))?.subarray(0, -12) },
  'wrong-checksum.png': {
    type: 'image/png',
    // The checksum of the last chunk, which has no data.
    make: async () => {
      const bytes = await png('orange', 700)
      bytes?.writeUInt32BE(0x12345678, bytes.length - 4)
      return bytes
    },
  },
  'screen-zero.gif': {
    type: 'image/gif',
    // Width and height of the screen; that of the picture stays.
    make: async () => (await drawing('teal', 500, 400)?.gif().toBuffer())?.fill(0, 6, 10),
  },
  'mif1.avif': {
    type: 'image/avif',
    // The major brand; `avif` stays among the compatible ones.
    make: async () => {
      const bytes = await drawing('pink', 800, 800)?.avif({ quality: 60 }).toBuffer()
      bytes?.write('mif1', 8, 'latin1')
      return bytes
    },
  },
  'spinner.gif': { type: 'image/gif', make: () => whiteFirst('flat-grey', 32, 32, 'gif') },
  'grey-pixel.gif': { type: 'image/gif', make: async () => drawing('flat-grey', 1, 1)?.gif().toBuffer() },
  // Amazon's lens: a dotted tile.
  'tile.png': { type: 'image/png', make: async () => drawing('watermark', 16, 16)?.png().toBuffer() },
  'sheet.pdf': { type: 'application/pdf', make: async () => Buffer.from(PDF) },
}

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R>>endobj
4 0 obj<</Length 32>>stream
0.84 0.16 0.16 rg 50 50 300 300 re f
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`

/** Amazon's own small things, by their path. */
const NAMES = /^\/(?:file|images\/G\/(?:.+\/)?)\/?([^/]+)$/
const made = new Map<string, Promise<Buffer | undefined>>()

export async function fileAt(pathname: string): Promise<{ type: string; bytes: Buffer } | undefined> {
  const name = NAMES.exec(pathname)?.[1] ?? ''
  const file = FILES[name]
  if (!file) return undefined
  const bytes = await (made.get(name) ?? made.set(name, file.make()).get(name))
  return bytes && { type: file.type, bytes }
}

/** A 20 pixels wide stand-in as a `data:` address, blurred as image services make them. */
export async function standIn(what: string): Promise<string> {
  const small = await drawing(what, 200, 200)?.resize(20, 20).blur(2).jpeg({ quality: 40 }).toBuffer()
  return `data:image/jpeg;base64,${small?.toString('base64')}`
}
