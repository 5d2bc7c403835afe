import type { Offer } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import type { KnownOffer } from '../model/variant-match.ts'
import { detailedWith, offerWith, tiers } from '../testing/offers.ts'
import { minimumOf, priceAt, shownPrice } from './price-at.ts'

const NOTHING = {
  unitPrice: null,
  total: null,
  atMinimum: null,
  variantPrices: null,
  listPrice: null,
  belowMinimum: false,
  nextTier: null,
  cheaperOrder: null,
}

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
    expect(priceAt(skirt, quantity)).toMatchObject({ basis: 'tiers', unitPrice, total, belowMinimum: false })
  })

  test('is exact where floats are not', () => {
    // In floats 3 × 0.1 is 0.30000000000000004 and 3 × 1.1 is 3.3000000000000003.
    const total = (price: string, quantity: number) =>
      priceAt(offerWith({ priceTiers: tiers([1, price]) }), quantity).total
    expect(total('0.1', 3)).toBe('0.3')
    expect(total('1.1', 3)).toBe('3.3')
    // 9,007,199,254,740,993 is the first whole number that a float cannot hold.
    expect(total('9007199254740993', 1)).toBe('9007199254740993')
  })

  test('is not known below the minimum, where that of the minimum is the nearest', () => {
    expect(priceAt(skirt, 1)).toMatchObject({
      basis: 'tiers',
      unitPrice: null,
      total: null,
      atMinimum: { quantity: 2, unitPrice: '10.10' },
      belowMinimum: true,
    })
    expect(priceAt(skirt, 2).atMinimum).toBeNull()
    // A tier from 1 does not make orders below the minimum of 100 possible; those cost the price of the second tier.
    const bulk = offerWith({ minOrder: 100, priceTiers: tiers([1, '5'], [50, '4']) })
    expect(priceAt(bulk, 10)).toMatchObject({ unitPrice: null, atMinimum: { quantity: 100, unitPrice: '4' } })
  })

  test('is not known from a list price, whatever the quantity', () => {
    const offer = offerWith({ price: '7.5', minOrder: 3 })
    for (const quantity of [1, 3, 500])
      expect(priceAt(offer, quantity)).toEqual({
        ...NOTHING,
        basis: 'list',
        listPrice: { low: '7.5', high: null },
        belowMinimum: quantity < 3,
      })
    expect(priceAt({ ...offer, priceMax: '25' }, 500).listPrice).toEqual({ low: '7.5', high: '25' })
  })

  test('of one tier is the same for all quantities from it', () => {
    const one = offerWith({ price: '9', priceTiers: tiers([3, '5']) })
    expect(priceAt(one, 3)).toMatchObject({ basis: 'anyQuantity', unitPrice: '5', total: '15' })
    expect(priceAt(one, 9000)).toMatchObject({ basis: 'anyQuantity', unitPrice: '5', total: '45000' })
    expect(priceAt(one, 2)).toMatchObject({ basis: 'anyQuantity', unitPrice: null, belowMinimum: true })
  })

  test('stays unknown without any price', () => {
    expect(priceAt(offerWith({ minOrder: 2 }), 5)).toEqual({ ...NOTHING, basis: 'unknown' })
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
    for (let quantity = 2; quantity <= 300; quantity++) {
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
    [1, { minQuantity: 50, price: '9.60', saves: '0.5', total: '480' }],
    [49, { minQuantity: 50, price: '9.60', saves: '0.5', total: '480' }],
    [50, { minQuantity: 200, price: '8.90', saves: '0.7', total: '1780' }],
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
      total: '249.5',
    })
    expect(priceAt(offerWith({ priceTiers: tiers([1, '9.5'], [10, '10.5']) }), 1).nextTier).toBeNull()
  })

  test('compares numbers, not digits: 9.5 is less than 10', () => {
    expect(priceAt(offerWith({ priceTiers: tiers([1, '10'], [5, '9.5']) }), 1).nextTier?.saves).toBe('0.5')
  })
})

describe('with variants', () => {
  const variants = (...prices: (string | null)[]) => detailedWith(prices)

  test('of different prices the price is a range, and that of no quantity', () => {
    expect(priceAt(variants('25.00', '9.8', '10'), 500)).toEqual({
      ...NOTHING,
      basis: 'variants',
      variantPrices: { low: '9.8', high: '25.00' },
      belowMinimum: null,
    })
  })

  test('of one price that is the price at any quantity', () => {
    expect(priceAt(variants('10.0', '10'), 500)).toMatchObject({
      basis: 'anyQuantity',
      unitPrice: '10.0',
      total: '5000',
    })
  })

  test('of which one is unknown the price is unknown: a list price may be that of any of them', () => {
    expect(priceAt({ ...variants('9.8', null), price: '9.8' }, 500)).toEqual({
      ...NOTHING,
      basis: 'unknown',
      belowMinimum: null,
    })
  })

  test('without prices of their own there is the list price that the page has for all of them', () => {
    expect(priceAt({ ...variants(null, null), price: '9.8', priceMax: '12' }, 500)).toMatchObject({
      ...{ basis: 'list', listPrice: { low: '9.8', high: '12' } },
    })
  })

  test('price tiers count first: the variants then share them', () => {
    const offer = { ...variants('25', '10'), priceTiers: tiers([1, '8'], [100, '7']) }
    expect(priceAt(offer, 100)).toMatchObject({ basis: 'tiers', unitPrice: '7', variantPrices: null })
  })
})

describe('a larger order', () => {
  const cheaper = (offer: Parameters<typeof priceAt>[0], quantity: number) =>
    priceAt(offer, quantity).cheaperOrder

  // 49 × 10.10 = 494.90 and 48 × 10.10 = 484.80, 47 × 10.10 = 474.70; 50 × 9.60 = 480
  test.each([
    [49, { quantity: 50, unitPrice: '9.60', total: '480' }],
    [48, { quantity: 50, unitPrice: '9.60', total: '480' }],
    [47, null],
    [50, null],
    // 185 × 9.60 = 1776 and 186 × 9.60 = 1785.60; 200 × 8.90 = 1780
    [185, null],
    [186, { quantity: 200, unitPrice: '8.90', total: '1780' }],
    [200, null],
    // Below the minimum there is no order to compare with.
    [1, null],
  ])('than %i pieces costs less only where its total is lower', (quantity, order) => {
    expect(cheaper(skirt, quantity)).toEqual(order)
  })

  test('that costs the same is none', () => {
    // 90 × 10 = 100 × 9
    const offer = offerWith({ priceTiers: tiers([1, '10'], [100, '9']) })
    expect(cheaper(offer, 90)).toBeNull()
    expect(cheaper(offer, 91)).toEqual({ quantity: 100, unitPrice: '9', total: '900' })
  })

  test('is the cheapest of all tiers', () => {
    // 9 × 10 = 90; 10 × 9.5 = 95; 20 × 4 = 80
    const offer = offerWith({ priceTiers: tiers([1, '10'], [10, '9.5'], [20, '4']) })
    expect(cheaper(offer, 9)).toEqual({ quantity: 20, unitPrice: '4', total: '80' })
  })

  test('comes in full lots', () => {
    // In lots of 12: 36 × 10.10 = 363.60 for 30, and 48 × 10.10 = 484.80 for 46; 60 × 9.60 = 576 from 50
    const lots = { ...detailedWith([]), priceTiers: tiers([2, '10.10'], [50, '9.60']), lotSize: 12 }
    expect(cheaper(lots, 46)).toBeNull()
    // 49 are 60 already, at the price of the second tier.
    expect(cheaper(lots, 49)).toBeNull()
    // 48 × 10.10 = 484.80; 60 × 8 = 480
    expect(cheaper({ ...lots, priceTiers: tiers([2, '10.10'], [50, '8']) }, 46)).toEqual({
      quantity: 60,
      unitPrice: '8',
      total: '480',
    })
  })
})

test('the shown price is the known one, or else the nearest', () => {
  expect(shownPrice(priceAt(skirt, 50))).toEqual({ low: '9.60', high: '9.60' })
  expect(shownPrice(priceAt(skirt, 1))).toEqual({ low: '10.10', high: '10.10' })
  expect(shownPrice(priceAt(detailedWith(['5', '9']), 1))).toEqual({ low: '5', high: '9' })
  expect(shownPrice(priceAt(offerWith({ price: '7.5' }), 1))).toEqual({ low: '7.5', high: null })
  expect(shownPrice(priceAt(offerWith(), 1))).toBeNull()
})

describe('the minimum', () => {
  test.each([
    ['the stated one', 3, tiers(), 3],
    ['the first tier if none is stated', null, tiers([10, '4'], [2, '5']), 2],
    ['the stated one, which a tier from 1 does not override', 10, tiers([1, '5'], [100, '4']), 10],
    ['the stated one, though no price is known for it', 2, tiers([10, '5']), 2],
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

  test('leaves the price of fewer than the first tier unknown', () => {
    const offer = offerWith({ price: '5', minOrder: 2, priceTiers: tiers([10, '5'], [50, '4']) })
    for (const quantity of [1, 2, 9])
      expect(priceAt(offer, quantity)).toMatchObject({ basis: 'unknown', unitPrice: null, atMinimum: null })
    expect(priceAt(offer, 10)).toMatchObject({ basis: 'tiers', unitPrice: '5' })
  })
})

describe('a price of the variants that are the searched product', () => {
  const known = (prices: (string | null)[], keys: number[], more: Partial<Offer> = {}): KnownOffer => {
    const detailed = detailedWith(prices)
    const variants = (detailed.variants ?? []).map((variant, at) => ({ ...variant, id: String(at) }))
    return { ...detailed, variants, ...more, match: { keys: keys.map(String), by: 'photo' } }
  }

  test('is theirs, never that of a cheaper accessory', () => {
    expect(priceAt(known(['1.20', '24.80', '49'], [1]), 10)).toMatchObject({
      ...{ basis: 'anyQuantity', unitPrice: '24.80', total: '248', variantPrices: null },
    })
  })

  test('is a range if they cost different amounts', () => {
    expect(priceAt(known(['1.20', '24.80', '49'], [1, 2]), 10)).toMatchObject({
      ...{ basis: 'variants', unitPrice: null, variantPrices: { low: '24.80', high: '49' } },
    })
  })

  test('is the range of all if none is it', () => {
    const all = { basis: 'variants', variantPrices: { low: '1.20', high: '49' } }
    expect(priceAt(known(['1.20', '24.80', '49'], []), 10)).toMatchObject(all)
  })

  test('is unknown, and no neighbour’s, once they are no longer offered', () => {
    for (const prices of [['1.20'], ['1.20', '49']])
      expect(priceAt(known(prices, [7]), 10)).toMatchObject({
        ...{ basis: 'unknown', unitPrice: null, variantPrices: null, listPrice: null },
      })
  })

  test('is not that of another variant if theirs is unknown', () => {
    for (const [prices, keys] of [
      [['1.20', null, '49'], [1]],
      [
        ['1.20', null, '49'],
        [1, 2],
      ],
      [[null, null], [1]],
    ] as const) {
      const at = priceAt(known([...prices], [...keys], { price: '1.20' }), 10)
      expect(at).toMatchObject({ basis: 'unknown', unitPrice: null, variantPrices: null, listPrice: null })
    }
    expect(priceAt(known(['1.20', null, '49'], [0]), 10).unitPrice).toBe('1.20')
  })

  test('is that of the tiers where those hold for all variants', () => {
    const priceTiers = tiers([2, '10.10'], [50, '9.60'])
    expect(priceAt(known([null, null], [1], { priceTiers }), 60)).toMatchObject({ unitPrice: '9.60' })
  })
})
