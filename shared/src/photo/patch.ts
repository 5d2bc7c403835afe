import { type Agreement, BLOCKS } from './agreement.ts'

/** The most blocks, of 64, that an overlay may cover. */
const PATCH = 12
/** It covers less than half of what is to be seen, or too little would be left to judge by. */
const COVERED = 0.5

/** In blocks; right and bottom are excluded. */
export interface Patch {
  left: number
  top: number
  right: number
  bottom: number
}

/** The rectangle without which the rest agrees best. */
export function patchOf({ weights, alike, share }: Agreement): { patch: Patch; share: number } {
  const all = sums(weights)
  const good = sums(weights.map((weight, at) => weight * (alike[at] as number)))
  const whole = { left: 0, top: 0, right: BLOCKS, bottom: BLOCKS }
  const [total, agreed] = [within(all, whole), within(good, whole)]
  let best = { patch: { left: 0, top: 0, right: 0, bottom: 0 }, share }
  for (let top = 0; top < BLOCKS; top++)
    for (let bottom = top + 1; bottom <= BLOCKS; bottom++)
      for (let left = 0; left < BLOCKS; left++)
        for (let right = left + 1; right <= BLOCKS; right++) {
          if ((right - left) * (bottom - top) > PATCH) break
          const patch = { left, top, right, bottom }
          const covered = within(all, patch)
          if (covered > COVERED * total) break
          const rest = (agreed - within(good, patch)) / (total - covered)
          if (rest > best.share) best = { patch, share: rest }
        }
  return best
}

/** A summed-area table: any rectangle's sum takes four lookups. */
function sums(values: Float64Array): Float64Array {
  const side = BLOCKS + 1
  const result = new Float64Array(side * side)
  for (let y = 1; y < side; y++)
    for (let x = 1; x < side; x++)
      result[y * side + x] =
        (values[(y - 1) * BLOCKS + x - 1] as number) +
        (result[(y - 1) * side + x] as number) +
        (result[y * side + x - 1] as number) -
        (result[(y - 1) * side + x - 1] as number)
  return result
}

function within(table: Float64Array, { left, top, right, bottom }: Patch): number {
  const at = (x: number, y: number) => table[y * (BLOCKS + 1) + x] as number
  return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)
}

export function isIn(patch: Patch, x: number, y: number): boolean {
  return x >= patch.left && x < patch.right && y >= patch.top && y < patch.bottom
}
