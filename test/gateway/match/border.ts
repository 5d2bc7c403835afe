import type { LabPicture } from './pixels.ts'

export type Colour = [l: number, a: number, b: number]

interface Group {
  sum: Colour
  count: number
}

/** Colours closer than this are one. */
const RADIUS = 10
/** A colour of less of the border than this is the product's, which the frame cuts … */
const LEAST_SHARE = 0.1
/** … unless it is the seam of two backgrounds, such as where a wall ends and a table begins. */
const SEAM_PIXELS = 4

/** The colours that the background has at the picture's border. */
export function borderColours(picture: LabPicture): Colour[] {
  const ring = ringOf(picture)
  const groups: Group[] = []
  const members = ring.map((colour) => {
    let group = groups.find((known) => distance(colour, mean(known)) < RADIUS)
    if (!group) {
      group = { sum: [0, 0, 0], count: 0 }
      groups.push(group)
    }
    for (const channel of [0, 1, 2] as const) group.sum[channel] += colour[channel]
    group.count++
    return group
  })
  const large = new Set(groups.filter(({ count }) => count >= ring.length * LEAST_SHARE))
  for (const seam of seams(members, large)) large.add(seam)
  return [...large].map(mean)
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

/** Groups of few pixels that stand as a short run between large ones. */
function seams(members: readonly Group[], large: ReadonlySet<Group>): Set<Group> {
  const found = new Set<Group>()
  let run: Group[] = []
  for (const group of members) {
    if (!large.has(group)) run.push(group)
    else {
      if (run.length <= SEAM_PIXELS) for (const seam of run) found.add(seam)
      run = []
    }
  }
  return found
}

function mean({ sum, count }: Group): Colour {
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}

function distance(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}
