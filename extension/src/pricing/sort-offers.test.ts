import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { COMMON_SORTS, type Sort } from '../model/preferences.ts'
import { detailsWith, offerWith, tiers } from '../testing/offers.ts'
import { sortOffers } from './sort-offers.ts'

const NOBODY = { name: null, location: null, years: null, verified: null, badges: [] }
const none = () => undefined
const ids = (offers: Offer[]) => offers.map(({ offerId }) => offerId)

/**
 * 1 is cheap in bulk, 2 in small numbers, 3 has no data, and 4 costs as much as 1 in small numbers. As strings, their prices
 * sort differently.
 */
const offers = [
  offerWith({
    offerId: '1',
    priceTiers: tiers([1, '10'], [100, '5']),
    minOrder: 1,
    monthlySales: 0,
  }),
  offerWith({ offerId: '2', price: '9.5', minOrder: 20, monthlySales: 300 }),
  offerWith({ offerId: '3' }),
  offerWith({ offerId: '4', price: '10.00', minOrder: 3, monthlySales: 1000 }),
]

test.each([
  ['relevance', 1, ['1', '2', '3', '4']],
  ['price', 1, ['2', '1', '4', '3']],
  ['price', 100, ['1', '2', '4', '3']],
  ['sales', 1, ['4', '2', '1', '3']],
  ['minimum', 1, ['1', '4', '2', '3']],
] as const)(
  'by %s at %i pieces, unknown ones last and equal ones in their order',
  (sort, quantity, order) => {
    expect(ids(sortOffers(offers, { sort, quantity }, none))).toEqual(order)
  },
)

test('equal offers keep their order', () => {
  const same = ['7', '3', '9'].map((offerId) => offerWith({ offerId, price: '5', minOrder: 1 }))
  for (const sort of COMMON_SORTS)
    expect(ids(sortOffers(same, { sort, quantity: 1 }, none))).toEqual(['7', '3', '9'])
})

test('unknown ones come last and keep their order', () => {
  const mixed = [offerWith({ offerId: '8' }), offerWith({ offerId: '6' }), ...offers]
  expect(ids(sortOffers(mixed, { sort: 'price', quantity: 1 }, none))).toEqual(['2', '1', '4', '8', '6', '3'])
})

test('details of the offer’s page count', () => {
  const details = detailsWith({ offerId: '3', priceTiers: tiers([1, '1']) })
  const order = sortOffers(offers, { sort: 'price', quantity: 1 }, (id) => (id === '3' ? details : undefined))
  expect(ids(order)).toEqual(['3', '2', '1', '4'])
  expect(order[0], 'and the offers that come out are those that went in').toBe(offers[2])
})

test('the given list is not modified', () => {
  for (const sort of COMMON_SORTS) expect(sortOffers(offers, { sort, quantity: 1 }, none)).not.toBe(offers)
  expect(ids(offers)).toEqual(['1', '2', '3', '4'])
})

const known = [
  offerWith({ offerId: '1', repurchaseRate: 0.2, priceTiers: tiers([1, '10'], [100, '5']) }),
  offerWith({ offerId: '2', repurchaseRate: null, supplier: { ...NOBODY, years: 3, name: '义乌厂' } }),
  offerWith({
    offerId: '3',
    repurchaseRate: 0,
    supplier: { ...NOBODY, years: 12, badges: ['super_factory'] },
  }),
  offerWith({ offerId: '4', repurchaseRate: 0.5, supplier: { ...NOBODY, name: '广州厂', verified: true } }),
]

test.each<[Sort, string[], string[]]>([
  ['reorder', ['4', '1', '3', '2'], ['3', '1', '4', '2']],
  ['years', ['3', '2', '1', '4'], ['2', '3', '1', '4']],
  ['tiers', ['1', '2', '3', '4'], ['1', '2', '3', '4']],
  ['badges', ['3', '4', '1', '2'], ['4', '3', '1', '2']],
  // By sound: guǎng before yì.
  ['supplier', ['4', '2', '1', '3'], ['2', '4', '1', '3']],
])('by %s, and the other way round: what is unknown is last in both', (sort, order, reversed) => {
  const by = (sortReversed: boolean) => ids(sortOffers(known, { sort, sortReversed, quantity: 1 }, none))
  expect(by(false)).toEqual(order)
  expect(by(true)).toEqual(reversed)
})

test('by what only a view knows; until it does, in the order of 1688', () => {
  const by = (keys: Parameters<typeof sortOffers>[3]) =>
    ids(sortOffers(known, { sort: 'margin', quantity: 1 }, none, keys))
  expect(by({})).toEqual(['1', '2', '3', '4'])
  const margins: Record<string, number> = { '1': -0.2, '3': 0.1, '4': 0.4 }
  expect(by({ margin: ({ offerId }) => margins[offerId] ?? null })).toEqual(['4', '3', '1', '2'])
})
