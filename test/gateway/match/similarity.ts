import { GRID_FLOATS, SUBJECT_FLOATS, type SubjectDescriptor } from './descriptor.ts'

export interface Similarity {
  /** overlap of the outlines, 0 … 1 */
  shape: number
  /** mean distance in Lab where both are, lightness at 0.6 */
  colourDistance: number
  /** cosine of the edge directions, 0 … 1 */
  edges: number
}

const LIGHTNESS_WEIGHT = 0.6

export function compare(one: SubjectDescriptor, other: SubjectDescriptor): Similarity {
  let [both, either, distance] = [0, 0, 0]
  for (let at = 0; at < GRID_FLOATS; at += 4) {
    const [mine, theirs] = [one[at] ?? 0, other[at] ?? 0]
    const shared = Math.min(mine, theirs)
    both += shared
    either += Math.max(mine, theirs)
    if (shared === 0) continue
    const l = ((one[at + 1] ?? 0) - (other[at + 1] ?? 0)) * LIGHTNESS_WEIGHT
    const a = (one[at + 2] ?? 0) - (other[at + 2] ?? 0)
    const b = (one[at + 3] ?? 0) - (other[at + 3] ?? 0)
    distance += shared * Math.sqrt(l * l + a * a + b * b)
  }
  let edges = 0
  for (let at = GRID_FLOATS; at < SUBJECT_FLOATS; at++) edges += (one[at] ?? 0) * (other[at] ?? 0)
  return { shape: either ? both / either : 0, colourDistance: both ? distance / both : 100, edges }
}

/** 0 … 1; one bad part makes the whole bad. */
export function score({ shape, colourDistance, edges }: Similarity): number {
  return shape * Math.exp(-((colourDistance / 30) ** 2)) * edges
}
