import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import { fractal, mix, noise } from './noise.ts'

/** Red, green and blue between 0 and 1. */
export type Colour = readonly [number, number, number]
/** The colour of a surface at a place on it. */
export type Surface = (u: number, v: number) => Colour

export const SURFACES = [
  'plain',
  'wood',
  'brick',
  'tiles',
  'stripes',
  'leaves',
  'cloth',
  'print',
  'marble',
] as const
export type SurfaceName = (typeof SURFACES)[number] | 'windows'

export function blend(from: Colour, to: Colour, share: number): Colour {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)]
}

/** @param light between 0 and 1 */
export function anyColour(random: Random, light: number): Colour {
  // Most things are nearly grey, and a few are not.
  const [strength, hue] = [0.03 + 0.4 * random.next() ** 2, random.between(0, 3)]
  const part = (at: number) => {
    const apart = Math.abs(((hue - at + 4.5) % 3) - 1.5)
    return Math.min(1, Math.max(0, light + strength * (1 - (apart * 4) / 3)))
  }
  return [part(0), part(1), part(2)]
}

/** @param size of its pattern, in the units of the scene */
export function makeSurface(name: SurfaceName, random: Random, size = random.between(0.15, 0.6)): Surface {
  const seed = random.whole(1, 1e6)
  const light = random.between(0.2, 0.85)
  const main = anyColour(random, light)
  const other = anyColour(
    random,
    light > 0.5 ? light - random.between(0.15, 0.4) : light + random.between(0.15, 0.4),
  )
  const worn = (colour: Colour, u: number, v: number): Colour =>
    blend(colour, [0, 0, 0], 0.25 * fractal((3 * u) / size, (3 * v) / size, seed + 9, 3))
  const cell = (at: number) => Math.floor(at / size)
  const within = (at: number) => at / size - Math.floor(at / size)
  const patterns: Record<SurfaceName, Surface> = {
    plain: () => main,
    wood: (u, v) => blend(main, other, fractal(u / (4 * size), (6 * v) / size, seed)),
    brick: (u, v) => {
      const shifted = u + (cell(2 * v) % 2 === 0 ? 0 : size / 2)
      const isJoint = within(shifted) < 0.06 || within(2 * v) < 0.12
      return isJoint ? other : blend(main, other, 0.4 * noise(cell(shifted), cell(2 * v), seed))
    },
    tiles: (u, v) => ((cell(u) + cell(v)) % 2 === 0 ? main : other),
    stripes: (u) => (within(u) < 0.5 ? main : other),
    leaves: (u, v) =>
      blend(other, main, Math.round(3 * fractal((5 * u) / size, (5 * v) / size, seed, 5)) / 3),
    cloth: (u, v) =>
      blend(main, other, 0.5 * fractal(u / size, v / size, seed) + 0.2 * noise((30 * u) / size, 0, seed)),
    print: (u, v) => {
      const inked = noise(cell(3 * u) * 7.3, cell(5 * v) * 3.1, seed)
      return inked > 0.6 ? other : main
    },
    marble: (u, v) => {
      const vein = Math.abs(fractal(u / size, v / size, seed, 5) - 0.5)
      return blend(other, main, Math.min(1, 9 * vein))
    },
    windows: (u, v) => {
      const isGlass = within(u) > 0.25 && within(u) < 0.75 && within(v) > 0.2 && within(v) < 0.7
      return isGlass
        ? blend([0.1, 0.13, 0.17], [0.75, 0.8, 0.85], noise(cell(u) * 5.7, cell(v) * 9.1, seed) ** 2)
        : main
    },
  }
  const pattern = patterns[name]
  return (u, v) => worn(pattern(u, v), u, v)
}
