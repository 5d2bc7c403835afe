import type { OwnRate } from '../model/assumptions.ts'
import { Decimal, decimal, positive } from './decimal.ts'

/** Reference rates of one day: units of each currency (ISO 4217) per euro, as decimal strings. */
export interface EuroRates {
  date: string
  rates: Record<string, string>
}

/**
 * An amount in another currency, with all digits of the division (20 decimals): round only for display. `null` if the amount
 * or a rate is unknown.
 */
export function convert(
  amount: string | null,
  from: string,
  to: string,
  rates: EuroRates | undefined,
  own?: OwnRate,
): string | null {
  const known = decimal(amount)
  const factor = known && exchangeFactor(from, to, rates, own)
  // One division at the end: rounding the rate first would lose digits.
  return factor ? known.times(factor.times).div(factor.over).toFixed() : null
}

/** What to multiply an amount by, and then to divide by. */
function exchangeFactor(
  from: string,
  to: string,
  rates: EuroRates | undefined,
  own?: OwnRate,
): { times: Decimal | string; over: Decimal | string } | null {
  if (from === to) return { times: '1', over: '1' }
  if (own && [own.from, own.to].includes(from) && [own.from, own.to].includes(to)) {
    // The user wants this rate: while it is invalid, no other takes its place.
    const ownRate = positive(own.rate)
    if (!ownRate) return null
    return from === own.from ? { times: ownRate, over: '1' } : { times: '1', over: ownRate }
  }
  const times = perEuro(to, rates)
  const over = perEuro(from, rates)
  return times && over ? { times, over } : null
}

function perEuro(currency: string, rates: EuroRates | undefined): Decimal | null {
  if (!rates) return null
  // The ECB's rates do not list the euro itself.
  if (currency === 'EUR') return new Decimal('1')
  return positive(rates.rates[currency])
}
