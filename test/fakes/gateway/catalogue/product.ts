import { BASE_PRODUCTS, type BaseProduct } from './base-products.ts'
import { COLOURS, type ColourName } from './colours.ts'

/** One thing that suppliers sell. A hue rotation of the same emoji is another product of the same family. */
export interface Product {
  /** emoji code and hue, `1f392@140` */
  id: string
  family: string
  kind: string
  emoji: string
  /** degrees */
  hue: number
  chinese: string
  english: string
  colour: ColourName
  colourChinese: string
  yuan: number
  unit: string
  weightKg: number
}

export function allProducts(): Product[] {
  return BASE_PRODUCTS.flatMap((base) => [
    productOf(base, 0, base[7]),
    ...Object.entries(base[8] ?? {}).map(([hue, colour]) => productOf(base, Number(hue), colour)),
  ])
}

function productOf(base: BaseProduct, hue: number, colour: ColourName): Product {
  const [emoji, kind, chinese, english, yuan, unit, weightKg] = base
  return {
    id: `${emoji}@${hue}`,
    family: emoji,
    kind,
    emoji,
    hue,
    chinese,
    english,
    colour,
    colourChinese: COLOURS[colour][0],
    yuan,
    unit,
    weightKg,
  }
}
