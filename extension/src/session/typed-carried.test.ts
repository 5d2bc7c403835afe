import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { productKeysOf } from '../db/product-keys.ts'
import { eraseProducts, getProduct, saveProduct } from '../db/products.ts'
import { eraseSearches } from '../db/searches.ts'
import { acquirePicture } from '../image/acquire.ts'
import type { Search } from '../model/search.ts'
import { searchItem, sentItem } from '../model/stored-items.ts'
import { aPicture, readCandidate, startPhotoWorker, storeSearchWithGallery } from '../testing/photo-worker.ts'
import { SearchController } from './search-controller.ts'

vi.mock('../image/acquire.ts')

beforeEach(async () => {
  await startPhotoWorker()
  vi.mocked(acquirePicture).mockImplementation(readCandidate)
  await Promise.all([eraseSearches(), eraseProducts()])
  return () => vi.unstubAllGlobals()
})

const now = async () => (await searchItem.getValue()) as Search
const keysNow = async () => productKeysOf(await now(), (await sentItem.getValue()) ?? undefined)
const weightOf = async (keys: string[]) => (await getProduct(keys))?.figures.weightKg

/** A search whose page says nothing about the product, for which a weight was typed. */
async function begin(): Promise<SearchController> {
  await storeSearchWithGallery({ listing: null })
  await saveProduct(await keysNow(), { figures: { weightKg: '0.6' } })
  return new SearchController()
}

test('granting a host reads another picture, for which the weight is known from then on', async () => {
  const controller = await begin()
  const before = await keysNow()
  vi.mocked(acquirePicture).mockResolvedValueOnce(aPicture('the same, larger'))
  await controller.readGranted(['https://shop.example/*'])
  const [, , picture = ''] = await keysNow()
  expect(picture).toMatch(/^picture:/)
  expect(before).not.toContain(picture)
  // Neither the searches nor the first picture are needed to find it.
  expect(await weightOf([picture])).toBe('0.6')
  expect(await weightOf(before)).toBe('0.6')
})

test('adding photos and searching again lose nothing', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  expect(await weightOf(await keysNow())).toBe('0.6')
  await controller.refresh()
  await controller.refresh()
  expect(await weightOf(await keysNow())).toBe('0.6')
})

test('another picture of the page is another product, unless the page says otherwise', async () => {
  const controller = await begin()
  await controller.searchUploaded(aPicture('something else'), false)
  expect(await weightOf(await keysNow())).toBeUndefined()
})
