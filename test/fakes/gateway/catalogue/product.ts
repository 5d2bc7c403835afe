import { COLOURS, type ColourName } from './colours.ts'
import { GOODS, type Good } from './goods.ts'

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
  return GOODS.flatMap((good) => [
    productOf(good, 0, good[7]),
    ...Object.entries(good[8] ?? {}).map(([hue, colour]) => productOf(good, Number(hue), colour)),
  ])
}

function productOf(good: Good, hue: number, colour: ColourName): Product {
  const [emoji, kind, chinese, english, yuan, unit, weightKg] = good
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
