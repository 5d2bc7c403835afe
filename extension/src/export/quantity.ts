import { oneLine } from './one-line.ts'

/** The units that 1688 uses most, as English counts them. */
const UNITS: Record<string, string> = {
  件: 'pcs',
  个: 'pcs',
  只: 'pcs',
  支: 'pcs',
  条: 'pcs',
  把: 'pcs',
  台: 'pcs',
  套: 'sets',
  双: 'pairs',
  对: 'pairs',
  张: 'sheets',
  包: 'packs',
  盒: 'boxes',
  箱: 'cartons',
  瓶: 'bottles',
  卷: 'rolls',
  米: 'm',
  千克: 'kg',
  公斤: 'kg',
}

/** So many of an offer's unit, in both languages; pieces where the unit is not known. */
export function exportQuantity(count: number, unit: string | null): { zh: string; en: string } {
  const name = oneLine(unit ?? '') || '件'
  const english = Object.hasOwn(UNITS, name) ? UNITS[name] : name
  const number = count.toLocaleString('en')
  // Latin letters stand apart from digits in Chinese too.
  return { zh: `${number}${/^[a-z]/i.test(name) ? ' ' : ''}${name}`, en: `${number} ${english}` }
}
