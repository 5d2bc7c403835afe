import sharp from 'sharp'

/** Edits a JPEG or PNG, into either format. */
export type Edit = (picture: Buffer) => Promise<Buffer>

/** What happens to every copied photo. */
export const BENIGN: Record<string, Edit> = {
  'as a thumbnail': async (picture) => picture,
  'JPEG at 40': (picture) => sharp(picture).jpeg({ quality: 40 }).toBuffer(),
  'WebP at 500 px': (picture) => sharp(picture).resize(500).webp({ quality: 70 }).toBuffer(),
  blurred: (picture) => sharp(picture).blur(1.5).toBuffer(),
  brighter: (picture) => sharp(picture).modulate({ brightness: 1.12 }).toBuffer(),
}

/** What shops add around a photo. */
export const FRAMED: Record<string, Edit> = {
  'white at two sides': (picture) => extend(picture, { across: 0.15, down: 0 }, '#fff'),
  'white to a square': (picture) =>
    sharp(picture).resize(800, 800, { fit: 'contain', background: '#fff' }).png(QUICK).toBuffer(),
  'a red border': (picture) => extend(picture, { across: 0.1, down: 0.1 }, '#c2232a'),
  'a wide white margin': (picture) => extend(picture, { across: 0.25, down: 0.25 }, '#fff'),
}

/** What shops lay over a photo. */
export const MARKED: Record<string, Edit> = {
  watermark: async (picture) => {
    const { width, height } = await sharp(picture).metadata()
    const text = `<text x="50%" y="50%" text-anchor="middle" font-family="sans-serif" font-size="${width / 10}" fill="#888" fill-opacity=".5">SAMPLE SHOP</text>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${text}</svg>`
    return sharp(picture)
      .composite([{ input: Buffer.from(svg) }])
      .png(QUICK)
      .toBuffer()
  },
}

export const grey: Edit = (picture) => sharp(picture).greyscale().toBuffer()

export const mirror: Edit = (picture) => sharp(picture).flop().toBuffer()

export const quarterTurn: Edit = (picture) => sharp(picture).rotate(90).toBuffer()

const QUICK = { compressionLevel: 0 }

/** @param share of the width, added left and right, and above and below */
async function extend(
  picture: Buffer,
  share: { across: number; down: number },
  background: string,
): Promise<Buffer> {
  const { width } = await sharp(picture).metadata()
  const [x, y] = [Math.round(width * share.across), Math.round(width * share.down)]
  return sharp(picture).extend({ left: x, right: x, top: y, bottom: y, background }).png(QUICK).toBuffer()
}
