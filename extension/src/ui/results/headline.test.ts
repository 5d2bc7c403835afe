import { beforeAll, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { EMPTY_LIST, type Progress } from '../../model/search.ts'
import { aSearch } from '../../testing/searches.ts'
import { headlineOf, photosText } from './headline.ts'

beforeAll(() => setTexts(en))

const during = (progress: Progress) => aSearch('one', 1, { lists: { same: { ...EMPTY_LIST, progress } } })

test('a queued search shows its place and the seconds left', () => {
  const queued = during({ event: 'queued', position: 3, waitMs: 4200, at: 0 })
  expect(headlineOf(queued, 4)).toBe('3rd in queue, about 4 s')
  expect(headlineOf(queued, undefined)).toBe('3rd in queue')
})

test.each([
  [1, 'Next in queue'],
  [2, '2nd in queue'],
  [11, '11th in queue'],
  [22, '22nd in queue'],
])('place %d in the queue is written as a reader says it', (position, words) => {
  expect(headlineOf(during({ event: 'queued', position, waitMs: 900, at: 0 }), undefined)).toBe(words)
})

test('later attempts are numbered', () => {
  expect(headlineOf(during({ event: 'searching', attempt: 1, at: 0 }), undefined)).toBe('Searching 1688…')
  expect(headlineOf(during({ event: 'searching', attempt: 2, at: 0 }), undefined)).toContain('attempt 2')
  const retrying = during({ event: 'retrying', reason: 'upstream_timeout', waitMs: 3000, at: 0 })
  expect(headlineOf(retrying, 3)).toContain('3 s')
})

test('a search whose later page fails still shows the total', () => {
  const search = aSearch('one', 1)
  const list = { ...EMPTY_LIST, ...search.lists.same, state: 'failed' as const, page: 1, total: 95 }
  expect(headlineOf({ ...search, lists: { same: list } }, undefined)).toBe('95 offers')
})

test('an empty result is a result', () => {
  const none = { ...EMPTY_LIST, state: 'done' as const, page: 1, total: 0 }
  expect(headlineOf(aSearch('one', 1, { lists: { same: none } }), undefined)).toBe('No offers found')
})

test('a failure is the headline, unless there are offers', () => {
  const failure = { code: 'busy' } as const
  const failed = { ...EMPTY_LIST, state: 'failed' as const, failure }
  const title = en.failures.busy.title
  expect(headlineOf(aSearch('one', 1, { lists: { same: failed } }), undefined)).toBe(title)
  expect(headlineOf(aSearch('one', 1, { lists: {}, readFailure: failure, reading: 'failed' }), 3)).toBe(title)
})

test('the number of photos is shown once more than one has been searched', () => {
  const { source, lists } = aSearch('one', 1)
  const photo = { id: 'p', source, reading: 'done' as const, lists: {} }
  const search = aSearch('one', 1, { further: [photo] })
  expect(photosText(search)).toBe('')
  expect(photosText({ ...search, further: [{ ...photo, lists }] })).toBe(' · 2 photos')
  expect(photosText(aSearch('one', 1))).toBe('')
})
