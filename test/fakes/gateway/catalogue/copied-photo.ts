import sharp, { type Sharp } from 'sharp'
import type { PhotoEdit } from './shoot.ts'

/** How much of each side is cut off. */
const CUT = { left: 0.06, top: 0.08, right: 0.06, bottom: 0.04 }

/** The JPEG as a seller shows it who took it from another one, before it is encoded again. */
export async function copyPhoto(jpeg: Buffer, edit: PhotoEdit): Promise<Sharp> {
  const { width, height } = await sharp(jpeg).metadata()
  if (edit === 'cropped')
    return sharp(jpeg).extract({
      left: Math.round(width * CUT.left),
      top: Math.round(height * CUT.top),
      width: Math.round(width * (1 - CUT.left - CUT.right)),
      height: Math.round(height * (1 - CUT.top - CUT.bottom)),
    })
  return edit === 'watermarked' ? sharp(jpeg).composite([{ input: watermark(width, height) }]) : sharp(jpeg)
}

function watermark(width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="50%" y="88%" text-anchor="middle" font-family="sans-serif" font-size="${width / 14}" fill="#333" fill-opacity=".45">TRADE · 1688</text></svg>`,
  )
}
