import { readQuantity } from '../../pricing/read-decimal.ts'

/** Units in which one is one product; a dozen or a box is not. */
const PIECES =
  '(?:pcs?|pieces?|units?|ea|each|items?|sets?|pairs?|st(?:k|ck|ü?ck)?|pi[eè]ces?|pz[as]?|piezas?|uds?|unidades?|unidad|szt|шт|adet|cái|buah|[个個件只隻条條双雙套台枚张張把点本])'
const CELL = new RegExp(`^([\\d\\s.,'’]+)${PIECES}?\\.?$`, 'iu')
/** A thousand, or one with three decimals. */
const AMBIGUOUS = /^\d{1,3}\.\d{3}$/

/** Whole pieces; `null` for a cell that says more than one number and its unit: `10-20`, `2 x 50`, `2 dozen`. */
export function readQuantityCell(cell: string): number | null {
  const number = CELL.exec(cell.trim())?.[1]?.trim() ?? ''
  return AMBIGUOUS.test(number) ? null : (readQuantity(number) ?? null)
}
