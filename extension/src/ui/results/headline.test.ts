import { beforeAll, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { EMPTY_LIST, type Progress } from '../../model/search.ts'
import { aSearch } from '../../testing/searches.ts'
import { headlineOf, noneText, photosText } from './headline.ts'

beforeAll(() => setTexts(en))

const during = (progress: Progress) => aSearch('one', 1, { lists: { same: { ...EMPTY_LIST, progress } } })

test('the place in the queue is told with the seconds that are left of the announced wait', () => {
  const queued = during({ event: 'queued', position: 3, waitMs: 4200, at: 0 })
  expect(headlineOf(queued, 4)).toBe('Place 3 in the queue, 4 s')
  expect(headlineOf(queued, undefined)).toBe('Place 3 in the queue')
})

test('whoever is next is told so', () => {
  expect(headlineOf(during({ event: 'queued', position: 1, waitMs: 900, at: 0 }), 1)).toBe(
    'Next in the queue, 1 s',
  )
})

test('a further attempt is told as one', () => {
  expect(headlineOf(during({ event: 'searching', attempt: 1, at: 0 }), undefined)).toBe('Searching 1688…')
  expect(headlineOf(during({ event: 'searching', attempt: 2, at: 0 }), undefined)).toContain('attempt 2')
  const retrying = during({ event: 'retrying', reason: 'upstream_timeout', waitMs: 3000, at: 0 })
  expect(headlineOf(retrying, 3)).toContain('3 s')
})

test('a search that failed further on still tells how many there are', () => {
  const search = aSearch('one', 1)
  const list = { ...EMPTY_LIST, ...search.lists.same, state: 'failed' as const, page: 1, total: 95 }
  expect(headlineOf({ ...search, lists: { same: list } }, undefined)).toBe('95 offers')
})

test('nothing found is told as an answer', () => {
  const none = { ...EMPTY_LIST, state: 'done' as const, page: 1, total: 0 }
  expect(headlineOf(aSearch('one', 1, { lists: { same: none } }), undefined)).toBe('No offers found')
})

test('that none shows the photo is told of those that were compared, and of all only where they were', () => {
  const list = (total: number | null) => ({ ...EMPTY_LIST, state: 'done' as const, page: 1, total })
  const told = (total: number | null, compared: number) =>
    noneText(aSearch('one', 1, { lists: { same: list(total) } }), { compared, offers: 20 })
  expect(told(20, 20)).toBe(' · none shows it')
  expect(told(null, 20)).toBe(' · none shows it')
  expect(told(95, 20)).toBe(' · none of 20 shows it')
  expect(told(20, 18)).toBe(' · none of 18 shows it')
})

test('of several photos their number is told once more than one has been searched', () => {
  const { source, lists } = aSearch('one', 1)
  const photo = { id: 'p', source, reading: 'done' as const, lists: {} }
  const search = aSearch('one', 1, { further: [photo] })
  expect(photosText(search)).toBe('')
  expect(photosText({ ...search, further: [{ ...photo, lists }] })).toBe(' · 2 photos')
  expect(photosText(aSearch('one', 1))).toBe('')
})
