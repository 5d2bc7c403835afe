import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { eraseProducts, getProduct, saveProduct } from '../db/products.ts'
import { listSearches } from '../db/search-list.ts'
import * as searches from '../db/searches.ts'
import { StorageClosedError, StorageFullError } from '../db/storage-error.ts'
import type { Search } from '../model/search.ts'
import { searchItem, sentItem } from '../model/stored-items.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { earlierSearchOf, HistoryWriter } from './history-writer.ts'
import { type ActiveSearch, SearchSession } from './search-session.ts'

vi.mock('../db/searches.ts', { spy: true })

beforeEach(async () => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
  await Promise.all([searches.eraseSearches(), eraseProducts()])
})

async function begin(search: Search = aSearch('a', 1), sent = aSent(search.id)) {
  await searchItem.setValue(search)
  await sentItem.setValue(sent)
  const session = new SearchSession()
  return { history: new HistoryWriter(session), active: (await session.current()) as ActiveSearch }
}

test('results are saved, and the search says so', async () => {
  const { history, active } = await begin()
  await history.save(active)
  expect((await searches.getSearch('a'))?.lists.same?.offers).toEqual([anOffer('1')])
  expect(await searchItem.getValue()).toMatchObject({ id: 'a', isKept: true })
})

test('a private search is not saved, and the database is not even opened', async () => {
  const { source } = aSearch('a', 1)
  const { history, active } = await begin(aSearch('a', 1, { source: { ...source, incognito: true } }))
  await history.save(active)
  expect(searches.saveSearch).not.toHaveBeenCalled()
  expect(await searches.getSearch('a')).toBeUndefined()
})

test('when storage is full the search continues and says why it is not saved, until it is', async () => {
  const { history, active } = await begin()
  vi.mocked(searches.saveSearch).mockRejectedValueOnce(new StorageFullError('full'))
  await history.save(active)
  expect(await searchItem.getValue()).toMatchObject({ reading: 'done', keepFailure: 'storage_full' })
  await history.save(active)
  expect(await searchItem.getValue()).not.toHaveProperty('keepFailure')
})

test('a database that does not open is reported too', async () => {
  const { history, active } = await begin()
  vi.mocked(searches.saveSearch).mockRejectedValueOnce(new StorageClosedError('closed'))
  await history.save(active)
  expect(active.search.keepFailure).toBe('storage_closed')
})

test('a search removed from the history does not come back', async () => {
  const { history, active } = await begin()
  await history.save(active)
  await searches.removeSearch('a')
  await history.save(active)
  expect(await searches.getSearch('a')).toBeUndefined()
})

test('the next page of a search is saved too', async () => {
  const { history, active } = await begin()
  await history.save(active)
  active.search.lists.same = aList([anOffer('1'), anOffer('2')], { page: 2 })
  await history.save(active)
  expect((await searches.getSearch('a'))?.lists.same?.offers).toHaveLength(2)
})

test('a saved search reopens as it was, with its picture and without a request', async () => {
  const first = await begin(aSearch('a', 77, { mode: 'similar', lists: { similar: aList([anOffer('1')]) } }))
  await first.history.save(first.active)
  const { history } = await begin(aSearch('b', 99))
  const fetched = vi.spyOn(globalThis, 'fetch')
  await history.reopen('a')
  expect(await searchItem.getValue()).toMatchObject({
    id: 'a',
    startedAt: 77,
    reading: 'done',
    mode: 'similar',
    lists: { similar: aList([anOffer('1')]) },
    listing: aSearch('a', 1).listing,
    source: { addresses: [], tabId: -1 },
    isKept: true,
  })
  expect(await sentItem.getValue()).toEqual(aSent('a'))
  expect(fetched).not.toHaveBeenCalled()
})

test('reopening a search that was removed leaves the current one', async () => {
  const { history } = await begin(aSearch('b', 99))
  await history.reopen('gone')
  expect((await searchItem.getValue())?.id).toBe('b')
})

test('the next search is compared with these results or, without any, with the search before', () => {
  const { earlier } = earlierSearchOf(aSearch('a', 5))
  expect(earlier).toEqual({ at: 5, mode: 'same', page: 1, hasMore: false, offers: [anOffer('1')] })
  const failed = aSearch('b', 9, { lists: {}, ...(earlier && { earlier }) })
  expect(earlierSearchOf(failed)).toEqual({ earlier })
  expect(earlierSearchOf(aSearch('c', 9, { lists: {} }))).toEqual({})
})

test('what was typed before the page’s number was known is found by it later', async () => {
  await saveProduct(['search:a'], { figures: { weightKg: '0.3' } })
  const { listing } = aSearch('a', 1)
  const { history, active } = await begin(aSearch('a', 1, { listing: null }))
  await history.save(active)
  active.search.listing = listing ? { ...listing, productNumber: 'B08N5WRWNW' } : null
  await history.save(active)
  expect((await getProduct(['asin:B08N5WRWNW']))?.figures).toEqual({ weightKg: '0.3' })
})

test('a repeated search that was removed from the history does not come back with its next page', async () => {
  const first = await begin()
  await first.history.save(first.active)
  const { history, active } = await begin(aSearch('b', 2, { repeats: 'a' }))
  await history.save(active)
  expect((await listSearches({ limit: 9 })).map(({ id, at }) => [id, at])).toEqual([['a', 2]])
  await searches.removeSearch('a')
  active.search.lists.same = aList([anOffer('1'), anOffer('2')], { page: 2 })
  await history.save(active)
  expect(await searches.getSearch('a')).toBeUndefined()
})
