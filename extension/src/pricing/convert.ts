import type { OwnRate } from '../model/assumptions.ts'
import { Decimal, decimal, positive } from './decimal.ts'

/** Reference rates of one day: how many units of a currency, by its ISO 4217 code, one euro buys. Decimal strings. */
export interface EuroRates {
  date: string
  rates: Record<string, string>
}

/**
 * An amount in another currency, with all the digits that the division gives (20 decimals); round for showing only.
 * `null` where the amount or a rate is not known.
 */
export function convert(
  amount: string | null,
  from: string,
  to: string,
  rates: EuroRates | undefined,
  own?: OwnRate,
): string | null {
  const known = decimal(amount)
  const factor = known && exchange(from, to, rates, own)
  // Once, at the end: a rate that is rounded first would lose digits of the amount.
  return factor ? known.times(factor.times).div(factor.over).toFixed() : null
}

/** What an amount is multiplied with and then divided by. */
function exchange(
  from: string,
  to: string,
  rates: EuroRates | undefined,
  own?: OwnRate,
): { times: Decimal | string; over: Decimal | string } | null {
  if (from === to) return { times: '1', over: '1' }
  const ownRate = own && positive(own.rate)
  if (ownRate && from === own.from && to === own.to) return { times: ownRate, over: '1' }
  if (ownRate && from === own.to && to === own.from) return { times: '1', over: ownRate }
  const times = perEuro(to, rates)
  const over = perEuro(from, rates)
  return times && over ? { times, over } : null
}

function perEuro(currency: string, rates: EuroRates | undefined): Decimal | null {
  if (!rates) return null
  // Lists of rates by the euro do not name the euro itself.
  if (currency === 'EUR') return new Decimal('1')
  return positive(rates.rates[currency])
}
