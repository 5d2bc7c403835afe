import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { storage } from 'wxt/utils/storage'
import { preferencesItem } from '../model/preferences.ts'
import { anOffer, aSearch, aSent, THUMB } from '../testing/searches.ts'
import { eraseEverything, putBackEverything } from './erase.ts'
import { listSearches, saveSearch } from './searches.ts'
import { addToShortlist, listShortlist } from './shortlist.ts'

test('erasing leaves neither history nor shortlist, and nothing else is touched', async () => {
  const preferences = { quantity: 500, sort: 'price', filters: {}, currency: 'USD' } as const
  await preferencesItem.setValue(preferences)
  await storage.setItem('session:search', aSearch('now', 9))
  await saveSearch(aSearch('a', 1), aSent('a'), THUMB)
  await addToShortlist(anOffer('1'))
  const before = [await listSearches({ limit: 9 }), await listShortlist()]
  const erased = await eraseEverything()
  expect([await listSearches({ limit: 9 }), await listShortlist()]).toEqual([[], []])
  expect(await preferencesItem.getValue()).toEqual(preferences)
  expect(await storage.getItem('session:search')).toEqual(aSearch('now', 9))
  await putBackEverything(erased)
  expect([await listSearches({ limit: 9 }), await listShortlist()]).toEqual(before)
})
