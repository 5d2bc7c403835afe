import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import type { Shape, Vector } from './geometry.ts'
import { anyColour, type Colour, makeSurface, SURFACES, type Surface, type SurfaceName } from './surfaces.ts'

export interface Thing {
  shape: Shape
  surface: Surface
}

/** What is in a picture and how it is taken. */
export interface Plan {
  things: Thing[]
  camera: { at: Vector; to: Vector /** of the longer side, as the tangent of half the angle */; view: number }
  /** Where the light comes from, how strong it is, and what is left in its shadow. */
  light: { at: Vector; colour: Colour; ambient: Colour }
  sky: { low: Colour; high: Colour; clouds: number }
  /** Share of haze at a distance of one. */
  haze: number
}

export const KINDS = ['room', 'street', 'table', 'hills', 'shelf', 'close-up'] as const
export type Kind = (typeof KINDS)[number]

export function makePlan(kind: Kind, random: Random): Plan {
  const thing = (shape: Shape, name?: SurfaceName, size?: number): Thing => ({
    shape,
    surface: makeSurface(name ?? random.pick(SURFACES), random, size),
  })
  const box = (x: number, y: number, z: number, wide: number, high: number, deep: number): Shape => ({
    kind: 'box',
    least: [x - wide / 2, y, z - deep / 2],
    most: [x + wide / 2, y + high, z + deep / 2],
  })
  const ball = (x: number, y: number, z: number, radius: number): Shape => ({
    kind: 'ball',
    centre: [x, y, z],
    radius,
  })
  const several = (least: number, most: number, make: (at: number) => Thing): Thing[] =>
    Array.from({ length: random.whole(least, most) }, (_, at) => make(at))
  const { between } = random
  const outdoors = {
    light: {
      at: [between(-60, 60), between(15, 60), between(-50, 20)] as Vector,
      colour: [1, between(0.82, 0.98), between(0.65, 0.95)] as Colour,
      ambient: [0.32, 0.36, between(0.4, 0.48)] as Colour,
    },
    sky: {
      low: anyColour(random, 0.82),
      high: [0.25, 0.42, between(0.55, 0.8)] as Colour,
      clouds: between(0, 1),
    },
    haze: between(0.004, 0.02),
  }
  const indoors = {
    light: {
      at: [between(-2, 2), between(2.2, 3.2), between(-1.5, 1)] as Vector,
      colour: [1, between(0.85, 1), between(0.7, 1)] as Colour,
      ambient: anyColour(random, between(0.35, 0.6)),
    },
    sky: { low: anyColour(random, 0.7), high: anyColour(random, 0.5), clouds: 0 },
    haze: 0,
  }
  const makers: Record<Kind, () => Plan> = {
    room: () => ({
      ...indoors,
      things: [
        thing(
          box(0, 0, 0, between(5, 8), between(2.6, 3.6), between(6, 9)),
          random.pick(['plain', 'brick', 'cloth', 'stripes']),
        ),
        thing({ kind: 'floor' }, random.pick(['wood', 'tiles', 'marble'])),
        thing(
          box(between(-1.5, 1.5), 1, 2.9, between(1, 2.4), between(0.8, 1.5), 0.1),
          random.pick(['windows', 'print', 'marble']),
        ),
        ...several(3, 7, () =>
          thing(
            box(
              between(-2, 2),
              0,
              between(-0.5, 2.5),
              between(0.4, 1.6),
              between(0.3, 1.9),
              between(0.4, 1.2),
            ),
          ),
        ),
        ...several(1, 4, () =>
          thing(ball(between(-1.8, 1.8), between(0.3, 2), between(-0.8, 2), between(0.15, 0.5))),
        ),
      ],
      camera: {
        at: [between(-1.5, 1.5), between(1.2, 2), -2.9],
        to: [between(-0.8, 0.8), between(0.7, 1.3), 2],
        view: between(0.55, 0.85),
      },
    }),
    street: () => ({
      ...outdoors,
      things: [
        thing({ kind: 'floor' }, random.pick(['brick', 'tiles', 'marble', 'plain']), between(1, 3)),
        ...[-1, 1].flatMap((side) =>
          several(5, 9, (at) => {
            const high = between(4, 18)
            return thing(
              box(side * between(8, 10), 0, at * 7 + between(0, 3), between(7, 9), high, between(4, 7)),
              random.chance(0.75) ? 'windows' : 'brick',
              between(1.2, 2.6),
            )
          }),
        ),
        ...several(2, 7, () =>
          thing(
            box(between(-3.5, 3.5), 0, between(4, 30), between(0.5, 2), between(0.8, 2), between(0.6, 4)),
          ),
        ),
        ...several(0, 6, () =>
          thing(ball(random.pick([-4.4, 4.4]), between(2, 4), between(3, 40), between(0.8, 1.8)), 'leaves'),
        ),
      ],
      camera: {
        at: [between(-2, 2), between(1.4, 4), -4],
        to: [between(-3, 3), between(2, 5), 20],
        view: between(0.45, 0.8),
      },
    }),
    table: () => ({
      ...indoors,
      things: [
        thing({ kind: 'floor' }, random.pick(['wood', 'cloth', 'marble', 'plain']), between(0.2, 0.8)),
        thing(
          box(0, 0, between(2.5, 5), 20, 9, 0.1),
          random.pick(['plain', 'brick', 'cloth', 'leaves', 'stripes']),
          between(0.4, 1.5),
        ),
        ...several(2, 7, () => {
          const radius = between(0.12, 0.4)
          return thing(ball(between(-1.2, 1.2), radius, between(-0.3, 1.4), radius))
        }),
        ...several(2, 6, () =>
          thing(
            box(
              between(-1.3, 1.3),
              0,
              between(-0.2, 1.8),
              between(0.2, 0.8),
              between(0.1, 1.1),
              between(0.2, 0.7),
            ),
          ),
        ),
      ],
      camera: {
        at: [between(-0.6, 0.6), between(0.6, 1.8), -2],
        to: [between(-0.2, 0.2), between(0.2, 0.4), 0.8],
        view: between(0.35, 0.6),
      },
    }),
    hills: () => ({
      ...outdoors,
      things: [
        thing({ kind: 'floor' }, random.pick(['leaves', 'marble', 'cloth', 'plain']), between(1, 6)),
        ...several(4, 9, () => {
          const [radius, z] = [between(15, 60), between(40, 140)]
          return thing(
            ball(between(-90, 90), -radius * between(0.3, 0.8), z, radius),
            random.pick(['leaves', 'cloth', 'marble']),
            between(2, 9),
          )
        }),
        ...several(4, 14, () => {
          const radius = between(0.6, 3)
          return thing(ball(between(-14, 14), radius * between(0.8, 1.5), between(5, 40), radius), 'leaves')
        }),
        ...several(0, 3, () =>
          thing(box(between(-8, 8), 0, between(10, 35), between(2, 6), between(2, 5), between(2, 6))),
        ),
      ],
      camera: {
        at: [0, between(1.5, 6), -3],
        to: [between(-8, 8), between(-1, 5), 25],
        view: between(0.45, 0.9),
      },
    }),
    shelf: () => {
      const [across, up] = [random.whole(3, 8), random.whole(2, 5)]
      const cells = Array.from(
        { length: across * up },
        (_, at) => [at % across, Math.floor(at / across)] as const,
      )
      return {
        ...indoors,
        things: [
          thing(box(0, 0, 1.4, 30, 20, 0.1), random.pick(['plain', 'wood', 'brick'])),
          ...Array.from({ length: up + 1 }, (_, at) =>
            thing(box(0, at - 0.06, 0.8, across + 1, 0.06, 0.9), random.pick(['wood', 'plain'])),
          ),
          ...cells.flatMap(([column, row]) => {
            const x = column - (across - 1) / 2 + between(-0.15, 0.15)
            if (random.chance(0.12)) return []
            const size = between(0.2, 0.42)
            return [
              thing(
                random.chance(0.35)
                  ? ball(x, row + size, 0.6, size)
                  : box(x, row, 0.6, between(0.3, 0.9), between(0.3, 0.85), 0.5),
              ),
            ]
          }),
        ],
        camera: {
          at: [between(-1.5, 1.5), up / 2 + between(-0.3, 0.5), -between(2.5, 4)],
          to: [between(-0.4, 0.4), up / 2, 0.6],
          view: between(0.5, 0.8),
        },
      }
    },
    'close-up': () => ({
      ...indoors,
      things: [
        thing({ kind: 'floor' }, undefined, between(0.1, 0.5)),
        thing(box(0, 0, between(2, 4), 20, 9, 0.1), undefined, between(0.5, 2)),
        thing(
          random.chance(0.5)
            ? ball(between(-0.4, 0.4), 0.7, 0.5, between(0.5, 0.8))
            : box(between(-0.4, 0.4), 0, 0.6, between(0.7, 1.3), between(0.6, 1.4), 0.8),
          undefined,
          between(0.1, 0.5),
        ),
        ...several(1, 3, () =>
          thing(ball(between(-1.4, 1.4), between(0.2, 0.9), between(0.8, 1.7), between(0.2, 0.5))),
        ),
      ],
      camera: {
        at: [between(-0.5, 0.5), between(0.7, 1.3), -1.6],
        to: [0, 0.6, 0.5],
        view: between(0.35, 0.55),
      },
    }),
  }
  return makers[kind]()
}
