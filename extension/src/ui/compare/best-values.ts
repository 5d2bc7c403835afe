import { Decimal } from '../../pricing/decimal.ts'

/** Which end of a row is the better one. */
export type Better = 'lowest' | 'highest'

/**
 * Which of the values are the best, all of them if several are alike. None if fewer than two are known, or if all known ones
 * are alike: then there is nothing to choose by.
 *
 * @param values numbers or decimal strings; `null` for those that are not known
 */
export function bestOf(values: readonly (string | number | null)[], better: Better): boolean[] {
  const known = values.flatMap((value) => (value === null ? [] : [new Decimal(String(value))]))
  const sorted = known.toSorted((one, other) => one.cmp(other))
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (!low || !high || low.eq(high)) return values.map(() => false)
  const best = better === 'lowest' ? low : high
  return values.map((value) => value !== null && best.eq(String(value)))
}
