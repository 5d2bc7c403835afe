import { Decimal, positive } from '../../pricing/decimal.ts'
import { readDecimal } from '../../pricing/read-decimal.ts'

/** In kilograms. */
const UNITS = { kg: '1', g: '0.001', lb: '0.45359237', oz: '0.028349523125' }

export type WeightUnit = keyof typeof UNITS

export const WEIGHT_UNITS = Object.keys(UNITS) as WeightUnit[]

const NAMES: [WeightUnit, RegExp][] = [
  ['kg', /(?<!\p{L})(?:kgs?|kilos?|kilograms?)(?!\p{L})|千克|公斤/iu],
  ['lb', /(?<!\p{L})(?:lbs?|pounds?)(?!\p{L})|磅/iu],
  ['oz', /(?<!\p{L})(?:ozs?|ounces?)(?!\p{L})|盎司/iu],
  ['g', /(?<!\p{L})(?:g|gr|grams?)(?!\p{L})|克/iu],
]

/** The unit that a header or a cell names. */
export function unitOf(text: string): WeightUnit | null {
  return namedUnit(text)?.[0] ?? null
}

/**
 * In kilograms, a decimal string; `null` without a unit, since nothing tells 500 g from 500 kg, and for a cell that says more than
 * one number and its unit: `2 x 500 g`, `0.5-1 kg`, `1 lb 4 oz`.
 */
export function readWeight(cell: string, columnUnit: WeightUnit | null): string | null {
  const [, number = '', words = ''] = /^([\d\s.,'’]+)(\D*)$/.exec(cell) ?? []
  const [named, name = ''] = namedUnit(words) ?? []
  const unit = named ?? columnUnit
  if (!unit || !/^[\s.]*$/.test(words.replace(name, '')) || isAmbiguous(number.trim(), unit)) return null
  return positive(readDecimal(number))?.times(new Decimal(UNITS[unit])).toFixed() ?? null
}

/** Grams have no three decimals, other units seldom are in thousands; but a country may write either with the other mark. */
function isAmbiguous(number: string, unit: WeightUnit): boolean {
  return unit === 'g' ? /^[1-9]\d{0,2}\.\d{3}$/.test(number) : /^[1-9]\d{0,2},\d{3}$/.test(number)
}

function namedUnit(text: string): [unit: WeightUnit, name: string] | undefined {
  const words = text.replaceAll('_', ' ')
  for (const [unit, pattern] of NAMES) {
    const name = pattern.exec(words)?.[0]
    if (name) return [unit, name]
  }
  return undefined
}
