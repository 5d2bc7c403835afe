import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { eraseSearches, getSearch } from '../db/searches.ts'
import { acquirePicture } from '../image/acquire.ts'
import { resultListOf } from '../model/fused-list.ts'
import type { Search } from '../model/search.ts'
import { additionalSentItem, searchItem } from '../model/stored-items.ts'
import {
  aPicture,
  type PhotoWorker,
  readCandidate,
  startPhotoWorker,
  storeSearchWithGallery,
} from '../testing/photo-worker.ts'
import { aSearch } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

vi.mock('../image/acquire.ts')

let worker: PhotoWorker

beforeEach(async () => {
  worker = await startPhotoWorker()
  vi.mocked(acquirePicture).mockImplementation(readCandidate)
  await eraseSearches()
  return () => vi.unstubAllGlobals()
})

async function begin(...search: Parameters<typeof storeSearchWithGallery>): Promise<SearchController> {
  await storeSearchWithGallery(...search)
  return new SearchController()
}
const now = async () => (await searchItem.getValue()) as Search
const ids = (search: Search) =>
  resultListOf(search)
    ?.offers.map(({ offerId }) => offerId)
    .join('')

test('a new search ends all photos and leaves no picture of them', async () => {
  worker.isHeld = true
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1, 2, 3] })
  await vi.waitFor(() => expect(worker.waiting).toHaveLength(3))
  worker.isHeld = false
  await controller.searchUploaded(aPicture('main'), false)
  await all
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b', 'c', 'd', 'main'])
  expect(await now()).not.toHaveProperty('further')
  expect(await additionalSentItem.getValue()).toBe(null)
})

test('refreshing searches all photos again, with the pictures that were sent', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  worker.requests.length = 0
  await controller.refresh()
  expect(worker.requests.map(({ picture }) => picture).toSorted()).toEqual(['b', 'main'])
  expect(acquirePicture).toHaveBeenCalledTimes(1)
  expect(ids(await now())).toBe('213')
})

test('a saved search of several photos reopens without a call, and continues', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  const before = ids(await now())
  expect(JSON.stringify(await getSearch('a'))).not.toContain('shop.example')
  await controller.searchUploaded(aPicture('main'), false)
  worker.requests.length = 0
  await controller.reopen('a')
  expect(ids(await now())).toBe(before)
  expect(Object.values((await additionalSentItem.getValue())?.pictures ?? {})).toEqual([
    aPicture('b'),
    aPicture('c'),
  ])
  expect(worker.requests).toEqual([])
  await controller.loadMore()
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['main', 'b'])
})

test('photos from a private window are not saved', async () => {
  const source = { ...aSearch('a', 1).source, incognito: true }
  await (await begin({ source })).changePhotos({ type: 'addPhotos', indexes: [0] })
  expect(await getSearch('a')).toBeUndefined()
})

test('photos that could not be read are read once their host is granted', async () => {
  vi.mocked(acquirePicture).mockRejectedValueOnce(new Error('no'))
  const source = { ...aSearch('a', 1).source, addresses: ['https://other.example/main.jpg'] }
  const controller = await begin({ source })
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  worker.requests.length = 0
  await controller.readGranted(['https://shop.example/*'])
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b'])
  expect((await now()).id).toBe('a')
})

test('reading the first photo again carries the others along with their results', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  worker.requests.length = 0
  vi.mocked(acquirePicture).mockResolvedValueOnce(aPicture('main'))
  await controller.readGranted(['https://shop.example/*'])
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['main'])
  expect((await now()).id).not.toBe('a')
  expect(ids(await now())).toBe('213')
})
