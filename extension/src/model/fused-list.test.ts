import { expect, test } from 'vitest'
import { aList, anOffer, aSearch } from '../testing/searches.ts'
import { fusedResultsOf, resultListOf } from './fused-list.ts'
import { type AdditionalPhoto, EMPTY_LIST, type Search } from './search.ts'

const list = (ids: string, rest = {}) =>
  aList(
    [...ids].map((id) => anOffer(id)),
    rest,
  )
const photo = (same?: Search['lists']['same']): AdditionalPhoto => ({
  id: 'p',
  source: aSearch('a', 1).source,
  reading: 'done',
  lists: same ? { same } : {},
})
const search = (same: Search['lists']['same'], ...further: AdditionalPhoto[]) =>
  aSearch('a', 1, { lists: same ? { same } : {}, further })
const failed = { ...EMPTY_LIST, state: 'failed', failure: { code: 'busy' } } as const

test('with one photo its list is returned as it is', () => {
  const alone = aSearch('a', 1)
  expect(resultListOf(alone)).toBe(alone.lists.same)
  expect(fusedResultsOf(alone)).toBeUndefined()
  expect(resultListOf(search(list('ab')))?.offers).toHaveLength(2)
})

test('lists of several photos are fused, and the same search gives the same object', () => {
  const both = search(list('abc'), photo(list('bd')))
  expect(resultListOf(both)?.offers.map(({ offerId }) => offerId)).toEqual(['b', 'a', 'd', 'c'])
  expect(resultListOf(both)).toBe(fusedResultsOf(both))
  expect(fusedResultsOf(both)).toMatchObject({ photos: 2, state: 'done', total: 4, hasMore: false })
  expect(fusedResultsOf(both)?.foundBy.get('b')).toBe(2)
})

test('while one is loading the others are shown, and it does not count', () => {
  const running = search(list('ab'), photo(list('b')), photo({ ...EMPTY_LIST }), photo())
  expect(fusedResultsOf(running)).toMatchObject({ state: 'loading', photos: 2, page: 1 })
})

test('a failed photo does not affect the others, even if it is the first', () => {
  expect(fusedResultsOf(search(list('ab'), photo(failed)))).toMatchObject({ state: 'done', photos: 1 })
  const firstFailed = fusedResultsOf(search(failed, photo(list('cd'))))
  expect(firstFailed).toMatchObject({ state: 'done', photos: 1 })
  expect(firstFailed?.offers).toHaveLength(2)
  expect(firstFailed).not.toHaveProperty('failure')
})

test('if all have failed, the first failure is shown', () => {
  expect(resultListOf(search(failed, photo(failed)))).toMatchObject({
    state: 'failed',
    failure: { code: 'busy' },
  })
})

test('if any has more pages, the total is unknown', () => {
  const both = search(list('ab', { total: 95, hasMore: true }), photo(list('c', { total: 1 })))
  expect(resultListOf(both)).toMatchObject({ total: null, hasMore: true })
})

test('a photo that found nothing counts as searched', () => {
  expect(fusedResultsOf(search(list('ab'), photo(list(''))))?.photos).toBe(2)
})
