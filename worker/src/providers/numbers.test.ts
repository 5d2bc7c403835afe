import { describe, expect, test } from 'vitest'
import { count, measure, percentage, priceTiers, yuan, yuanRange } from './numbers.ts'

test.each([
  ['10.10', '10.10'],
  [10.1, '10.1'],
  [7, '7'],
  [' 5 ', '5'],
  ['0.0001', '0.0001'],
  ['12.345678', '12.345678'],
  ['¥5', '5'],
  ['￥ 5.5', '5.5'],
  ['CNY 8', '8'],
  ['8 rmb', '8'],
  ['9.90元', '9.90'],
  ['9.90元/件', '9.90'],
  ['9.90起', '9.90'],
  ['12,999.50', '12999.50'],
  ['1,234,567', '1234567'],
  ['１２．５０', '12.50'],
  ['￥１，２９９', '1299'],
  ['007', '7'],
])('%o as yuan is %s', (value, amount) => {
  expect(yuan(value)).toBe(amount)
})

test.each([
  [0],
  ['0'],
  ['0.00'],
  [-1],
  ['-1'],
  ['1e3'],
  [1e21],
  ['NaN'],
  [true],
  [null],
  [undefined],
  [['5']],
  [''],
  ['-'],
  ['面议'],
  ['询价'],
  ['电议'],
  ['1.5万'],
  ['1,5'],
  ['1.299,00'],
  ['0,999'],
  ['1 299'],
  ['US$5'],
  ['$5'],
  ['5美元'],
  ['5折'],
  ['5%'],
  ['约5'],
  ['5.00-9.00'],
  ['12²'],
])('%o is no amount in yuan', (value) => {
  expect(yuan(value)).toBeNull()
})

test.each([
  ['125-128', '125', '128'],
  ['2.00~3.50', '2.00', '3.50'],
  ['¥3.50', '3.50', null],
  ['￥10.00 - ￥25', '10.00', '25'],
  ['10元至25元', '10', '25'],
  ['８．５～９', '8.5', '9'],
  ['1,000–2,500', '1000', '2500'],
  ['25-10', '10', '25'],
  ['5.00-5.0', '5.00', null],
  ['12元', '12', null],
  [12.5, '12.5', null],
  ['面议', null, null],
  ['5-面议', null, null],
  ['0-5', null, null],
  ['5-', null, null],
  ['-5', null, null],
  ['1-2-3', null, null],
  ['1.2-1.5万', null, null],
  [-5, null, null],
  [undefined, null, null],
  [null, null, null],
])('%o is a price from %o to %o', (value, price, priceMax) => {
  expect(yuanRange(value)).toEqual({ price, priceMax })
})

test.each([
  ['12', 12],
  [12, 12],
  [0, 0],
  ['0', 0],
  ['2.0', 2],
  ['300+', 300],
  ['1.2万', 12_000],
  ['1.1万', 11_000],
  ['10万+件', 100_000],
  ['２万＋', 20_000],
  ['0.5亿', 50_000_000],
  ['3套', 3],
  ['≥3 件', 3],
  ['>=3', 3],
  ['5件起批', 5],
  ['6 pcs', 6],
  ['12,300', 12_300],
  ['8年', 8],
])('%o as a count is %i', (value, read) => {
  expect(count(value)).toBe(read)
})

test.each([
  [-1],
  [1.5],
  ['1.5'],
  [''],
  ['-'],
  ['null'],
  ['2~9'],
  ['100-200'],
  ['约300'],
  ['<300'],
  ['不足300'],
  ['300以下'],
  ['300以内'],
  ['3百'],
  ['2千'],
  ['1.23456万'],
  ['3k'],
  ['¥3'],
  ['3%'],
  ['1e3'],
  [true],
  [null],
  [1e300],
])('%o is no count', (value) => {
  expect(count(value)).toBeNull()
})

test('a count below the least possible is unknown', () => {
  expect([count(0, 1), count('0件', 1), count(1, 1)]).toEqual([null, null, 1])
})

test.each([
  ['13%', 0.13],
  ['13.5 %', 0.135],
  ['１３％', 0.13],
  ['0%', 0],
  ['100%', 1],
  ['0.5%', 0.005],
  // A rate above 1 can only be a percentage, and 0 is 0 as either.
  ['13', 0.13],
  [42.5, 0.425],
  [0, 0],
  // 25 % or 0.25 %?
  ['0.25', null],
  [0.25, null],
  ['1', null],
  ['101%', null],
  ['-3%', null],
  ['<1%', null],
  ['12-15%', null],
  ['高', null],
  [null, null],
])('%o as a share is %o', (value, read) => {
  expect(percentage(value)).toBe(read)
})

test.each([
  [0.35, 1, 0.35],
  ['0.35', 1, 0.35],
  ['0.35kg', 1, 0.35],
  ['350g', 1, 0.35],
  ['350克', 1, 0.35],
  [350, 1e-3, 0.35],
  [1201, 1e-3, 1.201],
  ['1.2 kg', 1e-3, 1.2],
  ['12.5cm', 1, 12.5],
  ['80 MM', 1, 8],
  [0, 1, null],
  ['0.0', 1, null],
  [-1, 1, null],
  ['5 lb', 1, null],
  ['12 in', 1, null],
  ['1×2×3', 1, null],
  [1e9, 1, null],
  [null, 1, null],
])('%o measures, in units of %d, %o', (value, unit, read) => {
  expect(measure(value, unit)).toBe(read)
})

describe('price tiers', () => {
  const tiersOf = (value: unknown) => priceTiers(value as never)

  test('are sorted, whatever their fields are called', () => {
    const steps = [
      { startQuantity: '100', price: '¥8.5' },
      { beginAmount: 2, price: 10.1 },
      { minQuantity: '10件', price: '9.00' },
    ]
    expect(tiersOf(steps)).toEqual({
      tiers: [
        { minQuantity: 2, price: '10.1' },
        { minQuantity: 10, price: '9.00' },
        { minQuantity: 100, price: '8.5' },
      ],
      isComplete: true,
      promotionPrice: null,
    })
  })

  test.each([[undefined], [null], ['2~9'], [[]], [{}], [[null, 'x', []]]])('are none in %o', (value) => {
    expect(tiersOf(value)).toEqual({ tiers: [], isComplete: false, promotionPrice: null })
  })

  test.each<[string, object]>([
    ['starts at 0', { startQuantity: 0, price: '14' }],
    ['has no readable price', { startQuantity: 5, price: '面议' }],
    ['has a price below zero', { startQuantity: 5, price: '-14' }],
    ['has a range for a price', { startQuantity: 5, price: '11-14' }],
    ['has only a promotion price', { startQuantity: 5, price: null, promotionPrice: '11' }],
  ])('a first tier that %s lends its number to no other', (_what, first) => {
    const next = { startQuantity: 50, price: '12' }
    expect(tiersOf([first, next])).toMatchObject({
      tiers: [{ minQuantity: 50, price: '12' }],
      isComplete: false,
    })
    expect(tiersOf([first])).toMatchObject({ tiers: [], isComplete: false })
  })

  test('the tiers below one that cannot be read would seem to hold for its quantities too', () => {
    const first = { startQuantity: 2, price: '12' }
    const negotiable = { startQuantity: 100, price: '面议' }
    const last = { startQuantity: 500, price: '9' }
    expect(tiersOf([first, negotiable]).tiers).toEqual([])
    expect(tiersOf([last, negotiable, first]).tiers).toEqual([{ minQuantity: 500, price: '9' }])
  })

  test('a tier without a quantity may stand anywhere, so there are none', () => {
    const next = { startQuantity: 50, price: '12' }
    for (const startQuantity of [null, 'some', -3, '2-9'])
      expect(tiersOf([{ startQuantity, price: '14' }, next]).tiers).toEqual([])
  })

  test('the promotion price is that of the first tier', () => {
    const next = { startQuantity: 50, price: '12', promotionPrice: '8' }
    expect(tiersOf([next, { startQuantity: 5, price: '14', promotionPrice: '13' }]).promotionPrice).toBe('13')
    expect(tiersOf([next, { startQuantity: 5, price: '14' }]).promotionPrice).toBeNull()
    expect(tiersOf([next, { startQuantity: 0, promotionPrice: '13' }]).promotionPrice).toBeNull()
  })
})
