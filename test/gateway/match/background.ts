import type { LabPicture } from './pixels.ts'

type Colour = [l: number, a: number, b: number]

/** Colours closer than this are one. */
const RADIUS = 11
/** A colour of less of the border than this is the product's, which the frame cuts. */
const LEAST_SHARE = 0.1
const RING = 2

/** The few colours that the picture's outermost pixels have. */
export function borderColours({ width, height, lab }: LabPicture): Colour[] {
  const groups: { sum: Colour; count: number }[] = []
  let total = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x >= RING && y >= RING && x < width - RING && y < height - RING) continue
      const at = (y * width + x) * 3
      const colour: Colour = [lab[at] ?? 0, lab[at + 1] ?? 0, lab[at + 2] ?? 0]
      total++
      const group = groups.find(
        ({ sum, count }) => distance(colour, [sum[0] / count, sum[1] / count, sum[2] / count]) < RADIUS,
      )
      if (group) {
        for (const channel of [0, 1, 2] as const) group.sum[channel] += colour[channel]
        group.count++
      } else groups.push({ sum: colour, count: 1 })
    }
  }
  return groups
    .filter(({ count }) => count >= total * LEAST_SHARE)
    .map(({ sum, count }) => [sum[0] / count, sum[1] / count, sum[2] / count])
}

function distance(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

const CHROMA_TOLERANCE = 10
const DARKER_TOLERANCE = 22
const LIGHTER_TOLERANCE = 16
/** From one pixel to the next: a scene changes slowly, a product's edge does not. */
const STEP = 6.5

/** 1 where the background is: what can be reached from the border over colours like the border's, without a sharp edge. */
export function backgroundOf(picture: LabPicture): Uint8Array {
  const { width, height, lab } = picture
  const colours = borderColours(picture)
  const background = new Uint8Array(width * height)
  const looksLikeBorder = (at: number) =>
    colours.some(([l, a, b]) => {
      const lighter = (lab[at * 3] ?? 0) - l
      const chroma = Math.hypot((lab[at * 3 + 1] ?? 0) - a, (lab[at * 3 + 2] ?? 0) - b)
      return chroma < CHROMA_TOLERANCE && lighter < LIGHTER_TOLERANCE && lighter > -DARKER_TOLERANCE
    })
  const queue = new Int32Array(width * height)
  let [head, tail] = [0, 0]
  const reach = (at: number) => {
    if (background[at] || !looksLikeBorder(at)) return
    background[at] = 1
    queue[tail++] = at
  }
  for (let x = 0; x < width; x++) {
    reach(x)
    reach((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    reach(y * width)
    reach(y * width + width - 1)
  }
  const step = (from: number, to: number) => {
    const dl = (lab[from * 3] ?? 0) - (lab[to * 3] ?? 0)
    const da = (lab[from * 3 + 1] ?? 0) - (lab[to * 3 + 1] ?? 0)
    const db = (lab[from * 3 + 2] ?? 0) - (lab[to * 3 + 2] ?? 0)
    if (dl * dl + da * da + db * db < STEP * STEP) reach(to)
  }
  while (head < tail) {
    const at = queue[head++] ?? 0
    const x = at % width
    if (x > 0) step(at, at - 1)
    if (x < width - 1) step(at, at + 1)
    if (at >= width) step(at, at - width)
    if (at < width * (height - 1)) step(at, at + width)
  }
  return background
}
