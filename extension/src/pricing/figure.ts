import type { OwnRate } from '../model/assumptions.ts'
import { convert, type EuroRates } from './convert.ts'
import { type DecimalRange, decimal, exactly, isZero, plus, positive, times, ZERO } from './decimal.ts'
import { within } from './limits.ts'

/**
 * What is missing: the offer's price, the exchange rate, weight or size of a piece, the country that is sold to, its rate of
 * tax or duty or its fulfilment fee, or a valid number in a field that the user filled: that of the line itself, or one that
 * several lines depend on.
 */
export type MissingInput =
  | 'price'
  | 'exchangeRate'
  | 'weight'
  | 'size'
  | 'marketplace'
  | 'countryRate'
  | 'fulfilmentFee'
  | 'invalidNumber'
  | 'invalidWeight'
  | 'invalidSize'
  | 'invalidExchangeRate'

/**
 * Why an amount may be another than its range says. `listPrice`: the price at the quantity is unknown. `variants`: it depends
 * on the variant. `belowMinimum`: it is that of the minimum order. `size`: volume may be charged. `fromPrice`: the listing
 * says from which price on it sells.
 */
export type Doubt = 'listPrice' | 'variants' | 'belowMinimum' | 'size' | 'fromPrice'

/** Whether an amount can only be higher than its range, only lower, or either. */
export type Bound = 'atLeast' | 'atMost' | 'open'

export interface KnownFigure {
  range: DecimalRange
  /** Whether anything it depends on is a rough range. */
  estimated: boolean
  /** Whether anything it depends on is an exact rate that nobody entered, such as the standard rate of a country's tax. */
  preset?: boolean
  bound?: Bound | undefined
  doubts?: Doubt[]
}

/** An amount or a rate, the inputs that it is missing, or one that was never set and is left out. */
export type Figure = KnownFigure | { missingInputs: MissingInput[] } | 'notCounted'

/** A figure that cannot be computed. Without inputs, it depends on another one that is missing. */
export function missing(...missingInputs: MissingInput[]): Figure {
  return { missingInputs }
}

export function given(range: DecimalRange): KnownFigure {
  return { range, estimated: false }
}

export function isKnown(figure: Figure): figure is KnownFigure {
  return figure !== 'notCounted' && 'range' in figure
}

export function isMissing(figure: Figure): figure is { missingInputs: MissingInput[] } {
  return figure !== 'notCounted' && 'missingInputs' in figure
}

/** The sum of those that are counted; missing if one of them is. */
export function sumOf(figures: Figure[]): Figure {
  if (figures.some(isMissing)) return missing()
  const known = figures.filter(isKnown)
  const range = known.map((figure) => figure.range).reduce(plus, ZERO)
  return { range, ...uncertaintyOf(known) }
}

/** Zero if one of them is exactly zero: the user chose that, whatever the other may be. */
export function productOf(one: Figure, other: Figure): Figure {
  const isNothing = (figure: Figure) =>
    isKnown(figure) && !figure.estimated && !figure.preset && isZero(figure.range)
  if (isNothing(one) || isNothing(other)) return given(ZERO)
  if (!isKnown(one) || !isKnown(other)) return missing()
  return { range: times(one.range, other.range), ...uncertaintyOf([one, other]) }
}

/** A figure in yuan in another currency. */
export function convertFigure(
  figure: Figure,
  currency: string,
  rates: EuroRates | undefined,
  own?: OwnRate,
): Figure {
  if (!isKnown(figure)) return figure
  if (own?.to === currency && !positive(own.rate)) return missing('invalidExchangeRate')
  const low = decimal(convert(figure.range.low.toFixed(), 'CNY', currency, rates, own))
  const high = decimal(convert(figure.range.high.toFixed(), 'CNY', currency, rates, own))
  return low && high ? { ...figure, range: { low, high } } : missing('exchangeRate')
}

/** What several figures have in common once they are one: two opposite bounds leave both sides open. */
export function uncertaintyOf(known: KnownFigure[]): Required<Omit<KnownFigure, 'range'>> {
  const [first, ...others] = new Set(known.flatMap(({ bound }) => bound ?? []))
  return {
    estimated: known.some(({ estimated }) => estimated),
    preset: known.some(({ preset }) => preset),
    bound: others.length > 0 ? 'open' : first,
    doubts: [...new Set(known.flatMap(({ doubts }) => doubts ?? []))],
  }
}

/** The bound of what is left when this is taken away. */
export function opposite(bound: Bound | undefined): Bound | undefined {
  return bound === 'atLeast' ? 'atMost' : bound === 'atMost' ? 'atLeast' : bound
}

function fractionOf(percent: { low: string; high: string }): Figure {
  const [low, high] = [within(percent.low, 'percent'), within(percent.high, 'percent')]
  return low && high ? given({ low: low.div('100'), high: high.div('100') }) : missing('invalidNumber')
}

/** A share that is taken where the user entered none: a rough range, or an exact rate. */
export function presetFraction(percent: { low: string; high: string }): Figure {
  const estimated = percent.low !== percent.high
  const figure = fractionOf(percent)
  return isKnown(figure) ? { ...figure, estimated, preset: !estimated } : figure
}

/** An amount that the user may have entered. */
export function enteredAmount(text: string | undefined): Figure {
  if (text === undefined) return 'notCounted'
  const amount = within(text, 'amount')
  return amount ? given(exactly(amount)) : missing('invalidNumber')
}

/** A percentage that the user may have entered, as a fraction. */
export function enteredFraction(text: string | undefined): Figure {
  return text === undefined ? 'notCounted' : fractionOf({ low: text, high: text })
}
