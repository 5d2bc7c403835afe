import type { DecimalRange } from './decimal.ts'
import { type Bound, type Figure, isKnown, isMissing, type MissingInput } from './figure.ts'

/** In the order in which they are shown. */
export const COST_LINES = [
  'sellingPrice',
  'vat',
  'fee',
  'fulfilment',
  'goods',
  'agent',
  'domestic',
  'inspection',
  'freight',
  'duty',
  'spread',
  'defects',
  'other',
] as const
export type CostLineName = (typeof COST_LINES)[number]

/** Lowest and highest amount, as decimal strings that are not rounded. */
export interface AmountRange {
  low: string
  high: string
}

/** One line of the calculation for one piece. */
export interface CostLine {
  name: CostLineName
  /** Decimal strings, not rounded; `null` if missing or not counted. */
  low: string | null
  high: string | null
  /**
   * `given` by the offer, the page or the user; `estimated` if anything it depends on is a rough range; `preset` if anything is
   * an exact rate that nobody entered; `notCounted` if the user never set it.
   */
  source: 'given' | 'preset' | 'estimated' | 'missing' | 'notCounted'
  /** Whether the amount can only be higher, only lower, or either. */
  bound: Bound | null
  /** Why it is missing; empty if it is not, or depends on another missing line. */
  missingInputs: MissingInput[]
}

export function toCostLine(name: CostLineName, figure: Figure): CostLine {
  const nothing = { name, low: null, high: null, bound: null, missingInputs: [] }
  if (isMissing(figure)) return { ...nothing, source: 'missing', missingInputs: figure.missingInputs }
  if (!isKnown(figure)) return { ...nothing, source: 'notCounted' }
  const source = figure.estimated ? 'estimated' : figure.preset ? 'preset' : 'given'
  return { ...nothing, ...toAmountRange(figure.range), source, bound: figure.bound ?? null }
}

export function toAmountRange({ low, high }: DecimalRange): AmountRange {
  return { low: low.toFixed(), high: high.toFixed() }
}

/** The names of the lines that prevent a result, of the estimated ones, and of those that are left out. */
export function uncertainLines(lines: CostLine[]) {
  const named = (matches: (line: CostLine) => boolean) => lines.filter(matches).map(({ name }) => name)
  return {
    missing: named(({ missingInputs }) => missingInputs.length > 0),
    estimated: named(({ source }) => source === 'estimated'),
    notCounted: named(({ source }) => source === 'notCounted'),
  }
}
