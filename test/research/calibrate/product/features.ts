import type { Luma } from '../../../../shared/src/photo/luma.ts'
import { seeded } from '../../../fakes/gateway/catalogue/random.ts'

/** A corner with a descriptor of its surroundings that rotates with it: 256 bits, after ORB (Rublee et al., 2011). */
export interface Feature {
  /** px of the original picture */
  x: number
  y: number
  bits: Uint32Array
}

const SCALES = [1, 1.4, 2]
const MOST = 160
const AROUND = 13
const WORDS = 8
const PAIRS = pairs()

/** The strongest corners at three sizes. */
export function featuresOf(picture: Luma): Feature[] {
  return SCALES.flatMap((scale) => {
    const smaller = scale === 1 ? picture : reduced(picture, scale)
    const smooth = blurred(smaller)
    return corners(smaller).map(({ x, y }) => ({
      x: x * scale,
      y: y * scale,
      bits: describe(smooth, x, y),
    }))
  })
}

/** Harris: both eigenvalues of the gradients around are large; only the largest within three pixels. */
function corners({ values, width, height }: Luma): { x: number; y: number; strength: number }[] {
  const strength = new Float32Array(values.length)
  for (let y = AROUND; y < height - AROUND; y++)
    for (let x = AROUND; x < width - AROUND; x++) {
      let [across, down, both] = [0, 0, 0]
      for (let v = y - 2; v <= y + 2; v++)
        for (let u = x - 2; u <= x + 2; u++) {
          const at = v * width + u
          const dx = (values[at + 1] as number) - (values[at - 1] as number)
          const dy = (values[at + width] as number) - (values[at - width] as number)
          across += dx * dx
          down += dy * dy
          both += dx * dy
        }
      strength[y * width + x] = across * down - both * both - 0.05 * (across + down) ** 2
    }
  const found: { x: number; y: number; strength: number }[] = []
  for (let y = AROUND; y < height - AROUND; y++)
    for (let x = AROUND; x < width - AROUND; x++) {
      const mine = strength[y * width + x] as number
      if (mine > 1e6 && isLargest(strength, width, x, y, mine)) found.push({ x, y, strength: mine })
    }
  return found.sort((one, other) => other.strength - one.strength).slice(0, MOST)
}

function isLargest(strength: Float32Array, width: number, x: number, y: number, mine: number): boolean {
  for (let v = y - 3; v <= y + 3; v++)
    for (let u = x - 3; u <= x + 3; u++) if ((strength[v * width + u] as number) > mine) return false
  return true
}

/** Which of two points is darker, for 256 pairs, rotated by the direction of the surroundings' centre of mass. */
function describe({ values, width, height }: Luma, x: number, y: number): Uint32Array {
  let [right, below] = [0, 0]
  for (let v = -10; v <= 10; v++)
    for (let u = -10; u <= 10; u++) {
      if (u * u + v * v > 100) continue
      const value = values[(y + v) * width + x + u] as number
      right += u * value
      below += v * value
    }
  const length = Math.hypot(right, below) || 1
  const [cos, sin] = [right / length, below / length]
  const at = (u: number, v: number) => {
    const toX = Math.min(width - 1, Math.max(0, Math.round(x + u * cos - v * sin)))
    const toY = Math.min(height - 1, Math.max(0, Math.round(y + u * sin + v * cos)))
    return values[toY * width + toX] as number
  }
  const bits = new Uint32Array(WORDS)
  for (const [index, [u1, v1, u2, v2]] of PAIRS.entries())
    if (at(u1, v1) < at(u2, v2)) bits[index >> 5] = ((bits[index >> 5] as number) | (1 << (index & 31))) >>> 0
  return bits
}

function pairs(): [number, number, number, number][] {
  const random = seeded('pairs')
  const near = () => {
    const [angle, far] = [random.between(0, 2 * Math.PI), AROUND * Math.sqrt(random.next()) * 0.9]
    return [far * Math.cos(angle), far * Math.sin(angle)] as const
  }
  return Array.from({ length: WORDS * 32 }, () => [...near(), ...near()])
}

function reduced({ values, width, height }: Luma, scale: number): Luma {
  const [wide, high] = [Math.round(width / scale), Math.round(height / scale)]
  const source = blurred({ values, width, height }).values
  const result = new Float32Array(wide * high)
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const from =
        Math.min(height - 1, Math.round(y * scale)) * width + Math.min(width - 1, Math.round(x * scale))
      result[y * wide + x] = source[from] as number
    }
  return { values: result, width: wide, height: high }
}

/** The mean of 5 × 5 pixels. */
function blurred({ values, width, height }: Luma): Luma {
  const turned = (from: Float32Array, wide: number, high: number) => {
    const result = new Float32Array(from.length)
    for (let y = 0; y < high; y++)
      for (let x = 0; x < wide; x++) {
        let sum = 0
        for (let u = -2; u <= 2; u++) sum += from[y * wide + Math.min(wide - 1, Math.max(0, x + u))] as number
        result[x * high + y] = sum / 5
      }
    return result
  }
  return { values: turned(turned(values, width, height), height, width), width, height }
}
