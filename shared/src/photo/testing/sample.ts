import type { Pixels } from '../luma.ts'

// Pictures for tests, drawn with whole numbers only, so that every engine draws the same.

export type Rgba = [red: number, green: number, blue: number, alpha: number]

export function paint(width: number, height: number, colourAt: (x: number, y: number) => Rgba): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 4)
  return { data, width, height }
}

interface Shape {
  isRound: boolean
  x: number
  y: number
  wide: number
  high: number
  colour: Rgba
}

/** Ellipses and boxes on a grey gradient, of any size; another seed gives another picture. */
export function drawing(seed: number, width = 220, height = 220): Pixels {
  const shapes = shapesOf(seed)
  return paint(width, height, (column, row) => {
    const [x, y] = [(column * 1000) / width, (row * 1000) / height]
    const shape = shapes.findLast((one) => isInside(one, x, y))
    return shape?.colour ?? [90 + Math.floor(x / 10), 90 + Math.floor(y / 12), 140, 255]
  })
}

function shapesOf(seed: number): Shape[] {
  let state = seed
  const whole = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor(((state >>> 8) * below) / 2 ** 24)
  }
  return Array.from({ length: 24 }, () => ({
    isRound: whole(2) === 0,
    x: whole(1000),
    y: whole(1000),
    wide: 40 + whole(160),
    high: 40 + whole(160),
    colour: [whole(256), whole(256), whole(256), 255],
  }))
}

function isInside({ isRound, x, y, wide, high }: Shape, atX: number, atY: number): boolean {
  const [across, down] = [Math.abs(atX - x) / wide, Math.abs(atY - y) / high]
  return isRound ? across * across + down * down < 1 : across < 1 && down < 1
}

function pixelOf({ data, width }: Pixels, x: number, y: number): Rgba {
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray((y * width + x) * 4)
  return [red, green, blue, alpha]
}

export function mirrorImage(picture: Pixels): Pixels {
  const { width, height } = picture
  return paint(width, height, (x, y) => pixelOf(picture, width - 1 - x, y))
}

/** The picture with a border of one colour. */
export function framed(picture: Pixels, across: number, down: number, colour: Rgba): Pixels {
  const { width, height } = picture
  return paint(width + 2 * across, height + 2 * down, (x, y) => {
    const isPicture = x >= across && y >= down && x < across + width && y < down + height
    return isPicture ? pixelOf(picture, x - across, y - down) : colour
  })
}

/** A part of the picture, in pixels. */
export function cut(picture: Pixels, left: number, top: number, width: number, height: number): Pixels {
  return paint(width, height, (x, y) => pixelOf(picture, left + x, top + y))
}

/** The picture covered by a box of one colour. */
export function stamped(picture: Pixels, left: number, top: number, side: number, colour: Rgba): Pixels {
  const isUnder = (x: number, y: number) => x >= left && y >= top && x < left + side && y < top + side
  return paint(picture.width, picture.height, (x, y) => (isUnder(x, y) ? colour : pixelOf(picture, x, y)))
}

export function brightened(picture: Pixels, levels: number): Pixels {
  return paint(picture.width, picture.height, (x, y) => {
    const [red, green, blue, alpha] = pixelOf(picture, x, y)
    return [red + levels, green + levels, blue + levels, alpha]
  })
}

/** The same brightness by PDQ's weights, within a level, without colour. */
export function greyed(picture: Pixels): Pixels {
  return paint(picture.width, picture.height, (x, y) => {
    const [red, green, blue, alpha] = pixelOf(picture, x, y)
    const grey = Math.round((299 * red + 587 * green + 114 * blue) / 1000)
    return [grey, grey, grey, alpha]
  })
}

/** Each colour becomes roughly its opposite and keeps its brightness, as nearly as a pixel can. */
export function recoloured(picture: Pixels): Pixels {
  const grey = greyed(picture)
  return paint(picture.width, picture.height, (x, y) => {
    const [red, green, blue, alpha] = pixelOf(picture, x, y)
    const [level] = pixelOf(grey, x, y)
    // As far to the other side as black and white allow without changing the hue.
    const reach = [red, green, blue].map((value) => {
      const turn = level - value
      return turn === 0 ? 1 : turn > 0 ? (255 - level) / turn : level / -turn
    })
    const share = Math.min(1, ...reach)
    const turned = (value: number) => level + (level - value) * share
    return [turned(red), turned(green), turned(blue), alpha]
  })
}

/** Each pixel becomes the mean of the 3 × 3 around it. */
export function blurred(picture: Pixels): Pixels {
  const { width, height } = picture
  return paint(width, height, (x, y) => {
    const sums: Rgba = [0, 0, 0, 0]
    for (let near = 0; near < 9; near++) {
      const atX = Math.min(Math.max(x - 1 + (near % 3), 0), width - 1)
      const atY = Math.min(Math.max(y - 1 + Math.floor(near / 3), 0), height - 1)
      const pixel = pixelOf(picture, atX, atY)
      for (const channel of [0, 1, 2, 3] as const) sums[channel] += pixel[channel] / 9
    }
    return sums
  })
}

/** Each value is off by up to `levels`, always in the same way. */
export function noisy(picture: Pixels, levels: number): Pixels {
  return paint(picture.width, picture.height, (x, y) => {
    const [red, green, blue, alpha] = pixelOf(picture, x, y)
    const off = (Math.imul(x * 7919 + y * 104_729 + 1, 2_654_435_761) >>> 24) % (2 * levels + 1)
    return [red + off - levels, green + off - levels, blue + off - levels, alpha]
  })
}
