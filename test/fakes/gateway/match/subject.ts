import { backgroundOf } from './background.ts'
import type { LabPicture } from './pixels.ts'

/** The pixels of what the picture shows: position and colour, five floats each. */
export interface Subject {
  points: Float32Array
  count: number
  /** left, top, right, bottom against the picture's sides */
  bounds: [number, number, number, number]
}

const LEAST_AREA = 0.012
const LEAST_PART = 0.03

/** What stands before the background; undefined for a picture that is nothing but background. */
export function findSubject(picture: LabPicture): Subject | undefined {
  const { width, height, lab } = picture
  const parts = partsOf(backgroundOf(picture), width, height)
  const area = parts.sizes.reduce((sum, size) => sum + size, 0)
  if (area < width * height * LEAST_AREA) return undefined
  const points = new Float32Array(area * 5)
  const bounds: Subject['bounds'] = [1, 1, 0, 0]
  let count = 0
  for (let at = 0; at < width * height; at++) {
    const part = parts.labels[at] ?? 0
    if (part === 0 || (parts.sizes[part] ?? 0) < area * LEAST_PART) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    points.set([x, y, lab[at * 3] ?? 0, lab[at * 3 + 1] ?? 0, lab[at * 3 + 2] ?? 0], count * 5)
    bounds[0] = Math.min(bounds[0], x / width)
    bounds[1] = Math.min(bounds[1], y / height)
    bounds[2] = Math.max(bounds[2], (x + 1) / width)
    bounds[3] = Math.max(bounds[3], (y + 1) / height)
    count++
  }
  return { points: points.subarray(0, count * 5), count, bounds }
}

/** Labels 1, 2, … for the parts that hang together; 0 is background. */
function partsOf(background: Uint8Array, width: number, height: number) {
  const labels = new Int32Array(width * height)
  const sizes = [0]
  const stack: number[] = []
  for (let start = 0; start < labels.length; start++) {
    if (background[start] || labels[start]) continue
    const label = sizes.length
    let size = 0
    labels[start] = label
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size++
      const x = at % width
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= labels.length || background[next] || labels[next]) continue
        labels[next] = label
        stack.push(next)
      }
    }
    sizes.push(size)
  }
  return { labels, sizes }
}
