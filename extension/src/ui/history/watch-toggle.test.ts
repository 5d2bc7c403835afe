import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { getSearch, saveSearch } from '../../db/searches.ts'
import { StorageFullError } from '../../db/storage-error.ts'
import * as database from '../../db/watch.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { aSearch, aSent, clearDatabase, THUMB } from '../../testing/searches.ts'
import { storageText } from '../format/storage-error-text.ts'
import { changeWatched } from './watch-toggle.tsx'

beforeAll(() => setTexts(en))
beforeEach(async () => {
  vi.restoreAllMocks()
  await clearDatabase()
  await saveSearch(aSearch('a', 5), aSent('a'), THUMB)
})

test('a search is watched, and undo takes it back', async () => {
  const notify = vi.fn<(text: string, undo?: () => void) => void>()
  await changeWatched('a', true, notify)
  expect((await getSearch('a'))?.isWatched).toBe(true)
  expect(notify.mock.lastCall?.[0]).toBe(en.searchWatched)
  notify.mock.lastCall?.[1]?.()
  await vi.waitFor(async () => expect((await getSearch('a'))?.isWatched).toBeUndefined())
})

test('where it cannot be saved, nothing says that it was', async () => {
  vi.spyOn(database, 'setWatched').mockRejectedValue(new StorageFullError())
  const notify = vi.fn()
  await changeWatched('a', true, notify)
  expect(notify.mock.calls).toEqual([[storageText(new StorageFullError())]])
})
