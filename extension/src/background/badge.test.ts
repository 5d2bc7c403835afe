import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Search } from '../model/search.ts'
import { aList, anOffer, aSearch } from '../testing/searches.ts'
import { badgeOf, ToolbarBadge } from './badge.ts'

const done = aSearch('a', 1)
const running = aSearch('a', 1, { lists: { same: aList([], { state: 'loading' }) } })
const failed = aSearch('a', 1, { lists: { same: aList([], { state: 'failed' }) } })
const photo = { id: 'p', source: done.source, reading: 'done' as const, lists: {} }

test.each<[string, Search | null, boolean, string]>([
  ['no search', null, false, ''],
  ['a picture that is being read', aSearch('a', 1, { reading: 'running', lists: {} }), false, '…'],
  ['a running search, even while a view is open', running, true, '…'],
  ['a finished search', done, false, '1'],
  ['one with more offers than are loaded', withTotal(95), false, '95'],
  ['more than fit', withTotal(1000), false, '999+'],
  ['one that found nothing', aSearch('a', 1, { lists: { same: aList([]) } }), false, '0'],
  ['one that was seen', done, true, ''],
  ['one that failed', failed, false, '!'],
  ['a picture that could not be read', aSearch('a', 1, { reading: 'failed', lists: {} }), false, '!'],
  [
    'several photos by what they have found together',
    aSearch('a', 1, {
      lists: { same: aList([anOffer('1')], { total: 1 }) },
      further: [{ ...photo, lists: { same: aList([anOffer('1'), anOffer('2')]) } }],
    }),
    false,
    '2',
  ],
  [
    'several photos, one still being read',
    aSearch('a', 1, { further: [{ ...photo, reading: 'running' }] }),
    true,
    '…',
  ],
  ['a failure that was seen', failed, true, ''],
  ['one that waits for the user', aSearch('a', 1, { reading: 'choosing', lists: {} }), false, ''],
])('the badge shows %s', (_, search, isSeen, text) => {
  expect(badgeOf(search, isSeen).text).toBe(text)
})

test('a failure has its own colour', () => {
  expect(badgeOf(failed, false).colour).not.toBe(badgeOf(done, false).colour)
})

const views = { isAny: () => isAnyView }
let isAnyView = false
let shown: string[]
let badge: ToolbarBadge

beforeEach(() => {
  isAnyView = false
  shown = []
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: ({ text }: { text: string }) => shown.push(text),
      setBadgeBackgroundColor: vi.fn(),
      setBadgeTextColor: vi.fn(),
    },
  })
  badge = new ToolbarBadge(views as never)
})

test('a search that ends while no view is open is shown until one opens', () => {
  badge.onChange(running)
  badge.onChange(done)
  expect(shown).toEqual(['…', '1'])
  badge.onView()
  expect(shown).toEqual(['…', '1', ''])
  badge.onChange({ ...done, isKept: true })
  expect(shown.at(-1)).toBe('')
})

test('a search that ends while a view is open is not shown', () => {
  isAnyView = true
  badge.onChange(running)
  badge.onChange(done)
  isAnyView = false
  badge.onChange({ ...done, isKept: true })
  expect(shown).toEqual(['…', ''])
})

test('closing the view before the end does not count as seen', () => {
  badge.onChange(running)
  badge.onView()
  badge.onChange(done)
  expect(shown).toEqual(['…', '1'])
})

test('the first view clears the badge of a search that a restarted background does not know', () => {
  badge.onView()
  expect(shown).toEqual([''])
})

test('a forgotten search leaves no badge', () => {
  badge.onChange(done)
  badge.onChange(null)
  expect(shown).toEqual(['1', ''])
})

test('the badge is set only when it changes', () => {
  for (let i = 0; i < 5; i++) badge.onChange(running)
  expect(shown).toEqual(['…'])
})

function withTotal(total: number): Search {
  return aSearch('a', 1, { lists: { same: aList([anOffer('1')], { total }) } })
}
