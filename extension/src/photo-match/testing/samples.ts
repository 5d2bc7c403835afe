import type { Pixels } from '@find-on-1688/shared'

// Pictures for tests, computed with integers only.

type Grey = (x: number, y: number) => number

/** A grey picture as canvas pixels. */
export function paint(width: number, height: number, greyAt: Grey): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      data.fill(greyAt(x, y), at, at + 3)
    }
  return { data, width, height }
}

/** Eleven by eleven tiles; each seed makes another picture. */
export function mosaic(seed: number, side = 160): Pixels {
  const tile = (x: number) => Math.floor((x * 11) / side)
  return paint(side, side, (x, y) => scrambled(seed * 121 + tile(y) * 11 + tile(x)))
}

/** A pseudo-random number from 0 to 255, always the same for the same input. */
function scrambled(number: number): number {
  const once = Math.imul(number + 1, 2_654_435_761)
  const twice = Math.imul(once ^ (once >>> 15), 2_246_822_519)
  return (twice ^ (twice >>> 13)) >>> 24
}

/** Mirrored left to right. */
export function mirrorImage(picture: Pixels): Pixels {
  const { width, height } = picture
  return paint(width, height, (x, y) => greyOf(picture, width - 1 - x, y))
}

/** With a white border on the left and right. */
export function framed(picture: Pixels, margin: number): Pixels {
  const { width, height } = picture
  return paint(width + 2 * margin, height, (x, y) =>
    x < margin || x >= width + margin ? 255 : greyOf(picture, x - margin, y),
  )
}

/** Cropped on the left and at the top. */
export function cut(picture: Pixels, left: number, top: number): Pixels {
  return paint(picture.width - left, picture.height - top, (x, y) => greyOf(picture, left + x, top + y))
}

/** With a white square in its top left corner. */
export function stamped(picture: Pixels, side: number): Pixels {
  const { width, height } = picture
  return paint(width, height, (x, y) => (x < side && y < side ? 255 : greyOf(picture, x, y)))
}

/** With levels added to red, green and blue. */
export function tinted(picture: Pixels, levels: [red: number, green: number, blue: number]): Pixels {
  const { data, ...size } = picture
  const tint = (value: number, at: number) => (at % 4 === 3 ? value : 64 + value / 2 + (levels[at % 4] ?? 0))
  return { data: Uint8ClampedArray.from(data, tint), ...size }
}

function greyOf({ data, width }: Pixels, x: number, y: number): number {
  return data[(y * width + x) * 4] as number
}
