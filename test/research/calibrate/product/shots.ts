import sharp from 'sharp'
import { cutOut } from '../../../fakes/gateway/catalogue/cutout.ts'
import { allProducts, type Product } from '../../../fakes/gateway/catalogue/product.ts'
import { type Random, seeded } from '../../../fakes/gateway/catalogue/random.ts'
import { renderScene, SCENES } from '../../../fakes/gateway/catalogue/scene.ts'
import { photographs } from '../photographs.ts'
import { warp } from './warp.ts'

/** What is different from the photo that is searched for: one thing alone, or everything. */
export const CONDITIONS = [
  'another ground',
  'a photograph as ground',
  'tilted by up to 15°',
  'at an angle',
  'in another light',
  'partly cut',
  'half as large',
  'everything',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** px */
const SIDE = 400
const OFFER_SIDE = 220
const QUICK = { compressionLevel: 0 }
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/** One of each family: its other colours are other products, and told apart in the report. */
export function families(): Product[] {
  return allProducts().filter(({ hue }) => hue === 0)
}

/** What is searched for: before white, upright. */
export function queryOf({ emoji, hue }: Product): Promise<Buffer> {
  return shoot(emoji, hue, undefined, seeded('query'))
}

/** Another photo of it, as an offer's thumbnail. */
export async function offerOf({ id, emoji, hue }: Product, condition: Condition): Promise<Buffer> {
  return shoot(emoji, hue, condition, seeded(`${id} ${condition}`))
}

export const TRAPS = ['the same ground', 'the same mark'] as const
export type Trap = (typeof TRAPS)[number]

/** Two products as one shop shows them: before one ground, or under one mark. The first is searched for. */
export async function trap(
  trap: Trap,
  one: Product,
  other: Product,
): Promise<[query: Buffer, offer: Buffer]> {
  const shot = async ({ emoji, hue }: Product) => {
    const isMark = trap === 'the same mark'
    const ground = isMark ? await renderScene('white', SIDE) : await photograph(seeded(`ground ${one.id}`))
    const { png, width, height } = await cutOut({ emoji, hue, size: Math.round(0.55 * SIDE) })
    const place = { left: Math.round((SIDE - width) / 2), top: Math.round((SIDE - height) / 2) }
    const mark = isMark ? [{ input: MARK, left: 16, top: 16 }] : []
    return sharp(ground)
      .composite([{ input: png, ...place }, ...mark])
      .png(QUICK)
      .toBuffer()
  }
  const [query, offer] = [await shot(one), await shot(other)]
  return [
    await sharp(query).jpeg({ quality: 90 }).toBuffer(),
    await sharp(offer).resize(OFFER_SIDE).jpeg({ quality: 75 }).toBuffer(),
  ]
}

/** A shop's name and sign, as strokes. */
const MARK = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="150" height="56" viewBox="0 0 75 28"><circle cx="14" cy="14" r="12" fill="#1b5fc1"/><path d="M8 14h12M14 8v12" stroke="#fff" stroke-width="3"/><path transform="translate(30 6)" d="M8 2H2v6h6v6H2M12 2v12M19 2v12M12 8h7M24 2h7v12h-7zM35 14V2h7v6h-7" fill="none" stroke="#c2232a" stroke-width="2.4"/></svg>`,
)

async function shoot(
  emoji: string,
  hue: number,
  condition: Condition | undefined,
  random: Random,
): Promise<Buffer> {
  const is = (...one: Condition[]) => condition === 'everything' || one.includes(condition as Condition)
  const fill = is('half as large') ? random.between(0.35, 0.45) : random.between(0.65, 0.8)
  const tilt = is('tilted by up to 15°') ? random.between(-15, 15) : 0
  const brightness = is('in another light') ? random.between(0.75, 1.25) : 1
  const cutout = await cutOut({ emoji, hue, tilt, brightness, size: Math.round(fill * SIDE) })
  const { data, info } = await sharp(cutout.png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const product = is('at an angle') ? warp(data, info, random) : data
  const { width, height } = info
  const aside = is('partly cut') ? random.pick([-1, 1]) * (0.5 - fill / 2 + 0.25 * fill) : 0
  const left = Math.round(SIDE * (0.5 + aside) - width / 2)
  const top = Math.round((SIDE - height) / 2)
  const around = { left: SIDE, right: SIDE, top: SIDE, bottom: SIDE, background: CLEAR }
  const wide = await sharp(product, { raw: { width, height, channels: 4 } })
    .extend(around)
    .png(QUICK)
    .toBuffer()
  const frame = { left: SIDE - left, top: SIDE - top, width: SIDE, height: SIDE }
  const layer = await sharp(wide).extract(frame).png(QUICK).toBuffer()
  const shade = is('in another light') ? [{ input: slope(random), blend: 'multiply' as const }] : []
  const picture = sharp(await ground(condition, random)).composite([{ input: layer }, ...shade])
  if (condition === undefined) return picture.jpeg({ quality: 90 }).toBuffer()
  const flat = await picture.png(QUICK).toBuffer()
  return sharp(flat).resize(OFFER_SIDE).jpeg({ quality: 75 }).toBuffer()
}

/** Light that falls from one side, and is a little yellow or blue. */
function slope(random: Random): Buffer {
  const [x, y] = [random.next(), random.next()]
  const [lit, dark] = [random.pick(['#fff', '#fff4e0', '#e8f0ff']), random.pick(['#aaa', '#999', '#bbb'])]
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><radialGradient id="s" cx="${x}" cy="${y}" r="1"><stop stop-color="${lit}"/><stop offset="1" stop-color="${dark}"/></radialGradient><rect width="100%" height="100%" fill="url(#s)"/></svg>`,
  )
}

async function ground(condition: Condition | undefined, random: Random): Promise<Buffer> {
  const isPhoto = condition === 'a photograph as ground' || (condition === 'everything' && random.chance(0.5))
  if (isPhoto) return photograph(random)
  const isPlain = condition !== 'another ground' && condition !== 'everything'
  return renderScene(isPlain ? 'white' : random.pick(SCENES.slice(1)), SIDE)
}

async function photograph(random: Random): Promise<Buffer> {
  const file = random.pick(await photographs())
  return sharp(file).resize(SIDE, SIDE, { fit: 'cover' }).blur(1.5).png(QUICK).toBuffer()
}
