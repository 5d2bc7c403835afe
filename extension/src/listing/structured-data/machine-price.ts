import { plausibleAmount, readMachineThousands } from '../prices/amount.ts'
import { type Currency, statedCurrency } from '../prices/currency.ts'
import { decimalSeparator } from '../prices/decimal-separator.ts'
import { type PriceHint, type ReadPrice, readPrice } from '../prices/read-price.ts'
import { textOf } from './schema-org.ts'

/**
 * A price in structured data, which should have a decimal point; anything else is read like a price for people. A price whose
 * own mark contradicts the currency beside it is not read.
 *
 * "1.299" is the trap: shops that write 1.299,00 € for people sometimes leave in the thousands separator. On such pages it
 * is not read, unless the currency decides.
 */
export function readMachinePrice(
  value: unknown,
  currencyText: unknown,
  pageHint: PriceHint,
): ReadPrice | null {
  const text = textOf(value)
  if (!text) return null
  const stated = textOf(currencyText)
  const of: Currency = stated ? statedCurrency(stated, pageHint) : { currency: pageHint.currency ?? null }
  const { currency } = of
  if (!/^\d+(\.\d+)?$/.test(text)) {
    const price = readPrice(text, { ...pageHint, currency })
    return price && stated && currency && price.currency !== currency ? null : price
  }
  const style = { currency, decimal: decimalSeparator(pageHint, [currency]) }
  const amount = /^[1-9]\d{0,2}\.\d{3}$/.test(text)
    ? readMachineThousands(text, style)
    : plausibleAmount(text)
  return amount ? { amount, to: null, ...of } : null
}
