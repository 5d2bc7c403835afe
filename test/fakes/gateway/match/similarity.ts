import { GRID_FLOATS, SUBJECT_FLOATS, type SubjectDescriptor } from './descriptor.ts'

/** Lab distance at which two colours are hardly alike any more. */
const COLOUR_SCALE = 30
/** Light differs from photo to photo more than colour does. */
const LIGHTNESS_WEIGHT = 0.6

/**
 * 0 … 1: outlines times colours times edges, so that one bad part makes the whole bad.
 *
 * @param least what is below it is 0: most pairs are told apart by their outlines alone
 */
export function similarity(one: SubjectDescriptor, other: SubjectDescriptor, least = 0): number {
  const shape = overlap(one, other)
  if (shape < least) return 0
  const looks = shape * Math.exp(-((colourDistance(one, other) / COLOUR_SCALE) ** 2))
  return looks < least ? 0 : looks * edgeCosine(one, other)
}

function overlap(one: SubjectDescriptor, other: SubjectDescriptor): number {
  let [both, either] = [0, 0]
  for (let at = 0; at < GRID_FLOATS; at += 4) {
    const [mine, theirs] = [one[at] ?? 0, other[at] ?? 0]
    both += Math.min(mine, theirs)
    either += Math.max(mine, theirs)
  }
  return either === 0 ? 0 : both / either
}

/** Mean over the cells that both cover. */
function colourDistance(one: SubjectDescriptor, other: SubjectDescriptor): number {
  let [distance, weight] = [0, 0]
  for (let at = 0; at < GRID_FLOATS; at += 4) {
    const shared = Math.min(one[at] ?? 0, other[at] ?? 0)
    if (shared === 0) continue
    const l = ((one[at + 1] ?? 0) - (other[at + 1] ?? 0)) * LIGHTNESS_WEIGHT
    const a = (one[at + 2] ?? 0) - (other[at + 2] ?? 0)
    const b = (one[at + 3] ?? 0) - (other[at + 3] ?? 0)
    distance += shared * Math.sqrt(l * l + a * a + b * b)
    weight += shared
  }
  return weight === 0 ? Number.POSITIVE_INFINITY : distance / weight
}

function edgeCosine(one: SubjectDescriptor, other: SubjectDescriptor): number {
  let sum = 0
  for (let at = GRID_FLOATS; at < SUBJECT_FLOATS; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}
