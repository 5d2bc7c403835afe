export interface AppKey {
  id: number
  /** How much it carries relative to the others. */
  weight: number
}

export function equalKeys(count: number): AppKey[] {
  return Array.from({ length: count }, (_, id) => ({ id, weight: 1 }))
}

/**
 * The first and second choice for a picture, by weighted rendezvous hashing: each key draws a number from the picture's
 * digest and its own id, and the best draw wins. Removing a key moves only its own pictures.
 */
export function choose(
  picture: number,
  keys: readonly AppKey[],
): [first: AppKey, second: AppKey | undefined] {
  let first: AppKey | undefined
  let second: AppKey | undefined
  let best = Number.NEGATIVE_INFINITY
  let nextBest = Number.NEGATIVE_INFINITY
  for (const key of keys) {
    const draw = Math.log(drawOf(picture, key.id)) / key.weight
    if (draw > best) {
      second = first
      nextBest = best
      first = key
      best = draw
    } else if (draw > nextBest) {
      second = key
      nextBest = draw
    }
  }
  if (!first) throw new Error('There is no app key to choose from.')
  return [first, second]
}

/** A number between 0 and 1 that is specific to the two ids: the last steps of MurmurHash3. */
function drawOf(picture: number, key: number): number {
  let mixed = mix(Math.imul(picture, 0x9e3779b1) ^ mix(key + 1))
  mixed = mix(mixed + Math.imul(key + 1, 0x85ebca77))
  return ((mixed >>> 0) + 0.5) / 2 ** 32
}

function mix(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
