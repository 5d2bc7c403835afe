import { describe, expect, test } from 'vitest'
import { agreedPrice } from './agreed-price.ts'
import type { SourceReading } from './page/types.ts'
import type { ReadPrice } from './prices/read-price.ts'
import type { ShownOffer } from './shown/product-area.ts'

const gbp = (amount: string, to: string | null = null): ReadPrice => ({ amount, to, currency: 'GBP' })
const source = (price: ReadPrice | null, more: Partial<SourceReading> = {}): SourceReading => ({
  title: 'Lantern',
  price,
  productNumber: null,
  ...more,
})
const shown = (price: ReadPrice | null, more: Partial<ShownOffer> = {}): ShownOffer => ({
  price,
  possible: price ? [price] : [],
  others: [],
  struck: [],
  farther: [],
  isNamed: true,
  isSale: false,
  isStrong: true,
  isClear: true,
  isFar: false,
  isAuction: false,
  ...more,
})
const agreed = (stated: (ReadPrice | null)[], seen: ShownOffer | null, isProduct = true) =>
  agreedPrice(
    stated.map((price) => source(price)),
    seen,
    isProduct,
  )?.price ?? null

describe('nothing to see', () => {
  test('one stated price is the price', () => {
    expect(agreed([gbp('86')], null)).toEqual(gbp('86'))
    expect(agreed([gbp('86.00'), gbp('86')], null)).toMatchObject({ amount: '86.00' })
  })

  test('a range agrees with a price in it', () => {
    expect(agreed([gbp('60', '90'), gbp('60')], null)).toEqual(gbp('60', '90'))
  })

  test('stated prices that differ give none', () => {
    expect(agreed([gbp('86'), gbp('68.80')], null)).toBeNull()
    expect(agreed([gbp('86'), { ...gbp('86'), currency: 'EUR' }], null)).toBeNull()
  })
})

describe('with a price to see', () => {
  test('it decides between stated prices', () => {
    expect(agreed([gbp('86'), gbp('68.80')], shown(gbp('68.80')))).toEqual(gbp('68.80'))
  })

  test('it counts where the stated one is nowhere to be seen', () => {
    expect(agreed([gbp('86')], shown(gbp('68.80')))).toEqual(gbp('68.80'))
  })

  test('a number that nothing calls a price does not outweigh a stated one', () => {
    expect(agreed([gbp('86')], shown(gbp('4'), { isNamed: false, isStrong: false }))).toBeNull()
    const struck = { isNamed: false, isStrong: false, struck: [gbp('86')] }
    expect(agreed([gbp('86')], shown(gbp('68.80'), struck))).toEqual(gbp('68.80'))
  })

  test('the stated one counts if it can be seen beside it, unless the other is the reduced one', () => {
    const both = { possible: [gbp('68.80'), gbp('86')] }
    expect(agreed([gbp('86')], shown(gbp('68.80'), both))).toEqual(gbp('86'))
    expect(agreed([gbp('86')], shown(gbp('68.80'), { ...both, isSale: true }))).toEqual(gbp('68.80'))
  })

  test('the price of the variant on show is within the stated range', () => {
    expect(agreed([gbp('60', '90')], shown(gbp('75')))).toEqual(gbp('75'))
  })

  test('the data tells which dollar it is', () => {
    const bare: ReadPrice = { amount: '86', to: null, currency: null, mark: '$' }
    expect(agreed([{ ...gbp('86'), currency: 'CAD' }], shown(bare))).toEqual({
      amount: '86',
      to: null,
      currency: 'CAD',
    })
    expect(agreed([], shown(bare))).toEqual(bare)
  })

  test('several that could be meant are decided by the data, or by nothing', () => {
    const either = { possible: [gbp('60'), gbp('86')] }
    expect(agreed([gbp('86')], shown(null, either))).toEqual(gbp('86'))
    expect(agreed([gbp('70')], shown(null, either))).toBeNull()
    expect(agreed([], shown(null, either))).toBeNull()
  })

  test('what is far from the heading never replaces a stated price', () => {
    expect(agreed([gbp('86')], shown(gbp('12'), { isFar: true }))).toBeNull()
    expect(agreed([gbp('86')], shown(gbp('12'), { isFar: true, others: [gbp('86')] }))).toEqual(gbp('86'))
  })
})

test('a stated zero beside a price to see is a contradiction, unless that price can be paid', () => {
  const zero = [source(null, { isZero: true })]
  expect(agreedPrice(zero, shown(gbp('86'), { isStrong: false }), true)).toBeNull()
  expect(agreedPrice(zero, shown(gbp('86')), true)?.price).toEqual(gbp('86'))
})

test('an auction has the price to buy now, or none', () => {
  expect(agreed([gbp('4.20')], shown(null, { isAuction: true, possible: [gbp('4.20')] }))).toBeNull()
  expect(agreed([gbp('4.20')], shown(gbp('60'), { isAuction: true }))).toEqual(gbp('60'))
})

test('without a product only a price that can be paid counts', () => {
  expect(agreed([], shown(gbp('86'), { isStrong: false }), false)).toBeNull()
  expect(agreed([], shown(gbp('86')), false)).toEqual(gbp('86'))
})
