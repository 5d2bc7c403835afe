import { type Decimal, decimal } from './decimal.ts'

/** What a figure may be: an amount, one that cannot be zero, or a percentage. */
export type Limit = 'amount' | 'positive' | 'percent' | 'belowHundred'

/** From a plain decimal string within the limit; `null` for anything else. */
export function within(text: string | null | undefined, limit: Limit): Decimal | null {
  const number = decimal(text)
  return number && ALLOWED[limit](number) ? number : null
}

const ALLOWED: Record<Limit, (number: Decimal) => boolean> = {
  amount: (number) => number.gte('0'),
  positive: (number) => number.gt('0'),
  percent: (number) => number.gte('0') && number.lte('100'),
  belowHundred: (number) => number.gte('0') && number.lt('100'),
}
