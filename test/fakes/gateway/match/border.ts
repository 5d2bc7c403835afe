import type { LabPicture } from './pixels.ts'

export type Colour = [l: number, a: number, b: number]

interface Group {
  sum: Colour
  count: number
}

/** Colours closer than this are one. */
const RADIUS = 10
/** A colour of less of the border than this is the product's, which the frame cuts, or a seam. */
const LEAST_SHARE = 0.1

/** The colours that the background has at the picture's border. */
export function borderColours(picture: LabPicture): Colour[] {
  const ring = ringOf(picture)
  const groups: Group[] = []
  for (const colour of ring) {
    const near = groups.find((known) => distance(colour, mean(known)) < RADIUS)
    const group = near ?? { sum: [0, 0, 0], count: 0 }
    if (!near) groups.push(group)
    for (const channel of [0, 1, 2] as const) group.sum[channel] += colour[channel]
    group.count++
  }
  return groups.filter(({ count }) => count >= ring.length * LEAST_SHARE).map(mean)
}

/** The outermost pixels, once around. */
function ringOf({ width, height, lab }: LabPicture): Colour[] {
  const at = (x: number, y: number): Colour => {
    const from = (y * width + x) * 3
    return [lab[from] ?? 0, lab[from + 1] ?? 0, lab[from + 2] ?? 0]
  }
  const [right, bottom] = [width - 1, height - 1]
  return [
    ...Array.from({ length: right }, (_, step) => at(step, 0)),
    ...Array.from({ length: bottom }, (_, step) => at(right, step)),
    ...Array.from({ length: right }, (_, step) => at(right - step, bottom)),
    ...Array.from({ length: bottom }, (_, step) => at(0, bottom - step)),
  ]
}

function mean({ sum, count }: Group): Colour {
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}

function distance(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}
