import { expect, test } from 'vitest'
import { amountsIn, readPrice } from './read-price.ts'

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
  ['US $1.99-2.99', '1.99–2.99 USD'],
  ['¥99-199', '99–199 ?'],
  ['от 299 ₽ до 399 ₽', '299–399 RUB'],
  ['de 29,99 € à 39,99 €', '29.99–39.99 EUR'],
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
  '5-9',
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

test.each([
  ['.49', at('shop.com', 'en-US'), '0.49 ?'],
  ['$.49', at('shop.com', 'en-US'), '0.49 USD'],
  [',79 €', at('shop.de', 'de'), '0.79 EUR'],
  ['Rs.79', at('shop.in', 'en'), '79 INR'],
  ['249, 90 TL', at('shop.com.tr', 'tr'), '249.90 TRY'],
  ['$84. 50', american, '84.50 USD'],
  ['84 .50 $', american, '84.50 USD'],
  ['1.249, 90 €', at('shop.de', 'de'), '1249.90 EUR'],
  ['84⁵⁰ lei', at('shop.ro', 'ro'), '84.50 RON'],
  ['1.249⁵⁰ €', at('shop.de', 'de'), '1249.50 EUR'],
  ['84,50² €', at('shop.de', 'de'), '84.50 EUR'],
  ['84,50 €¹', at('shop.de', 'de'), '84.50 EUR'],
  ['84€50', at('shop.fr', 'fr'), '84.50 EUR'],
  ['84:50 kr', at('shop.se', 'sv'), '84.50 SEK'],
  ['84’50 €', at('shop.es', 'es'), '84.50 EUR'],
  ['84·50 €', at('shop.es', 'ca'), '84.50 EUR'],
  ['CHF 1’249.–', at('shop.ch', 'de'), '1249 CHF'],
  ['Fr. 84.--', at('shop.ch', 'de'), '84 CHF'],
  ['1 249:- kr', at('shop.se', 'sv'), '1249 SEK'],
  ['1.249,- kr', at('shop.dk', 'da'), '1249 DKK'],
  ['6\u202f249,00\u00a0zł', at('shop.pl', 'pl'), '6249.00 PLN'],
  ['12\u2009490 Ft', at('shop.hu', 'hu'), '12490 HUF'],
  ['1.249.000₫', at('shop.vn', 'vi'), '1249000 VND'],
  ['Rp 249.000', at('shop.com', 'id'), '249000 IDR'],
  ['Rp 249.000', at('shop.com', 'en'), '249000 IDR'],
  ['₹3,24,900.00', at('shop.in', 'en'), '324900.00 INR'],
  ['12,490원', at('shop.co.kr', 'ko'), '12490 KRW'],
  ['￥1,249.00', at('shop.cn', 'zh'), '1249.00 CNY'],
  ['١٬٢٤٩٫٥٠ ر.س', at('shop.sa', 'ar'), '1249.50 SAR'],
  ['۲۴۹٬۰۰۰ ریال', at('shop.ir', 'fa'), '249000 IRR'],
  ['฿๑,๒๔๙', at('shop.co.th', 'th'), '1249 THB'],
  ['\u200f1,249.00\u00a0\u200f₪', at('shop.co.il', 'he'), '1249.00 ILS'],
  ['KWD 8.750', at('shop.com.kw', 'en'), '8.750 KWD'],
  ['8,750 DT', at('shop.tn', 'fr'), '8.750 TND'],
  ['R1,249.00', at('shop.co.za', 'en-ZA'), '1249.00 ZAR'],
  ['R 1 249,00', at('shop.co.za', 'en-ZA'), '1249.00 ZAR'],
  ['1,249 kr', at('shop.no', 'en'), '1249 NOK'],
])('a number as shops write it: “%s” at %o is %s', (text, hint, price) =>
  expect(read(text, hint)).toBe(price),
)

test.each([
  ['CAD$84.50', at('shop.com', 'en-US'), '84.50 CAD'],
  ['USD$84.50', at('shop.ca', 'en'), '84.50 USD'],
  ['$CAD 84.50', at('shop.com', 'en'), '84.50 CAD'],
  ['84,50 $ CA', at('shop.com', 'fr'), '84.50 CAD'],
  ['AU $84.50', at('shop.com', 'en'), '84.50 AUD'],
  ['NZD $84.50', at('shop.com', 'en'), '84.50 NZD'],
  ['$ SGD84.50', at('shop.com', 'en'), '84.50 SGD'],
  ['US$:84.50', at('shop.com', 'en'), '84.50 USD'],
  ['TT$84.50', at('shop.com', 'en-US'), '84.50 TTD'],
  // A dollar with letters that are not known is not the page's.
  ['XX$84.50', at('shop.com', 'en-US'), '84.50 ?'],
  ['A $84.50 gift', at('shop.com', 'en-US'), '84.50 USD'],
  ['133,86 LEI', at('shop.ro', 'ro'), '133.86 RON'],
  ['133,86 lei', at('shop.md', 'ro'), '133.86 MDL'],
  ['3 100р.', at('shop.ru', 'ru'), '3100 RUB'],
  ['31,50 р.', at('shop.by', 'ru'), '31.50 BYN'],
  ['1,250 جنيه', at('shop.com', 'ar-EG'), '1250 EGP'],
  ['84.50 درهم', at('shop.ae', 'ar'), '84.50 AED'],
  ['84,50 pln', at('shop.com', 'pl'), '84.50 PLN'],
  ['84,50 zł', at('shop.com', 'pl'), '84.50 PLN'],
  ['84.50 ש״ח', at('shop.co.il', 'he'), '84.50 ILS'],
  ['KM 84,50', at('shop.ba', 'bs'), '84.50 BAM'],
  ['£84.50', at('shop.com.eg', 'en'), '84.50 EGP'],
])('currencies in words, signs and codes: “%s” at %o is %s', (text, hint, price) => {
  expect(read(text, hint)).toBe(price)
})

test('tomans are not rials, and have no code', () => {
  expect(readPrice('249,000 تومان', { ...at('shop.ir', 'fa'), currency: 'IRR' })).toEqual({
    amount: '249000',
    to: null,
    currency: null,
  })
})

test.each([
  ['Rp249rb', at('shop.co.id', 'id')],
  ['Rp 1,2 juta', at('shop.co.id', 'id')],
  ['¥1.2万', at('shop.cn', 'zh')],
  ['1万2,490円', at('shop.jp', 'ja')],
  ['$12K', american],
  ['84 50 €', at('shop.de', 'de')],
  ['€ 84 50', at('shop.de', 'de')],
  ['84 €50', at('shop.fr', 'fr')],
  ['84⁵ €', at('shop.de', 'de')],
  ['84½ €', at('shop.de', 'de')],
  ['.5 €', at('shop.de', 'de')],
  ['Rs .50', at('shop.in', 'en')],
  ['$84 120 reviews', american],
  ['12,490 KWD', at('shop.com.kw', 'en')],
  ['¥84.50', at('shop.jp', 'ja')],
  ['$12.490', at('shop.com', 'en')],
  ['CHF 1.249', at('shop.ch', 'de')],
])('a number that may be two things is not read: “%s” at %o', (text, hint) => {
  expect(readPrice(text, hint)).toBeNull()
})

test.each([
  ['②84.50 €', '84.50 EUR'],
  ['84\u200b50 €', null],
  ['12.50 €/m²', null],
])('a sign with digits in it is no digit: “%s” is %s', (text, price) => {
  expect(read(text, at('shop.com', 'fr'))).toBe(price)
})

test('amounts in a longer text are read one by one', () => {
  const text = 'Backpack 4.6 (2,310) $64.50 List: $89.00 Save 28% — 3 colours, 39⁹⁹ $'
  expect(amountsIn(text, american)).toEqual(['64.50', '89.00', '39.99'])
})
