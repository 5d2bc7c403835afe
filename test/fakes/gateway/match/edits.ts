import sharp from 'sharp'

type Edit = (jpeg: Buffer) => Promise<Buffer>

/** What happens to a photo on its way to a search, without it becoming another photo. */
export const EDITS: Record<string, Edit> = {
  'JPEG at 40': (jpeg) => sharp(jpeg).jpeg({ quality: 40 }).toBuffer(),
  'JPEG at 60': (jpeg) => sharp(jpeg).jpeg({ quality: 60 }).toBuffer(),
  '300 px': (jpeg) => sharp(jpeg).resize(300).jpeg().toBuffer(),
  '560 px': (jpeg) => sharp(jpeg).resize(560).jpeg().toBuffer(),
  'WebP, 700 px': (jpeg) => sharp(jpeg).resize(700).webp({ quality: 75 }).toBuffer(),
  'screenshot at 0.6': (jpeg) => screenshot(jpeg, 480, { top: 4, bottom: 7, left: 5, right: 3 }),
  'screenshot at 1': (jpeg) => screenshot(jpeg, 800, { top: 9, bottom: 6, left: 12, right: 8 }),
  'screenshot at 1.5': (jpeg) => screenshot(jpeg, 1200, { top: 6, bottom: 12, left: 3, right: 14 }),
}

interface Margin {
  top: number
  bottom: number
  left: number
  right: number
}

/** Cut out of a white page with a few pixels of the page around. */
async function screenshot(jpeg: Buffer, side: number, margin: Margin): Promise<Buffer> {
  const shown = await sharp(jpeg).resize(side).png({ compressionLevel: 0 }).toBuffer()
  return sharp(shown)
    .extend({ ...margin, background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
