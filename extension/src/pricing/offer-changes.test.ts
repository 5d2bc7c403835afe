import type { DetailedOffer, OfferVariant } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { offerWith, tiers } from '../testing/offers.ts'
import { offerChanges } from './offer-changes.ts'

const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }

function page(rest: Partial<DetailedOffer> = {}): DetailedOffer {
  const priceTiers = tiers([2, '10'], [500, '8'])
  return { ...offerWith({ price: '10', priceTiers, minOrder: 2 }), shipping, status: 'active', ...rest }
}

function variant(id: string, stock: number | null, price = '10'): OfferVariant {
  const attributes = [{ name: '颜色', value: `红${id}` }]
  return { id, attributes, price, promotionPrice: null, stock, imageUrl: null, weightKg: null }
}

const fields = (before: DetailedOffer, after: DetailedOffer, quantity = 500) =>
  offerChanges(before, after, quantity).map(({ field }) => field)

test('nothing has changed where everything is the same, however it is written', () => {
  expect(offerChanges(page(), page({ priceTiers: tiers([500, '8.00'], [2, '10.0']) }), 500)).toEqual([])
})

describe('the price', () => {
  test('is the one at the quantity, and the tiers are told beside it', () => {
    const after = page({ priceTiers: tiers([2, '10'], [500, '8.50']) })
    expect(offerChanges(page(), after, 500)).toEqual([
      {
        ...{ field: 'price', basis: 'quantity', quantity: 500, direction: 'up' },
        ...{ from: { low: '8', high: '8' }, to: { low: '8.50', high: '8.50' } },
      },
      { field: 'tiers', from: page().priceTiers, to: after.priceTiers },
    ])
  })

  test('has not changed at a quantity whose tier is the same', () => {
    expect(fields(page(), page({ priceTiers: tiers([2, '10'], [500, '8.50']) }), 10)).toEqual(['tiers'])
  })

  test('of the least that can be ordered is compared below the minimum, if that is the same', () => {
    const cheaper = page({ priceTiers: tiers([2, '9'], [500, '8']) })
    expect(offerChanges(page(), cheaper, 1)[0]).toMatchObject({
      ...{ basis: 'quantity', quantity: 2, direction: 'down', from: { low: '10' }, to: { low: '9' } },
    })
    expect(fields(page(), { ...cheaper, minOrder: 5 }, 1)).toEqual(['minOrder', 'tiers'])
  })

  test('by variant is a range', () => {
    const before = page({ priceTiers: [], variants: [variant('1', 5), variant('2', 5, '20')] })
    const after = page({ priceTiers: [], variants: [variant('1', 5), variant('2', 5, '18')] })
    expect(offerChanges(before, after, 500)).toEqual([
      {
        ...{ field: 'price', basis: 'variants', quantity: 500, direction: 'down' },
        ...{ from: { low: '10', high: '20' }, to: { low: '10', high: '18' } },
      },
    ])
  })

  test('by variant is that of the variants that both sides have', () => {
    const of = (...variants: OfferVariant[]) => page({ priceTiers: [], price: '1', variants })
    const [red, blue, lid] = [variant('1', 5), variant('2', 5, '20'), variant('3', 5, '2')]
    expect(offerChanges(of(red, blue), of(red, blue, lid), 500)).toEqual([])
    expect(offerChanges(of(red, blue, lid), of(red, blue), 500)).toEqual([])
    expect(offerChanges(of(red, blue), of(lid), 500), 'none of them').toEqual([])
    expect(offerChanges(of(red), of(lid), 500), 'nor one price for all').toEqual([])
    expect(offerChanges(of(red, blue), of({ ...red, price: '9' }, blue, lid), 500)).toMatchObject([
      { field: 'price', from: { low: '10', high: '20' }, to: { low: '9', high: '20' } },
    ])
  })

  test('in a list is not the earlier price of what the page says', () => {
    const listed = offerWith({ price: '3', priceTiers: [], minOrder: 2 })
    expect(offerChanges(listed, page({ price: '10', priceTiers: [] }), 500)).toEqual([])
    expect(fields(page({ priceTiers: [] }), page({ price: '11', priceTiers: [] }))).toEqual(['price'])
  })

  test('of tiers is not compared with a list price', () => {
    expect(offerChanges(page(), page({ price: '99', priceTiers: [] }), 500)).toEqual([])
  })
})

describe('what either side does not know has not changed:', () => {
  test.each<[string, Partial<DetailedOffer>, Partial<DetailedOffer>]>([
    ['the minimum order', { minOrder: null }, { minOrder: 5 }],
    ['the minimum order any more', { minOrder: 5 }, { minOrder: null }],
    ['the tiers any more', {}, { priceTiers: [], price: null }],
    ['the status', { status: null }, { status: 'active' }],
    ['the status any more', { status: 'unavailable' }, { status: null }],
    ['the stock', { variants: [variant('1', null)] }, { variants: [variant('1', 0)] }],
    ['the stock any more', { variants: [variant('1', 7)] }, { variants: [variant('1', null)] }],
    ['a variant', { variants: [] }, { variants: [variant('1', 0)] }],
  ])('%s', (_, before, after) => {
    expect(offerChanges(page(before), page(after), 500)).toEqual([])
  })
})

test('the minimum order', () => {
  expect(offerChanges(page(), page({ minOrder: 10 }), 500)).toEqual([{ field: 'minOrder', from: 2, to: 10 }])
})

test('an offer is gone, also one from a list, and back again', () => {
  const gone = page({ status: 'unavailable' })
  expect(offerChanges(page(), gone, 500)).toEqual([{ field: 'status', to: 'unavailable' }])
  expect(offerChanges(offerWith({}), gone, 500)).toEqual([{ field: 'status', to: 'unavailable' }])
  expect(offerChanges(gone, page(), 500)).toEqual([{ field: 'status', to: 'active' }])
  expect(offerChanges(gone, gone, 500)).toEqual([])
})

test('stock of each variant, sold out and back in stock first, with 0 as a number', () => {
  const before = page({ variants: [variant('1', 50), variant('2', 0), variant('3', 9), variant('4', 4)] })
  const after = page({ variants: [variant('4', 4), variant('3', 0), variant('2', 30), variant('1', 49)] })
  expect(offerChanges(before, after, 500)).toEqual([
    {
      field: 'stock',
      variants: [
        { variant: variant('3', 0), from: 9, to: 0 },
        { variant: variant('2', 30), from: 0, to: 30 },
        { variant: variant('1', 49), from: 50, to: 49 },
      ],
    },
  ])
})

test('variants that nothing tells apart are left out', () => {
  const alike = (one: number, other: number) =>
    page({ variants: [one, other].map((stock) => ({ ...variant('', stock), id: null })) })
  expect(offerChanges(alike(5, 6), alike(0, 6), 500)).toEqual([])
})

test('only the variant in the searched picture counts where it is known', () => {
  const match = { keys: ['2'], by: 'photo' as const }
  const of = (one: [number, string], other: [number, string]) => ({
    ...page({ priceTiers: [], variants: [variant('1', ...one), variant('2', ...other)] }),
    match,
  })
  const before = of([9, '3'], [9, '10'])
  expect(offerChanges(before, of([0, '2'], [9, '10.0']), 500)).toEqual([])
  expect(offerChanges(before, of([9, '3'], [0, '11']), 500)).toMatchObject([
    { field: 'price', quantity: 500, from: { low: '10', high: '10' }, to: { low: '11', high: '11' } },
    { field: 'stock', variants: [{ from: 9, to: 0 }] },
  ])
})

test('stock of an offer without variants', () => {
  expect(offerChanges(page({ stock: 5 }), page({ stock: 0 }), 500)).toEqual([
    { field: 'stock', variants: [{ variant: null, from: 5, to: 0 }] },
  ])
  expect(offerChanges(page({ stock: 5 }), page({ stock: null }), 500)).toEqual([])
})
