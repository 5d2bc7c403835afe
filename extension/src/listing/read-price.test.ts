import { expect, test } from 'vitest'
import { readPrice } from './read-price.ts'

const english = { language: 'en' }
const american = { language: 'en-US' }
const at = (host: string, language = '') => ({ host, language })
/** "12.50–18.00 USD", without the unknown parts. */
const read = (text: string, hint = {}) => {
  const price = readPrice(text, hint)
  if (!price) return null
  return `${price.amount}${price.to ? `–${price.to}` : ''} ${price.currency ?? '?'}`
}

test.each([
  ['£12', '12 GBP'],
  ['39,99 €', '39.99 EUR'],
  ['1.299,00 €', '1299.00 EUR'],
  ['1,299.00', '1299.00 ?'],
  ['R$ 59,90', '59.90 BRL'],
  ['CA$12', '12 CAD'],
  ['A$ 5.5', '5.5 AUD'],
  ['C $17.30', '17.30 CAD'],
  ['US $12.50/ea', '12.50 USD'],
  ['₹1,299', '1299 INR'],
  ['₹12,99,000', '1299000 INR'],
  ['12 990 ₽', '12990 RUB'],
  ['49,99 zł', '49.99 PLN'],
  ['1,980円', '1980 JPY'],
  ['12 990,50 kr', '12990.50 ?'],
  ['CHF 1’299.–', '1299 CHF'],
  ['Rp12.990', '12990 IDR'],
  ['12.990₫', '12990 VND'],
  ['S/ 12.50', '12.50 PEN'],
  ['د.إ 12.50', '12.50 AED'],
  ['١٢٫٥٠ ر.س', '12.50 SAR'],
  ['۱۲۳ €', '123 EUR'],
  ['＄３９.９９', '39.99 ?'],
  ['EUR 39,99', '39.99 EUR'],
  ['39.99 RMB', '39.99 CNY'],
  ['$39.99 CAD', '39.99 CAD'],
])('“%s” is %s', (text, price) => expect(read(text)).toBe(price))

test.each([
  ['$39.99', at('www.amazon.com', 'en-us'), '39.99 USD'],
  ['$39.99', at('www.amazon.ca', 'en-ca'), '39.99 CAD'],
  ['$39.99', at('www.amazon.com.au', 'en'), '39.99 AUD'],
  ['$399.00', at('www.amazon.com.mx', 'es-mx'), '399.00 MXN'],
  ['$39.90', at('www.amazon.sg', 'en'), '39.90 SGD'],
  ['$399.00', at('shop.com', 'es-MX'), '399.00 MXN'],
  ['¥1,980', at('www.amazon.co.jp', 'ja-jp'), '1980 JPY'],
  ['￥19.80', at('shop.com', 'zh-CN'), '19.80 CNY'],
  ['499 kr', at('shop.se', 'en'), '499 SEK'],
  ['499 kr.', at('shop.com', 'da'), '499 DKK'],
  ['Rs. 499', at('shop.in', 'en'), '499 INR'],
  ['Rs. 499', at('shop.pk', 'en'), '499 PKR'],
  ['$39.99', at('shop.co', 'en-US'), '39.99 USD'],
  ['$39.900', at('shop.com.co', 'es'), '39900 COP'],
])('a mark of several countries means the currency of the page: “%s” at %o is %s', (text, hint, price) => {
  expect(read(text, hint)).toBe(price)
})

test.each([
  ['$39.99', {}],
  ['$39.99', english],
  ['$39.99', at('shop.co', 'en')],
  ['$39.99', at('shop.com', 'es')],
  ['$39.99', at('shop.com', 'es-419')],
  ['$39.99', at('shop.de', 'en')],
  ['$39.99', { ...english, currency: 'EUR' }],
  ['¥1,980', english],
  ['499 kr', english],
  ['Rs. 499', {}],
])('a mark stays ambiguous if the page does not tell its country: “%s” at %o', (text, hint) => {
  expect(readPrice(text, hint)).toMatchObject({ currency: null })
})

test.each([
  ['$39.99', english, '$'],
  ['＄39.99', {}, '$'],
  ['¥1,980', english, '¥'],
  ['￥1,980', at('shop.com', 'zh'), '¥'],
  ['499 Kr.', at('shop.com', 'en'), 'kr'],
  ['Rs. 499', english, 'Rs'],
  ['$12.50 – $18.00', at('shop.com', 'en'), '$'],
])('the mark of an unknown currency is told: “%s” at %o has “%s”', (text, hint, mark) => {
  expect(readPrice(text, hint)).toMatchObject({ currency: null, mark })
})

test('a known currency needs no mark', () => {
  expect(readPrice('$39.99', at('shop.com', 'en-US'))).toEqual({ amount: '39.99', to: null, currency: 'USD' })
  expect(readPrice('$39.99', at('shop.com', 'en-CA'))).toEqual({ amount: '39.99', to: null, currency: 'CAD' })
})

test('the page’s currency decides what a mark means', () => {
  expect(read('$39.99', { ...english, currency: 'AUD' })).toBe('39.99 AUD')
  expect(read('39.99', { currency: 'AUD' })).toBe('39.99 AUD')
  expect(read('£39.99', { currency: 'AUD' })).toBe('39.99 GBP')
})

test.each([
  ['1,299', {}, '1299 ?'],
  ['$1,299', american, '1299 USD'],
  ['1.299 €', at('shop.de', 'de'), '1299 EUR'],
  ['1.299 €', {}, '1299 EUR'],
  ['€1,299', at('shop.de', 'en'), '1299 EUR'],
  ['$1.299', at('shop.com', 'es-AR'), '1299 ARS'],
  ['¥1.980', at('shop.jp'), '1980 JPY'],
  ['12.500 KWD', {}, '12.500 KWD'],
  ['0.125 €', {}, '0.125 EUR'],
  ['1 299,500 €', {}, '1299.500 EUR'],
  ['US $1.125', english, '1.125 USD'],
])('three digits after a single separator: “%s” at %o is %s', (text, hint, price) => {
  expect(read(text, hint)).toBe(price)
})

test.each([
  ['1.299', {}],
  ['1,299 €', at('shop.de', 'de')],
  ['1.299 €', at('shop.de', 'en')],
  ['$1,299', at('shop.com', 'es')],
  ['1.29.9 €', {}],
  ['1,2990,00 €', {}],
])('an ambiguous separator is not read: “%s” at %o', (text, hint) => {
  expect(readPrice(text, hint)).toBeNull()
})

test.each([
  ['US $12.50 - $18.00', '12.50–18.00 USD'],
  ['$12.50$12.50 - $18.00$18.00', '12.50–18.00 USD'],
  ['$12.50 to 18', '12.50–18 USD'],
  ['12,50 – 18,00 €', '12.50–18.00 EUR'],
  ['$1,200 – 1,500', '1200–1500 USD'],
])('a range has two ends: “%s” is %s', (text, price) => expect(read(text, american)).toBe(price))

test.each([
  ['$39.99$39.99', '39.99 USD'],
  ['$12.99 ($2.50 / Ounce)', '12.99 USD'],
  ['($12.99)', '12.99 USD'],
  ['20% off $39.99', '39.99 USD'],
  ['4.4 out of 5 $39.99', '39.99 USD'],
  ['From $12.50', '12.50 USD'],
  ['ab 12,50 €*', '12.50 EUR'],
])('other figures beside the price are ignored: “%s” is %s', (text, price) => {
  expect(read(text, american)).toBe(price)
})

test.each([
  'Was $59.99 now $39.99',
  '£12 $15',
  '$39.99 EUR',
  '$18 - $12',
  '2 for $5',
  'Only 3 left',
  'MAX 20',
  'TOP 10',
  '99¢',
  '$0.00',
  '$12,345,678,901',
  'Free',
  '',
])('“%s” is not a clear price', (text) => expect(readPrice(text, english)).toBeNull())

test('a price stored as a float is rounded', () => {
  expect(read('19.989999771118164 EUR')).toBe('19.99 EUR')
})

test('an invalid language is ignored', () => {
  expect(read('€39.99', { language: 'en_US' })).toBe('39.99 EUR')
  expect(read('€39.99', { language: '{{ lang }}' })).toBe('39.99 EUR')
})
