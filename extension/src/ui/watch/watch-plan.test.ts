import type { DetailedOffer, Provider } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import type { SearchRecord, ShortlistEntry } from '../../db/schema.ts'
import { hasOfferPages, type Watch } from '../../model/watch.ts'
import { aList, anOffer } from '../../testing/searches.ts'
import { DAY_MS, nextCheck, watchPlan } from './watch-plan.ts'

const NOW = Date.UTC(2026, 10, 27, 12)
const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }

function entry(offerId: string, rest: Partial<ShortlistEntry> = {}): ShortlistEntry {
  return { offerId, offer: anOffer(offerId), at: NOW - 5 * DAY_MS, note: '', decision: 'none', ...rest }
}

const pageOf = (offerId: string, at: number): DetailedOffer => {
  return { ...anOffer(offerId), shipping, fetchedAt: new Date(at).toISOString() }
}

const record = (id: string, pages: number, rest: Partial<SearchRecord> = {}) =>
  ({
    ...{ id, at: NOW - 2 * DAY_MS, mode: 'same', isWatched: true },
    ...{ lists: { same: aList([], { page: pages }) }, ...rest },
  }) as SearchRecord

const plan = (
  entries: ShortlistEntry[],
  searches: SearchRecord[] = [],
  cached: string[] = [],
  provider: Provider | null = 'crossborder',
) => watchPlan(entries, searches, new Set(cached), provider, NOW)

test('each offer and each loaded page of a watched search may cost a search', () => {
  expect(plan([entry('1'), entry('2')], [record('a', 3), record('b', 0)])).toEqual({
    list: { offerIds: ['1', '2'], searchIds: ['a', 'b'] },
    ...{ searches: 6, fresh: 0, rejected: 0, withoutPage: 0, oldestAt: NOW - 5 * DAY_MS },
  })
})

describe('left out is', () => {
  test('an offer whose user has decided against it', () => {
    expect(plan([entry('1', { decision: 'reject' })])).toMatchObject({ list: { offerIds: [] }, rejected: 1 })
  })

  test('an offer that was checked so recently that the answer would be the same', () => {
    const watched = { at: NOW - 1000, until: NOW + 1000 }
    expect(plan([entry('1', { watched })])).toMatchObject({ searches: 0, fresh: 1 })
    expect(plan([entry('1', { watched: { ...watched, until: NOW - 1 } })])).toMatchObject({ searches: 1 })
  })

  test('an offer whose page was loaded while the worker still has it', () => {
    const details = pageOf('1', NOW - 3_600_000)
    expect(plan([entry('1', { details })], [], ['1'])).toMatchObject({ fresh: 1, searches: 0 })
    expect(plan([entry('1', { details })])).toMatchObject({ fresh: 0, searches: 1 })
  })

  test('every offer where the API in use has no pages of them', () => {
    const entries = [entry('1'), entry('2', { decision: 'reject' })]
    const expected = { list: { offerIds: [], searchIds: ['a'] }, searches: 1, withoutPage: 1, rejected: 1 }
    expect(plan(entries, [record('a', 1)], [], 'image-search')).toMatchObject(expected)
    expect(plan(entries, [], [], null)).toMatchObject({ withoutPage: 0, searches: 1 })
  })

  test('a search of this very hour, and one that is not watched', () => {
    expect(plan([], [record('a', 1, { at: NOW - 60_000 })])).toMatchObject({ fresh: 1, searches: 0 })
    const { isWatched: _, ...seen } = record('b', 1)
    expect(plan([], [seen])).toMatchObject({ list: { searchIds: [] }, fresh: 0 })
  })
})

test('an offer that another search has asked for costs nothing, and is asked for', () => {
  expect(plan([entry('1'), entry('2')], [], ['1'])).toMatchObject({
    list: { offerIds: ['1', '2'] },
    searches: 1,
  })
})

describe('what comes next', () => {
  const watch = (state: Watch['state']): Watch => ({
    ...{ startedAt: 1, offerIds: ['1'], searchIds: [], total: 2, searches: 2, state },
    failures: { 1: { code: 'upstream_bad_response' } },
  })
  const next = (state: Watch['state']) =>
    nextCheck(watch(state), [entry('1'), entry('2')], [], new Set(), 'crossborder')

  test('is everything where a check came to its end, also if something failed in it', () => {
    expect(next('done')).toMatchObject({ isRest: false, plan: { list: { offerIds: ['1', '2'] } } })
  })

  test('is the rest of one that was stopped', () => {
    expect(next('stopped')).toMatchObject({ isRest: true, plan: { list: { offerIds: ['1'] } } })
  })
})

test.each<[Provider | null, boolean]>([
  [null, true],
  ['crossborder', true],
  ['dropship', false],
  ['image-search', false],
])('with the API %s, saved offers can be checked: %s', (provider, can) => {
  expect(hasOfferPages(provider)).toBe(can)
  expect(plan([entry('1')], [], [], provider).withoutPage).toBe(can ? 0 : 1)
})

test('the oldest counts from when it was last checked', () => {
  const watched = { at: NOW - 2 * DAY_MS, until: NOW - DAY_MS }
  expect(plan([entry('1', { watched })]).oldestAt).toBe(NOW - 2 * DAY_MS)
  expect(plan([]).oldestAt).toBe(Number.POSITIVE_INFINITY)
})
