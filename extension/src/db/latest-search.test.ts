import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { aList, aSearch, aSent, THUMB } from '../testing/searches.ts'
import { latestSearch, latestSearchOf } from './latest-search.ts'
import { eraseSearches, saveSearch } from './searches.ts'

beforeEach(async () => {
  await eraseSearches()
})

const { listing } = aSearch('any', 1)
const listed = (title: string, productNumber: string | null) => ({
  listing: listing ? { ...listing, title, productNumber } : null,
})

async function keep(id: string, at: number, content: string, rest = {}): Promise<void> {
  await saveSearch(aSearch(id, at, rest), aSent(id, content), THUMB)
}

test('the latest search of the same picture is found, whatever was searched since', async () => {
  await keep('a', 1, 'a lamp', listed('Lamp', '1'))
  await keep('b', 2, 'a lamp', listed('Lamp', '1'))
  await keep('c', 3, 'a chair', listed('Chair', '2'))
  const again = aSearch('new', 9, { listing: null })
  expect((await latestSearchOf(again, aSent('new', 'a lamp')))?.id).toBe('b')
  expect((await latestSearch())?.id).toBe('c')
})

test('a search that repeats another finds it by its id, with another picture too', async () => {
  await keep('a', 1, 'a lamp')
  const region = aSearch('new', 9, { repeats: 'a', listing: null })
  expect((await latestSearchOf(region, aSent('new', 'its shade')))?.id).toBe('a')
})

test('another picture of the same product is found by its title and number together', async () => {
  await keep('a', 1, 'a lamp', listed('Lamp', '1'))
  const sent = aSent('new', 'the lamp from behind')
  expect((await latestSearchOf(aSearch('new', 9, listed('Lamp', '1')), sent))?.id).toBe('a')
  expect(await latestSearchOf(aSearch('new', 9, listed('Lamp', '2')), sent)).toBeUndefined()
  expect(await latestSearchOf(aSearch('new', 9, listed('Other', '1')), sent)).toBeUndefined()
  expect(await latestSearchOf(aSearch('new', 9, { listing: null }))).toBeUndefined()
})

test('there is none in an empty history', async () => {
  expect(await latestSearch()).toBeUndefined()
  expect(await latestSearchOf(aSearch('new', 9), aSent('new'))).toBeUndefined()
})

test('a search that found nothing is nothing to fall back on', async () => {
  await keep('a', 1, 'a lamp')
  await keep('b', 2, 'a landscape', { lists: { same: aList([]) } })
  expect((await latestSearch())?.id).toBe('a')
})
