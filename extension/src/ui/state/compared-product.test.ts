import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { saveSearch } from '../../db/searches.ts'
import { addToShortlist } from '../../db/shortlist.ts'
import { searchItem, sentItem } from '../../model/stored-items.ts'
import { aList, anOffer, aSearch, aSent, clearDatabase, THUMB } from '../../testing/searches.ts'
import { productsFor, savedIdOfFinding } from './compared-product.ts'

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await clearDatabase()
})

async function search(id: string, rest: Parameters<typeof aSearch>[2] = {}): Promise<void> {
  await searchItem.setValue(aSearch(id, 1, rest))
  await sentItem.setValue(aSent(id, id))
}

test('an offer of the current search belongs to its product', async () => {
  await search('a', { repeats: 'first' })
  const [product, ...others] = await productsFor(anOffer('1'))
  expect(others).toEqual([])
  expect(product).toMatchObject({ name: 'Pleated Skirt', savedId: 'first' })
  expect(product?.keys).toEqual(expect.arrayContaining(['search:a', 'search:first']))
})

test('without a listing the product has the name of the first offer', async () => {
  await search('b', { listing: null })
  expect((await productsFor(anOffer('1')))[0]?.name).toBe('Summer pleated skirt')
})

test('a saved offer belongs to the product of the search that found it', async () => {
  const lamp = aSearch('lamp', 1, { lists: { same: aList([anOffer('7')]) } })
  await saveSearch(lamp, aSent('lamp', 'lamp'), THUMB)
  await addToShortlist(anOffer('7'), { searchId: 'lamp' })
  await search('c')
  const [product] = await productsFor(anOffer('7'))
  expect(product).toMatchObject({ savedId: 'lamp' })
  expect(product?.keys).toContain('search:lamp')
})

test('of an offer that nothing is known about, the product is unknown', async () => {
  await search('d')
  expect(await productsFor(anOffer('99'))).toEqual([])
})

test('a private search leaves neither a name nor a picture nor a digest', async () => {
  const { source } = aSearch('e', 1)
  await search('e', { source: { ...source, incognito: true } })
  const [product] = await productsFor(anOffer('1'))
  expect(product).toEqual({ keys: ['search:e'], name: null, picture: '', savedId: 'e' })
  expect(await savedIdOfFinding('1')).toBeNull()
})

test('an offer is saved with the search that found it', async () => {
  await search('f', { repeats: 'first' })
  expect(await savedIdOfFinding('1')).toBe('first')
  expect(await savedIdOfFinding('99')).toBeNull()
})
