import type { OwnRate } from '../model/assumptions.ts'
import { convert, type EuroRates } from './convert.ts'
import { type DecimalRange, decimal } from './decimal.ts'
export type CostLineName = 'sellingPrice' | 'goods' | 'freight' | 'duty' | 'fee' | 'other'

/** Lowest and highest amount, as decimal strings that are not rounded. */
export interface AmountRange {
  low: string
  high: string
}

/** What is missing: the price, the exchange rate, the weight of a piece, or a valid number in a field that the user filled. */
export type MissingInput = 'price' | 'exchangeRate' | 'weight' | 'invalidNumber'

/** One line of the calculation for one piece. */
export interface CostLine {
  name: CostLineName
  /** Decimal strings, not rounded; `null` if missing. */
  low: string | null
  high: string | null
  /** `given` by the offer, the page or the user; `estimated` if anything it depends on is a rough range. */
  source: 'given' | 'estimated' | 'missing'
  /** Whether there is no result without it. */
  required: boolean
  /** Why it is missing; empty if it is not, was never set, or depends on another missing line. */
  missingInputs: MissingInput[]
}

/** An amount or a rate: its range and whether that is an estimate, or the inputs that it is missing. */
export type Figure = { range: DecimalRange; estimated: boolean } | { missingInputs: MissingInput[] }

/** A figure that cannot be computed. Without inputs, it depends on another one that is missing. */
export function missing(...missingInputs: MissingInput[]): Figure {
  return { missingInputs }
}

export function isKnown(figure: Figure): figure is Extract<Figure, { range: DecimalRange }> {
  return 'range' in figure
}

export function toCostLine(name: CostLineName, figure: Figure): CostLine {
  const alwaysRequired = name === 'sellingPrice' || name === 'goods' || name === 'freight'
  if (!isKnown(figure)) {
    // A field that the user filled is meant to count; if invalid, it would count as zero.
    const { missingInputs } = figure
    const required = alwaysRequired || missingInputs.includes('invalidNumber')
    return { name, low: null, high: null, source: 'missing', required, missingInputs }
  }
  const source = figure.estimated ? 'estimated' : 'given'
  return { name, ...toAmountRange(figure.range), source, required: alwaysRequired, missingInputs: [] }
}

export function toAmountRange({ low, high }: DecimalRange): AmountRange {
  return { low: low.toFixed(), high: high.toFixed() }
}

/** The names of the lines that prevent a result, and of the estimated ones. */
export function uncertainLines(lines: CostLine[]): { missing: CostLineName[]; estimated: CostLineName[] } {
  return {
    missing: lines.filter(({ source, required }) => source === 'missing' && required).map(({ name }) => name),
    estimated: lines.filter(({ source }) => source === 'estimated').map(({ name }) => name),
  }
}

/** A figure in yuan in another currency. */
export function convertFigure(
  figure: Figure,
  currency: string,
  rates: EuroRates | undefined,
  own?: OwnRate,
): Figure {
  if (!isKnown(figure)) return figure
  const low = decimal(convert(figure.range.low.toFixed(), 'CNY', currency, rates, own))
  const high = decimal(convert(figure.range.high.toFixed(), 'CNY', currency, rates, own))
  return low && high ? { ...figure, range: { low, high } } : missing('exchangeRate')
}
