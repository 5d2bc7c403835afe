import sharp from 'sharp'
import type { PhotoPlan } from '../../fakes/gateway/catalogue/photo.ts'
import { allProducts, type Product } from '../../fakes/gateway/catalogue/product.ts'
import { photosOf } from '../../fakes/gateway/catalogue/shoot.ts'
import { type Picture, shoot } from './pictures.ts'
import { families, trap } from './product/shots.ts'

/**
 * `another part` of one photograph is another photo. `another colour` is the same render with its hue rotated, which the
 * catalogue sells as another product. `another ground` has no right answer: the same render on another background.
 * `a twin` differs only in a detail. `the same ground` and `the same mark` are two products as one shop shows them.
 */
export const HARD_KINDS = [
  'another part',
  'another colour',
  'the same ground',
  'the same mark',
  'another ground',
  'a twin',
] as const
export type HardKind = (typeof HARD_KINDS)[number]

export interface HardPair {
  kind: HardKind
  name: string
  one: Buffer
  other: Buffer
}

export async function hardPairs(picture: Picture, original: Buffer): Promise<HardPair[]> {
  if (picture.kind === 'photo') return partsOf(picture.name, original)
  if (picture.kind === 'product') return shotsOf(picture.name, original)
  return []
}

/** Parts of one photograph that have nothing in common. */
async function partsOf(name: string, photo: Buffer): Promise<HardPair[]> {
  const { width, height } = await sharp(photo).metadata()
  const part = (left: number, top: number, wide: number, high: number) =>
    sharp(photo)
      .extract({
        left: Math.round(width * left),
        top: Math.round(height * top),
        width: Math.floor(width * wide),
        height: Math.floor(height * high),
      })
      .jpeg({ quality: 90 })
      .toBuffer()
  const pairs = [
    [part(0, 0, 0.5, 1), part(0.5, 0, 0.5, 1)],
    [part(0, 0, 1, 0.5), part(0, 0.5, 1, 0.5)],
    [part(0, 0, 0.5, 0.5), part(0.5, 0.5, 0.5, 0.5)],
    [part(0.5, 0, 0.5, 0.5), part(0, 0.5, 0.5, 0.5)],
  ] as const
  return Promise.all(
    pairs.map(async ([one, other]) => ({ kind: 'another part', name, one: await one, other: await other })),
  )
}

/** Its other colours in the same pose, the catalogue's second photo, and the same pose on another background. */
async function shotsOf(emoji: string, one: Buffer): Promise<HardPair[]> {
  const products = allProducts().filter((product) => product.emoji === emoji)
  const pair = async (kind: HardKind, hue: number, plan: PhotoPlan) => ({
    kind,
    name: emoji,
    one,
    other: await shoot(emoji, hue, plan),
  })
  const [product, ...others] = products
  const [first, second] = product ? photosOf(product) : []
  if (!first || !second) throw new Error(`the catalogue has no two photos of ${emoji}`)
  return Promise.all([
    ...others.map(({ hue }) => pair('another colour', hue, first.plan)),
    pair('another ground', 0, second.plan),
    pair('another ground', 0, { ...first.plan, scene: 'sky' }),
    asOneShop('the same ground', emoji),
    asOneShop('the same mark', emoji),
  ])
}

async function asOneShop(kind: 'the same ground' | 'the same mark', emoji: string): Promise<HardPair> {
  const all = families()
  const at = all.findIndex((product) => product.emoji === emoji)
  const [mine, theirs] = [all[at], all[(at + FURTHER) % all.length]] as [Product, Product]
  const [one, other] = await trap(kind, mine, theirs)
  return { kind, name: `${emoji} ${theirs.emoji}`, one, other }
}

/** Neighbours in the list of products are of the same kind. */
const FURTHER = 7
const CLOCK = 0x1f550
const PLAN: PhotoPlan = { scene: 'white', fill: 0.7, shift: [0, 0], mirrored: false, tilt: 0, brightness: 1 }

/** Twelve clocks that differ only in their hands: in neither half, to know what cannot be told apart. */
export async function twins(): Promise<HardPair[]> {
  const clocks = await Promise.all(
    Array.from({ length: 12 }, (_, hour) => shoot((CLOCK + hour).toString(16), 0, PLAN)),
  )
  return clocks.flatMap((one, at) =>
    clocks.slice(at + 1).map((other): HardPair => ({ kind: 'a twin', name: `clock ${at + 1}`, one, other })),
  )
}

const GRID = 4

/** Sixteen parts of a photograph, many of them wall or sky: low-quality pictures, each a separate photo. */
export async function details({ name, kind }: Picture, photo: Buffer): Promise<Picture[]> {
  if (kind !== 'photo') return []
  const { width, height } = await sharp(photo).metadata()
  const [wide, high] = [Math.floor(width / GRID), Math.floor(height / GRID)]
  return Array.from({ length: GRID * GRID }, (_, at) => {
    const box = { left: (at % GRID) * wide, top: Math.floor(at / GRID) * high, width: wide, height: high }
    return {
      name: `${name} part ${at + 1}`,
      kind,
      make: () => sharp(photo).extract(box).jpeg({ quality: 90 }).toBuffer(),
    }
  })
}
