import { expect, test } from 'vitest'
import {
  count,
  flag,
  id,
  offerUrl,
  percentage,
  pictureUrl,
  priceTiers,
  text,
  yuan,
  yuanRange,
} from './sanitize.ts'

const GATEWAY = 'https://gw.open.1688.com/openapi'
const SANDBOX = 'http://127.0.0.1:8000/openapi'

test('price tiers are sorted, whatever their fields are called', () => {
  const steps = [
    { startQuantity: '100', price: '8.5' },
    { beginAmount: 2, price: 10.1 },
    { minQuantity: 10, price: '9.00' },
  ]
  expect(priceTiers(steps)).toEqual([
    { minQuantity: 2, price: '10.1' },
    { minQuantity: 10, price: '9.00' },
    { minQuantity: 100, price: '8.5' },
  ])
})

test.each([
  [undefined],
  [null],
  ['2~9'],
  [[{ startQuantity: 0, price: '1' }]],
  [[{ startQuantity: 2, price: '-1' }]],
  [[null, 'x', []]],
])('%o is not a price tier', (value) => {
  expect(priceTiers(value)).toEqual([])
})

test.each([
  ['10.10', '10.10'],
  [10.1, '10.1'],
  [' 5 ', '5'],
  ['0.0001', '0.0001'],
  ['0', null],
  ['-1', null],
  ['1e3', null],
  ['¥5', null],
  ['NaN', null],
  [true, null],
  ['5.00-9.00', null],
])('%o as yuan is %o', (value, amount) => {
  expect(yuan(value)).toBe(amount)
})

test.each([
  ['125-128', '125', '128'],
  ['2.00~3.50', '2.00', '3.50'],
  ['¥3.50', '3.50', null],
  ['￥10.00 - ￥25', '10.00', '25'],
  ['25-10', '10', '25'],
  ['5.00-5.0', '5.00', null],
  ['12元', '12', null],
  [12.5, '12.5', null],
  ['面议', null, null],
  ['5-面议', null, null],
  ['-5', null, null],
  ['1-2-3', null, null],
  [undefined, null, null],
])('%o is a price from %o to %o', (value, price, priceMax) => {
  expect(yuanRange(value)).toEqual({ price, priceMax })
})

test('tiers of which one cannot be read are no tiers: the one before would seem to hold for its quantities', () => {
  expect(
    priceTiers([
      { startQuantity: 2, price: '12' },
      { startQuantity: 100, price: '面议' },
    ]),
  ).toEqual([])
})

test.each([
  ['0', null],
  [0, null],
  ['000', null],
  ['', null],
  ['12a', null],
  ['1'.repeat(21), null],
  [-5, null],
  [710891050473, '710891050473'],
])('%o as an id is %o', (value, read) => {
  expect(id(value)).toBe(read)
})

test.each([
  ['//cbu01.alicdn.com/a.jpg', 'https://cbu01.alicdn.com/a.jpg'],
  ['http://cbu01.alicdn.com/a.jpg', 'https://cbu01.alicdn.com/a.jpg'],
  ['https://user:pw@cbu01.alicdn.com/a.jpg', null],
  ['data:image/png;base64,AA', null],
  ['JaVaScRiPt:alert(1)', null],
  ['img/a.jpg', null],
  [`https://x.test/${'a'.repeat(2000)}`, null],
])('the picture address %s becomes %s', (value, read) => {
  expect(pictureUrl(value, GATEWAY)).toBe(read)
})

test('plain http stays only for the host of a plain http gateway', () => {
  expect(pictureUrl('http://127.0.0.1:8000/a.jpg', SANDBOX)).toBe('http://127.0.0.1:8000/a.jpg')
  expect(pictureUrl('http://cbu01.alicdn.com/a.jpg', SANDBOX)).toBe('https://cbu01.alicdn.com/a.jpg')
})

test.each([
  ['https://detail.1688.com/offer/7.html?a=1', 'https://detail.1688.com/offer/7.html?a=1'],
  ['http://m.1688.com/offer/7.html', 'https://m.1688.com/offer/7.html'],
  ['https://evil1688.com/7', 'https://detail.1688.com/offer/7.html'],
  ['https://1688.com.evil.test/7', 'https://detail.1688.com/offer/7.html'],
  [undefined, 'https://detail.1688.com/offer/7.html'],
])("an offer's page %s becomes %s: 1688's own host only", (value, read) => {
  expect(offerUrl('7', value)).toBe(read)
})

test('text is one line, without markup and of limited length', () => {
  expect(text(' <b>夏季</b>\n新款\u2028 ')).toBe('夏季 新款')
  expect(text('<i></i>')).toBeNull()
  expect(text('<<i>script>裙<</i>/script>')).toBe('裙')
  expect(text(5)).toBeNull()
  expect(text('x'.repeat(9999))).toHaveLength(300)
})

test('half a surrogate pair is dropped, whether it came so or cutting the text would leave it', () => {
  expect(text('\ude00裙\ud83d子\ud83d')).toBe('裙 子')
  expect(text('\ud83d')).toBeNull()
  expect(text(`${'x'.repeat(298)}😀x`)).toBe(`${'x'.repeat(298)}😀`)
  expect(text(`${'x'.repeat(299)}😀`)).toBe('x'.repeat(299))
  expect(text('😀'.repeat(2000))).toBe('😀'.repeat(150))
})

test('numbers, percentages and booleans are also read from strings', () => {
  expect([count('12'), count(12), count(-1), count(1.5), count(0, 1), count('')]).toEqual([
    12,
    12,
    null,
    null,
    null,
    null,
  ])
  expect([percentage('13%'), percentage('101%'), percentage('13'), percentage(13)]).toEqual([
    0.13,
    null,
    null,
    null,
  ])
  expect([flag('true'), flag(false), flag('yes'), flag(1)]).toEqual([true, false, null, null])
})
