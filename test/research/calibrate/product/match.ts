import { seeded } from '../../../fakes/gateway/catalogue/random.ts'
import type { Feature } from './features.ts'

const MOST_BITS = 72
/** By how much the second best has to be worse. */
const RATIO = 0.88
const TRIES = 400
/** px */
const NEAR = 7
const SIZES = [0.35, 2.8] as const

type Pair = readonly [mine: Feature, theirs: Feature]

/** How many features of one picture are found in the other under one shift, rotation and scale. */
export function agreeing(mine: readonly Feature[], theirs: readonly Feature[]): number {
  const found = pairs(mine, theirs)
  const random = seeded('tries')
  let best = 0
  for (let attempt = 0; attempt < TRIES && found.length >= 3; attempt++) {
    const [one, other] = [random.pick(found), random.pick(found)]
    const move = one === other ? undefined : similarity(one, other)
    if (move) best = Math.max(best, distinct(found.filter((pair) => fits(pair, move))))
  }
  return best
}

function pairs(mine: readonly Feature[], theirs: readonly Feature[]): Pair[] {
  const back = theirs.map((feature) => nearest(feature, mine).at)
  return mine.flatMap((feature, at): Pair[] => {
    const { at: to, bits, second } = nearest(feature, theirs)
    const isGood = bits <= MOST_BITS && bits <= RATIO * second && back[to] === at
    return isGood ? [[feature, theirs[to] as Feature]] : []
  })
}

function nearest(feature: Feature, others: readonly Feature[]): { at: number; bits: number; second: number } {
  let [at, bits, second] = [-1, 256, 256]
  for (let index = 0; index < others.length; index++) {
    const other = others[index] as Feature
    // The same corner at another scale does not count again.
    const apart = different(feature.bits, other.bits)
    const known = others[at]
    const isSame = known && Math.hypot(known.x - other.x, known.y - other.y) < NEAR
    if (apart < bits) {
      if (!isSame) second = bits
      ;[at, bits] = [index, apart]
    } else if (apart < second && !isSame) second = apart
  }
  return { at, bits, second }
}

function different(one: Uint32Array, other: Uint32Array): number {
  let count = 0
  for (let word = 0; word < one.length; word++) {
    let bits = ((one[word] as number) ^ (other[word] as number)) >>> 0
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

interface Move {
  a: number
  b: number
  x: number
  y: number
}

function similarity([m1, t1]: Pair, [m2, t2]: Pair): Move | undefined {
  const [dx, dy, ex, ey] = [m2.x - m1.x, m2.y - m1.y, t2.x - t1.x, t2.y - t1.y]
  const square = dx * dx + dy * dy
  if (square < 4 * NEAR * NEAR) return undefined
  const [a, b] = [(dx * ex + dy * ey) / square, (dx * ey - dy * ex) / square]
  const size = Math.hypot(a, b)
  if (size < SIZES[0] || size > SIZES[1]) return undefined
  return { a, b, x: t1.x - a * m1.x + b * m1.y, y: t1.y - b * m1.x - a * m1.y }
}

function fits([mine, theirs]: Pair, { a, b, x, y }: Move): boolean {
  return Math.hypot(a * mine.x - b * mine.y + x - theirs.x, b * mine.x + a * mine.y + y - theirs.y) <= NEAR
}

/** Corners found at two scales count once. */
function distinct(found: readonly Pair[]): number {
  const chosen: Feature[] = []
  for (const [mine] of found)
    if (chosen.every((one) => Math.hypot(one.x - mine.x, one.y - mine.y) >= NEAR)) chosen.push(mine)
  return chosen.length
}
