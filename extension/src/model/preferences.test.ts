import { expect, test } from 'vitest'
import { isAscending, nextSort, type Sort } from './preferences.ts'

test('the first click sorts, the second turns it round, the third goes back, and another column begins anew', () => {
  const first = nextSort({ sort: 'relevance' }, 'price')
  expect(first).toEqual({ sort: 'price', sortReversed: false })
  const second = nextSort(first, 'price')
  expect(second).toEqual({ sort: 'price', sortReversed: true })
  expect(nextSort(second, 'price')).toEqual({ sort: 'relevance', sortReversed: false })
  expect(nextSort(second, 'sales')).toEqual({ sort: 'sales', sortReversed: false })
})

test.each<[Sort, boolean]>([
  ['price', true],
  ['minimum', true],
  ['sales', false],
  ['margin', false],
  ['place', true],
])('what is wanted comes first: by %s, ascending is %s', (sort, ascending) => {
  expect(isAscending({ sort })).toBe(ascending)
  expect(isAscending({ sort, sortReversed: true })).toBe(!ascending)
})
