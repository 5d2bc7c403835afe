import { type Colours, coloursOf, levelsOf } from './colours.ts'
import type { Pixels } from './luma.ts'
import { SIDE as SQUARE_SIDE } from './resample.ts'

/** Greys per side, and cells of colour per side. */
export const SIDE = 32
export const PARTS = 8

/** What is stored of a photo to match it against another: too small to show more than shapes. */
export interface Thumbnail {
  /** of the photo, in pixels: the thumbnail itself is squeezed to a square */
  width: number
  height: number
  /** 32 × 32 greys in 64 steps, row by row, one of `DIGITS` each */
  grey: string
  /** of 8 × 8 cells */
  colours: Colours
}

/** A thumbnail as numbers: greys from 0 to 255, and colours as levels from neutral, two per cell. */
export interface DecodedThumbnail {
  /** the photo's width by its height */
  ratio: number
  grey: Float32Array
  colours: number[]
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Levels per digit. */
const STEP = 256 / DIGITS.length

/** @param square the picture's 64 × 64 greys */
export function thumbnailOf(pixels: Pixels, square: Float64Array): Thumbnail {
  let grey = ''
  for (let y = 0; y < SQUARE_SIDE; y += 2)
    for (let x = 0; x < SQUARE_SIDE; x += 2) {
      const at = y * SQUARE_SIDE + x
      const [upper, lower] = [at, at + SQUARE_SIDE].map((from) => sum(square, from)) as [number, number]
      grey += DIGITS[Math.min(DIGITS.length - 1, Math.max(0, Math.floor((upper + lower) / 4 / STEP)))]
    }
  return { width: pixels.width, height: pixels.height, grey, colours: coloursOf(pixels, undefined, PARTS) }
}

function sum(square: Float64Array, at: number): number {
  return (square[at] as number) + (square[at + 1] as number)
}

export function decodeThumbnail({ width, height, grey, colours }: Thumbnail): DecodedThumbnail {
  const values = Float32Array.from(grey, (digit) => (DIGITS.indexOf(digit) + 0.5) * STEP)
  return { ratio: width / height, grey: values, colours: levelsOf(colours) }
}

/** The mirror image, left to right. */
export function mirrorThumbnail({ ratio, grey, colours }: DecodedThumbnail): DecodedThumbnail {
  return {
    ratio,
    grey: grey.map((_, at) => grey[at - (at % SIDE) + SIDE - 1 - (at % SIDE)] as number),
    colours: colours.map((_, at) => {
      const [part, channel] = [at >> 1, at & 1]
      const turned = part - (part % PARTS) + PARTS - 1 - (part % PARTS)
      return colours[turned * 2 + channel] as number
    }),
  }
}
