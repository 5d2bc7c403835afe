import type { OwnRate } from '../model/assumptions.ts'
import { convert, type EuroRates } from './convert.ts'
import { decimal } from './decimal.ts'
import type { DecimalRange } from './range.ts'

export type CostLineName = 'sale' | 'goods' | 'freight' | 'duty' | 'fee' | 'other'

/** From the least to the most, decimal strings with all their digits. */
export interface AmountRange {
  low: string
  high: string
}

/**
 * What is not known: the price, the exchange rate, the weight of a piece, or a figure that a person set and that is no
 * number.
 */
export type MissingInput = 'price' | 'exchange' | 'weight' | 'figure'

/** One line of the sum for one piece. */
export interface CostLine {
  name: CostLineName
  /** Decimal strings with all their digits; `null` where missing. */
  low: string | null
  high: string | null
  /** `given` by the offer, the page or the person; `estimated` where anything it rests on is a rough range. */
  how: 'given' | 'estimated' | 'missing'
  /** Whether there is no result without it. */
  decisive: boolean
  /** Why it is missing; empty where it is not, was never set, or rests on another line that is missing. */
  lacks: MissingInput[]
}

/** An amount or a rate before it is a line: how much and whether it rests on a rough range, or what it lacks. */
export type Sum = { band: DecimalRange; estimated: boolean } | { lacks: MissingInput[] }

export function isKnown(sum: Sum): sum is Extract<Sum, { band: DecimalRange }> {
  return 'band' in sum
}

export function costLineOf(name: CostLineName, sum: Sum): CostLine {
  const always = name === 'sale' || name === 'goods' || name === 'freight'
  if (!isKnown(sum)) {
    // What a person set is meant to count: unread, it would count as zero.
    const decisive = always || sum.lacks.includes('figure')
    return { name, low: null, high: null, how: 'missing', decisive, lacks: sum.lacks }
  }
  const how = sum.estimated ? 'estimated' : 'given'
  return { name, ...rangeOf(sum.band), how, decisive: always, lacks: [] }
}

export function rangeOf({ low, high }: DecimalRange): AmountRange {
  return { low: low.toFixed(), high: high.toFixed() }
}

/** The names of the lines that withhold the result, and of those that are not exact. */
export function uncertaintiesIn(lines: CostLine[]): { missing: CostLineName[]; estimated: CostLineName[] } {
  return {
    missing: lines.filter(({ how, decisive }) => how === 'missing' && decisive).map(({ name }) => name),
    estimated: lines.filter(({ how }) => how === 'estimated').map(({ name }) => name),
  }
}

/** A sum in yuan in another currency. */
export function inCurrency(sum: Sum, currency: string, rates: EuroRates | undefined, own?: OwnRate): Sum {
  if (!isKnown(sum)) return sum
  const low = decimal(convert(sum.band.low.toFixed(), 'CNY', currency, rates, own))
  const high = decimal(convert(sum.band.high.toFixed(), 'CNY', currency, rates, own))
  return low && high ? { ...sum, band: { low, high } } : { lacks: ['exchange'] }
}
