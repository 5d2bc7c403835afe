import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

const assets = join(
  dirname(createRequire(import.meta.url).resolve('@lobehub/fluent-emoji-3d/package.json')),
  'assets',
)

export interface Cutout {
  png: Buffer
  width: number
  height: number
}

export interface CutoutOptions {
  emoji: string
  /** degrees */
  hue?: number
  /** the longer side before tilting, px */
  size: number
  mirrored?: boolean
  /** degrees, clockwise */
  tilt?: number
  /** 1 = as it is */
  brightness?: number
}

export function emojiFile(emoji: string): string {
  return join(assets, `${emoji}.webp`)
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/** The product alone, transparent around, cut to its edges. */
export async function cutOut(options: CutoutOptions): Promise<Cutout> {
  const { emoji, hue = 0, size, mirrored = false, tilt = 0, brightness = 1 } = options
  const alone = await sharp(emojiFile(emoji))
    .modulate({ hue, brightness })
    .trim({ background: CLEAR, threshold: 8 })
    .flop(mirrored)
    .png({ compressionLevel: 0 })
    .toBuffer()
  const sized = sharp(alone)
    .resize({ width: size, height: size, fit: 'inside', kernel: 'cubic' })
    .sharpen({ sigma: 1 })
  const turned =
    tilt === 0
      ? sized
      : sharp(await sized.png({ compressionLevel: 0 }).toBuffer()).rotate(tilt, { background: CLEAR })
  const { data, info } = await turned.png({ compressionLevel: 0 }).toBuffer({ resolveWithObject: true })
  if (tilt === 0) return { png: data, width: info.width, height: info.height }
  const trimmed = await sharp(data)
    .trim({ background: CLEAR, threshold: 8 })
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true })
  return { png: trimmed.data, width: trimmed.info.width, height: trimmed.info.height }
}
