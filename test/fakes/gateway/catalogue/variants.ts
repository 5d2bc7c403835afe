import { COLOURS, type ColourName } from './colours.ts'
import type { Product } from './product.ts'
import { type Random, seeded } from './random.ts'

/** What a variant's own picture shows; `offer` is the very picture of its offer. */
export type VariantPicture =
  | { kind: 'offer' }
  | { kind: 'colour'; hue: number }
  | { kind: 'accessory'; emoji: string }
  | { kind: 'pack'; pieces: number }

interface Attribute {
  id: number
  name: string
  nameTrans: string
  value: string
  valueTrans: string
}

export interface Variant {
  /** 13 digits */
  skuId: string
  attributes: Attribute[]
  /** Yuan, two decimals. Where the offer has price tiers, these hold for each of its variants. */
  price: string
  promotionPrice: string | null
  /** Pieces; 0 is sold out, and `null` is not said. */
  stock: number | null
  /** `null` is not said. */
  weightKg: number | null
  /** `null` has no picture of its own. */
  picture: VariantPicture | null
  /** Whether it is the offer's product, one piece of it, in the colour of its picture: what a buyer of the picture wants. */
  isShown: boolean
}

/** What the variants follow from. */
interface Basics {
  offerId: string
  price: string
  priceTiers: readonly unknown[]
  weightKg: number
}

const SIZES = ['S', 'M', 'L'] as const
const HUES = { 140: 'green', 220: 'blue', 290: 'purple' } as const satisfies Record<number, ColourName>

const ACCESSORIES = [
  { emoji: '1f50b', value: '配套电池', valueTrans: 'Spare battery' },
  { emoji: '1f9f5', value: '备用挂绳', valueTrans: 'Spare strap' },
  { emoji: '1f511', value: '钥匙配件', valueTrans: 'Key' },
  { emoji: '1f381', value: '包装盒（单拍不发）', valueTrans: 'Gift box only' },
  { emoji: '1f9fd', value: '清洁布', valueTrans: 'Cleaning cloth' },
] as const

/** Kinds in which sellers add an accessory or a pack to the variants. The demo shop sells others. */
const WITH_ACCESSORIES = ['kitchen', 'household', 'tools', 'instruments', 'festive', 'stationery']

/**
 * An offer with price tiers has colours that cost the same, or none. Many of those without tiers have variants with prices
 * of their own: sizes, or colours with packs and an accessory that is far cheaper than anything else.
 */
export function variantsOf(offer: Basics, product: Product): Variant[] {
  const random = seeded(`variants of ${offer.offerId}`)
  const isTiered = offer.priceTiers.length > 0
  if (isTiered) return random.chance(0.3) ? coloursOf(offer, product, random) : []
  if (WITH_ACCESSORIES.includes(product.kind)) return pricedOf(offer, product, random)
  return random.chance(0.5) ? [] : sizesOf(offer, random)
}

function sizesOf(offer: Basics, random: Random): Variant[] {
  return SIZES.map((size, at) => ({
    ...variantOf(offer, at),
    attributes: [attribute(450, '尺码', 'Size', size, size)],
    price: at === 0 ? offer.price : yuan(Number(offer.price) * random.between(1.1, 2)),
    weightKg: rounded(offer.weightKg * (1 + at / 10)),
    picture: { kind: 'offer' },
    isShown: true,
  }))
}

/** The colour of the offer's picture among others, in any place; each at the offer's price. */
function coloursOf(offer: Basics, product: Product, random: Random): Variant[] {
  const others = Object.entries(HUES).filter(([hue]) => Number(hue) !== product.hue && random.chance(0.7))
  const colours: Pick<Variant, 'attributes' | 'picture' | 'isShown'>[] = others.map(([hue, colour]) => ({
    attributes: [colourOf(colour)],
    picture: { kind: 'colour', hue: Number(hue) },
    isShown: false,
  }))
  const shown = { attributes: [colourOf(product.colour)], picture: { kind: 'offer' }, isShown: true } as const
  colours.splice(random.whole(0, colours.length), 0, { ...shown, attributes: [...shown.attributes] })
  return colours.map((colour, at) => ({
    ...variantOf(offer, at),
    ...colour,
    price: offer.price,
    stock: random.pick([0, 36, 980, 12_400, null]),
    weightKg: random.chance(0.5) ? offer.weightKg : null,
  }))
}

/** Colours at prices of their own, then sometimes a pack, and sometimes an accessory as the bait. */
function pricedOf(offer: Basics, product: Product, random: Random): Variant[] {
  const colours = coloursOf(offer, product, random).map((colour) => ({
    ...colour,
    price: colour.isShown ? offer.price : yuan(Number(offer.price) * random.between(0.8, 1.3)),
    promotionPrice: random.chance(0.2) ? yuan(Number(offer.price) * 0.7) : null,
  }))
  const pack = random.chance(0.5) ? [packOf(offer, random)] : []
  const accessory = random.chance(0.8) ? [accessoryOf(offer, random)] : []
  return [...accessory, ...colours, ...pack].map((variant, at) => ({
    ...variant,
    skuId: skuId(offer.offerId, at),
  }))
}

function packOf(offer: Basics, random: Random): Variant {
  const pieces = random.pick([2, 3, 5])
  return {
    ...variantOf(offer, 0),
    attributes: [attribute(3216, '颜色', 'Color', `${pieces}个装`, `Pack of ${pieces}`)],
    price: yuan(Number(offer.price) * pieces * 0.9),
    stock: random.pick([0, 250, null]),
    weightKg: rounded(offer.weightKg * pieces),
    // Many sellers show the single piece again.
    picture: random.pick([{ kind: 'pack', pieces }, { kind: 'pack', pieces }, { kind: 'offer' }, null]),
    isShown: false,
  }
}

function accessoryOf(offer: Basics, random: Random): Variant {
  const { emoji, value, valueTrans } = random.pick(ACCESSORIES)
  return {
    ...variantOf(offer, 0),
    attributes: [attribute(3216, '颜色', 'Color', value, valueTrans)],
    price: yuan(Number(offer.price) * random.between(0.03, 0.2)),
    stock: random.pick([9999, 100_000]),
    weightKg: random.chance(0.5) ? 0.02 : null,
    picture: random.chance(0.7) ? { kind: 'accessory', emoji } : null,
    isShown: false,
  }
}

function variantOf({ offerId }: Basics, at: number) {
  return { skuId: skuId(offerId, at), promotionPrice: null, stock: 100 as number | null }
}

function skuId(offerId: string, at: number): string {
  return `5${offerId.slice(1)}${at}`
}

function colourOf(colour: ColourName): Attribute {
  const [chinese, english] = COLOURS[colour]
  return attribute(3216, '颜色', 'Color', chinese, english)
}

function attribute(
  id: number,
  name: string,
  nameTrans: string,
  value: string,
  valueTrans: string,
): Attribute {
  return { id, name, nameTrans, value, valueTrans }
}

/** The picture's name on the picture host, without `.jpg`. */
export function variantPictureName(offerPicture: string, picture: VariantPicture): string {
  switch (picture.kind) {
    case 'offer':
      return offerPicture
    case 'colour':
      return `${offerPicture}~h${picture.hue}`
    case 'accessory':
      return `${offerPicture}~a${picture.emoji}`
    case 'pack':
      return `${offerPicture}~p${picture.pieces}`
  }
}

/** The offer's picture and what the variant's shows, from its name; `undefined` for the picture of an offer. */
export function variantPictureOf(
  name: string,
): { offerPicture: string; picture: VariantPicture } | undefined {
  const [, offerPicture = '', kind, what = ''] = /^(.+)~([hap])([\da-f]+)$/.exec(name) ?? []
  if (kind === 'h') return { offerPicture, picture: { kind: 'colour', hue: Number(what) } }
  if (kind === 'a') return { offerPicture, picture: { kind: 'accessory', emoji: what } }
  if (kind === 'p') return { offerPicture, picture: { kind: 'pack', pieces: Number(what) } }
  return undefined
}

function yuan(amount: number): string {
  return Math.max(0.05, amount).toFixed(2)
}

function rounded(kg: number): number {
  return Number(kg.toFixed(3))
}
