import { expect, test } from 'vitest'
import { readMachinePrice } from './machine-price.ts'

const at = (host: string, language = '') => ({ host, language })
const machine = (value: unknown, currency: unknown, hint = at('shop.com', 'en')) => {
  const price = readMachinePrice(value, currency, hint)
  return price && `${price.amount} ${price.currency ?? '?'}${price.mark ?? ''}`
}

test.each([
  ['84.500', 'USD', at('shop.com', 'en'), '84.500 USD'],
  ['84.500', 'IDR', at('shop.com', 'en'), '84500 IDR'],
  ['84.500', 'VND', at('shop.vn', 'vi'), '84500 VND'],
  ['84.550', 'JPY', at('shop.jp', 'ja'), '84550 JPY'],
  ['8.750', 'KWD', at('shop.com', 'en'), '8.750 KWD'],
  ['4,250', 'USD', at('shop.com', 'en'), '4250 USD'],
  ['84,50', 'EUR', at('shop.com', 'en'), '84.50 EUR'],
  [84.5, 'usd', at('shop.com', 'en'), '84.5 USD'],
  ['$84.50', 'CAD', at('shop.com', 'en'), '84.50 CAD'],
  ['84.50', '€', at('shop.com', 'en'), '84.50 EUR'],
  ['84.50', '$', at('shop.com', 'en'), '84.50 ?$'],
  ['84.50', '$', at('shop.ca', 'en'), '84.50 CAD'],
  // A currency that is stated, but not known, is not the page's.
  ['84.50', 'IRT', { ...at('shop.ir', 'fa'), currency: 'IRR' }, '84.50 ?'],
])('structured data: %s %s at %o is %s', (value, currency, hint, price) => {
  expect(machine(value, currency, hint)).toBe(price)
})

test.each([
  ['84.500', 'EUR', at('shop.de', 'de')],
  ['84.500', 'EUR', at('shop.com', 'en')],
  ['84.000', 'JPY', at('shop.jp', 'ja')],
  ['£84.50', 'USD', at('shop.com', 'en')],
  ['-84.50', 'USD', at('shop.com', 'en')],
  ['0.00', 'USD', at('shop.com', 'en')],
  ['0.000001', 'USD', at('shop.com', 'en')],
  ['1e3', 'USD', at('shop.com', 'en')],
])('structured data that may be two things is not read: %s %s at %o', (value, currency, hint) => {
  expect(machine(value, currency, hint)).toBeNull()
})
