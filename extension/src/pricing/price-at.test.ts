import { describe, expect, test } from 'vitest'
import { offerWith, tiers } from '../testing/offers.ts'
import { minimumOf, priceAt } from './price-at.ts'

const skirt = offerWith({
  price: '10.10',
  minOrder: 2,
  priceTiers: tiers([2, '10.10'], [50, '9.60'], [200, '8.90']),
})

describe('a price at a quantity', () => {
  // 2 × 10.10 = 20.20; 49 × 10.10 = 505 − 10.10 = 494.90; 50 × 9.60 = 480; 199 × 9.60 = 1920 − 9.60 = 1910.40;
  // 200 × 8.90 = 1780
  test.each([
    [2, '10.10', '20.2'],
    [49, '10.10', '494.9'],
    [50, '9.60', '480'],
    [199, '9.60', '1910.4'],
    [200, '8.90', '1780'],
    [100_000, '8.90', '890000'],
  ])('for %i pieces is that of the highest tier reached', (quantity, unitPrice, total) => {
    expect(priceAt(skirt, quantity)).toMatchObject({
      unitPrice,
      total,
      belowMinimum: false,
      tiersKnown: true,
    })
  })

  test('is exact where floats are not', () => {
    // In floats 3 × 0.1 is 0.30000000000000004 and 3 × 1.1 is 3.3000000000000003.
    expect(priceAt(offerWith({ price: '0.1' }), 3).total).toBe('0.3')
    expect(priceAt(offerWith({ price: '1.1' }), 3).total).toBe('3.3')
    // 9,007,199,254,740,993 is the first whole number that a float cannot hold.
    expect(priceAt(offerWith({ price: '9007199254740993' }), 1).total).toBe('9007199254740993')
  })

  test('below the first tier is that of the first tier, and below the minimum', () => {
    expect(priceAt(skirt, 1)).toMatchObject({ unitPrice: '10.10', total: '10.1', belowMinimum: true })
  })

  test('without tiers is the only known price', () => {
    const offer = offerWith({ price: '7.5', minOrder: 3 })
    expect(priceAt(offer, 2)).toEqual({
      unitPrice: '7.5',
      total: '15',
      belowMinimum: true,
      tiersKnown: false,
      nextTier: null,
    })
    expect(priceAt(offer, 3).belowMinimum).toBe(false)
  })

  test('stays unknown without any price', () => {
    expect(priceAt(offerWith({ minOrder: 2 }), 5)).toEqual({
      unitPrice: null,
      total: null,
      belowMinimum: false,
      tiersKnown: false,
      nextTier: null,
    })
  })

  test('comes from the tiers if the offer has no price', () => {
    expect(priceAt(offerWith({ priceTiers: tiers([1, '4']) }), 2)).toMatchObject({
      unitPrice: '4',
      total: '8',
    })
  })

  test('does not depend on the order of the tiers', () => {
    const unordered = tiers([2, '10.10'], [50, '9.60'], [200, '8.90'])
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ].map((order) => order.flatMap((index) => unordered[index] ?? []))
    for (let quantity = 1; quantity <= 210; quantity++) {
      const expected = priceAt(skirt, quantity)
      for (const priceTiers of orders) expect(priceAt({ ...skirt, priceTiers }, quantity)).toEqual(expected)
    }
  })

  test('never rises with the quantity if the tiers fall', () => {
    let before = Number.POSITIVE_INFINITY
    for (let quantity = 1; quantity <= 300; quantity++) {
      const now = Number(priceAt(skirt, quantity).unitPrice)
      expect(now).toBeLessThanOrEqual(before)
      before = now
    }
  })

  test('is the higher of two for the same quantity, in either order', () => {
    const twice = tiers([1, '5'], [10, '4'], [10, '4.5'])
    for (const priceTiers of [twice, twice.toReversed()])
      expect(priceAt(offerWith({ priceTiers }), 10).unitPrice).toBe('4.5')
  })

  test('does not modify the offer', () => {
    const priceTiers = Object.freeze(tiers([10, '4'], [1, '5'])) as { minQuantity: number; price: string }[]
    expect(priceAt(offerWith({ priceTiers }), 1).unitPrice).toBe('5')
  })
})

describe('the next tier', () => {
  // 10.10 − 9.60 = 0.50; 9.60 − 8.90 = 0.70
  test.each([
    [1, { minQuantity: 50, price: '9.60', saves: '0.5' }],
    [49, { minQuantity: 50, price: '9.60', saves: '0.5' }],
    [50, { minQuantity: 200, price: '8.90', saves: '0.7' }],
    [200, null],
  ])('at %i pieces is the next one with a lower price', (quantity, nextTier) => {
    expect(priceAt(skirt, quantity).nextTier).toEqual(nextTier)
  })

  test('is not one with the same or a higher price', () => {
    const priceTiers = tiers([1, '5'], [10, '5.00'], [20, '6'], [50, '4.99'])
    expect(priceAt(offerWith({ priceTiers }), 1).nextTier).toEqual({
      minQuantity: 50,
      price: '4.99',
      saves: '0.01',
    })
    expect(priceAt(offerWith({ priceTiers: tiers([1, '9.5'], [10, '10.5']) }), 1).nextTier).toBeNull()
  })

  test('compares numbers, not digits: 9.5 is less than 10', () => {
    expect(priceAt(offerWith({ priceTiers: tiers([1, '10'], [5, '9.5']) }), 1).nextTier?.saves).toBe('0.5')
  })
})

describe('the minimum', () => {
  test.each([
    ['the stated one', 3, tiers(), 3],
    ['the first tier if none is stated', null, tiers([10, '4'], [2, '5']), 2],
    ['the stated one, which a tier from 1 does not override', 10, tiers([1, '5'], [100, '4']), 10],
    ['the first tier, below which no price is known', 2, tiers([10, '5']), 10],
    ['unknown if neither is known', null, tiers(), null],
  ])('is %s', (_, minOrder, priceTiers, minimum) => {
    const offer = offerWith({ price: '5', minOrder, priceTiers })
    expect(minimumOf(offer)).toBe(minimum)
    expect(priceAt(offer, 1).belowMinimum).toBe(minimum === null ? null : true)
    if (minimum !== null) {
      expect(priceAt(offer, minimum - 1).belowMinimum).toBe(true)
      expect(priceAt(offer, minimum).belowMinimum).toBe(false)
    }
  })
})
