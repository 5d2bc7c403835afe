import { beforeAll, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { EMPTY_LIST, type Progress } from '../../model/search.ts'
import { aSearch } from '../../testing/searches.ts'
import { headlineOf, noMatchText, photosText } from './headline.ts'

beforeAll(() => setTexts(en))

const during = (progress: Progress) => aSearch('one', 1, { lists: { same: { ...EMPTY_LIST, progress } } })

test('a queued search shows its place and the seconds left', () => {
  const queued = during({ event: 'queued', position: 3, waitMs: 4200, at: 0 })
  expect(headlineOf(queued, 4)).toBe('Place 3 in the queue, 4 s')
  expect(headlineOf(queued, undefined)).toBe('Place 3 in the queue')
})

test('the first in the queue is shown as next', () => {
  expect(headlineOf(during({ event: 'queued', position: 1, waitMs: 900, at: 0 }), 1)).toBe(
    'Next in the queue, 1 s',
  )
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

test('“none shows it” is limited to the offers that were compared, unless all were', () => {
  const list = (total: number | null) => ({ ...EMPTY_LIST, state: 'done' as const, page: 1, total })
  const text = (total: number | null, compared: number) =>
    noMatchText(aSearch('one', 1, { lists: { same: list(total) } }), { compared, offers: 20 })
  expect(text(20, 20)).toBe(' · none shows it')
  expect(text(null, 20)).toBe(' · none shows it')
  expect(text(95, 20)).toBe(' · none of 20 shows it')
  expect(text(20, 18)).toBe(' · none of 18 shows it')
})

test('the number of photos is shown once more than one has been searched', () => {
  const { source, lists } = aSearch('one', 1)
  const photo = { id: 'p', source, reading: 'done' as const, lists: {} }
  const search = aSearch('one', 1, { further: [photo] })
  expect(photosText(search)).toBe('')
  expect(photosText({ ...search, further: [{ ...photo, lists }] })).toBe(' · 2 photos')
  expect(photosText(aSearch('one', 1))).toBe('')
})
