import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { storage } from 'wxt/utils/storage'
import { habitsItem } from '../model/preferences.ts'
import { anOffer, aSearch, aSent, THUMB } from '../testing/searches.ts'
import { eraseEverything, putBackEverything } from './erase.ts'
import { keepSearch, listSearches } from './searches.ts'
import { addToShortlist, listShortlist } from './shortlist.ts'

test('erasing leaves neither history nor shortlist, and nothing else is touched', async () => {
  const habits = { quantity: 500, sort: 'price', filters: {}, currency: 'USD' } as const
  await habitsItem.setValue(habits)
  await storage.setItem('session:search', aSearch('now', 9))
  await keepSearch(aSearch('a', 1), aSent('a'), THUMB)
  await addToShortlist(anOffer('1'))
  const before = [await listSearches({ limit: 9 }), await listShortlist()]
  const erased = await eraseEverything()
  expect([await listSearches({ limit: 9 }), await listShortlist()]).toEqual([[], []])
  expect(await habitsItem.getValue()).toEqual(habits)
  expect(await storage.getItem('session:search')).toEqual(aSearch('now', 9))
  await putBackEverything(erased)
  expect([await listSearches({ limit: 9 }), await listShortlist()]).toEqual(before)
})
