import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { queryOf } from '../testing/upstream.ts'
import { hasMore, sortAndFilter, sortPage } from './offers.ts'

const offers = (...known: [price: string | null, monthlySales: number | null][]) =>
  known.map(([price, monthlySales], index) => ({ offerId: String(index), price, monthlySales })) as Offer[]
const idsOf = (list: Offer[]) => list.map(({ offerId }) => offerId).join('')

test.each([
  ['price-asc', '2103'],
  ['price-desc', '0123'],
  ['sales-desc', '1302'],
  ['relevance', '0123'],
] as const)('in the order %s, what is unknown comes last', (sort, ids) => {
  const list = offers(['30', null], ['9.5', 40], ['8', null], [null, 7])
  expect(idsOf(sortPage(list, sort))).toBe(ids)
})

test('price limits hold for the whole page, and an unknown price is within none', () => {
  const list = offers(['30', 1], ['9.5', 1], [null, 1], ['10', 1])
  const within = (query: Record<string, string>) => idsOf(sortAndFilter(list, queryOf(query)).offers)
  expect(within({ priceMin: '9.50', priceMax: '10' })).toBe('13')
  expect(within({ priceMin: '10' })).toBe('03')
  expect(within({})).toBe('0123')
})

test.each<[string, number | null, number, number, boolean]>([
  ['more are counted', 41, 2, 20, true],
  ['all have been seen', 40, 2, 20, false],
  ['nothing is counted and the page is full', null, 2, 20, true],
  ['nothing is counted and the page is not full', null, 2, 19, false],
  ['the page is empty', 900, 2, 0, false],
  ['1688 serves no more', 9000, 100, 20, false],
])('whether there is a further page if %s', (_what, total, page, received, more) => {
  expect(hasMore(total, queryOf({ page: String(page) }), received)).toBe(more)
})
