import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { type EarlierSearch, EMPTY_LIST } from '../model/search.ts'
import { aList, anOffer, aSearch } from '../testing/searches.ts'
import { changesBetween } from './changes.ts'
import { earlierOf } from './search-record.ts'

function earlier(offers: Offer[], rest: Partial<EarlierSearch> = {}): EarlierSearch {
  return { at: 1, mode: 'same', page: 1, hasMore: false, offers, ...rest }
}

function ids(offers: Offer[]): string[] {
  return offers.map(({ offerId }) => offerId)
}

/** The difference of one offer whose price has changed. */
function priceChange(from: string | null, to: string | null) {
  const offers = [anOffer('1', { price: to })]
  return changesBetween(earlier([anOffer('1', { price: from })]), aList(offers)).offers['1']?.price
}

const [one, two, three] = [anOffer('1'), anOffer('2'), anOffer('3')]

test('prices are compared as amounts, not as text', () => {
  expect(priceChange('10.10', '9.80')).toMatchObject({ from: '10.10', to: '9.80', direction: 'down' })
  expect(priceChange('9.80', '10.10')).toMatchObject({ from: '9.80', to: '10.10', direction: 'up' })
  expect(priceChange('10.10', '10.1')).toBeUndefined()
  expect(priceChange('0.1', '0.10000000000000000001')?.direction).toBe('up')
})

test('without tiers it is the list price that has changed, which may be that of any variant', () => {
  const [before, after] = ['1.30', '1.20'].map((price) => anOffer('1', { price, priceTiers: [] }))
  const changes = changesBetween(earlier([before as Offer]), aList([after as Offer]))
  expect(changes.offers['1']?.price).toMatchObject({ direction: 'down', isListPrice: true })
  expect(priceChange('10.10', '9.80')?.isListPrice).toBe(false)
})

test('an unknown price is neither up nor down', () => {
  expect(priceChange(null, '9.80')).toBeUndefined()
  expect(priceChange('9.80', null)).toBeUndefined()
  expect(priceChange(null, null)).toBeUndefined()
  expect(priceChange('0', '9.80')?.direction).toBe('up')
})

test('a changed minimum order is reported, an unknown one is not', () => {
  const before = [1, null, 3].map((minOrder, i) => anOffer(String(i), { minOrder }))
  const after = [10, 10, null].map((minOrder, i) => anOffer(String(i), { minOrder }))
  const { offers, counts } = changesBetween(earlier(before), aList(after))
  expect(offers).toEqual({ '0': { isNew: false, minOrder: { from: 1, to: 10, direction: 'up' } } })
  expect(counts.minimumChanged).toBe(1)
})

test('without a change nothing is reported', () => {
  const { offers, gone, suppliers, counts } = changesBetween(earlier([one, two]), aList([two, one]))
  expect([offers, gone, suppliers]).toEqual([{}, [], { fresh: [], gone: [] }])
  expect(Object.values(counts).every((count) => count === 0)).toBe(true)
})

test('between two complete searches an offer is new or gone', () => {
  const difference = changesBetween(earlier([one, two]), aList([two, three]))
  expect(difference.offers).toEqual({ '3': { isNew: true } })
  expect(ids(difference.gone)).toEqual(['1'])
  expect(difference.complete).toEqual({ earlier: true, now: true })
})

test('an offer counts as gone only once as many pages are loaded as before', () => {
  const before = earlier([one, two, three], { page: 2, hasMore: true })
  const first = changesBetween(before, aList([two], { page: 1, hasMore: true }))
  expect([ids(first.gone), ids(first.notSeenYet)]).toEqual([[], ['1', '3']])
  expect(first.counts).toMatchObject({ gone: 0, notSeenYet: 2 })
  expect(first.suppliers.gone).toEqual([])
  const second = changesBetween(before, aList([two, anOffer('4')], { page: 2, hasMore: true }))
  expect([ids(second.gone), ids(second.notSeenYet)]).toEqual([['1', '3'], []])
  expect(second.complete.now).toBe(false)
})

test('a list without more pages shows that an offer is gone, however short it is', () => {
  const before = earlier([one, two, three], { page: 2, hasMore: true })
  expect(ids(changesBetween(before, aList([two], { page: 1, hasMore: false })).gone)).toEqual(['1', '3'])
})

test('as many offers on fewer pages count as the same depth', () => {
  const before = earlier([one, two], { page: 2, hasMore: true })
  expect(ids(changesBetween(before, aList([two, three], { page: 1, hasMore: true })).gone)).toEqual(['1'])
})

test('before the first page nothing is gone', () => {
  const difference = changesBetween(earlier([one]), EMPTY_LIST)
  expect([ids(difference.gone), ids(difference.notSeenYet)]).toEqual([[], ['1']])
  expect(difference.complete.now).toBe(false)
})

test('a search that finds nothing any more shows that all are gone', () => {
  expect(ids(changesBetween(earlier([one]), aList([])).gone)).toEqual(['1'])
})

test('an offer beyond the depth of the earlier search is not new', () => {
  const now = aList([one, two, three], { page: 2, hasMore: true })
  const shallow = changesBetween(earlier([one], { hasMore: true }), now)
  expect(shallow.offers).toEqual({})
  expect(shallow.counts).toMatchObject({ fresh: 0, perhapsFresh: 2 })
  expect(shallow.suppliers.fresh).toEqual([])
  const complete = changesBetween(earlier([one], { hasMore: false }), now)
  expect(Object.keys(complete.offers)).toEqual(['2', '3'])
  expect(complete.counts).toMatchObject({ fresh: 2, perhapsFresh: 0 })
})

test('a supplier is new with its first offer and gone with its last', () => {
  const of = (offerId: string, name: string | null) =>
    anOffer(offerId, { supplier: { ...one.supplier, name } })
  const before = [of('1', 'A'), of('2', 'A'), of('3', 'B'), of('4', 'B'), of('5', null)]
  const after = [of('1', 'A'), of('6', 'A'), of('7', 'C'), of('8', 'C')]
  const { suppliers } = changesBetween(earlier(before), aList(after))
  expect(suppliers).toEqual({ fresh: ['C'], gone: ['B'] })
})

test('the counts add up to one line', () => {
  const before = [one, two, three, anOffer('4')]
  const after = [anOffer('1', { price: '9' }), anOffer('2', { price: '8' }), anOffer('3', { price: '99' })]
  const { since, counts } = changesBetween(earlier(before), aList([...after, anOffer('5')]))
  expect(since).toBe(1)
  expect(counts).toEqual({
    cheaper: 2,
    dearer: 1,
    minimumChanged: 0,
    fresh: 1,
    perhapsFresh: 0,
    gone: 1,
    notSeenYet: 0,
  })
})

test('a search can be compared with once a page of that mode is loaded', () => {
  const list = aList([one], { page: 3, hasMore: true })
  const search = aSearch('a', 7, { lists: { same: list, similar: EMPTY_LIST } })
  expect(earlierOf(search, 'same')).toEqual({ at: 7, mode: 'same', page: 3, hasMore: true, offers: [one] })
  expect(earlierOf(search, 'similar')).toBeUndefined()
  expect(earlierOf({ ...search, lists: {} }, 'same')).toBeUndefined()
})
