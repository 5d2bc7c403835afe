import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { eraseProducts, getProduct, saveProduct } from '../db/products.ts'
import { eraseSearches, getSearch, saveSearch } from '../db/searches.ts'
import type { Search } from '../model/search.ts'
import { proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { anAnswer, PROXY } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

/** The bytes of every picture that was sent. */
const sent: string[] = []
let provider: 'image-search' | 'crossborder'

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await Promise.all([eraseSearches(), eraseProducts()])
  await proxyItem.setValue(PROXY)
  sent.length = 0
  provider = 'image-search'
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.startsWith('data:')) return fetch(url)
    sent.push(await new Response(init?.body ?? null).text())
    return Response.json(anAnswer(['1', '2'], { provider }))
  })
  return () => vi.unstubAllGlobals()
})

async function begin(search: Search): Promise<SearchController> {
  await searchItem.setValue(search)
  await sentItem.setValue(aSent(search.id, 'a skirt'))
  return new SearchController()
}

const now = async () => (await searchItem.getValue()) as Search

test('the same picture is searched again, and the earlier results are there to compare', async () => {
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  const known = { state: 'done' as const, offer: { ...anOffer('2'), shipping } }
  const before = aSearch('a', 5, { details: { 1: { state: 'loading' }, 2: known } })
  await (await begin(before)).refresh()
  const search = await now()
  expect(sent).toEqual(['a skirt'])
  expect(search.id).not.toBe('a')
  expect(search.startedAt).toBeGreaterThan(5)
  expect(search.lists.same?.offers.map(({ offerId }) => offerId)).toEqual(['1', '2'])
  expect(search.earlier).toEqual({ at: 5, mode: 'same', page: 1, hasMore: false, offers: [anOffer('1')] })
  expect(search).toMatchObject({ reading: 'done', source: before.source, listing: before.listing })
  expect(search.details, 'what is known stays').toEqual({ 2: known })
  expect((await sentItem.getValue())?.searchId).toBe(search.id)
})

test('both searches are one entry of the history, with the latest results', async () => {
  await saveSearch(aSearch('a', 5), aSent('a', 'a skirt'), '')
  await (await begin(aSearch('a', 5))).refresh()
  const { id, startedAt } = await now()
  expect(await getSearch('a')).toMatchObject({ at: startedAt })
  expect((await getSearch('a'))?.lists.same?.offers).toHaveLength(2)
  expect(await getSearch(id)).toBeUndefined()
})

test('a reopened search is refreshed like any other', async () => {
  await saveSearch(aSearch('kept', 5), aSent('kept', 'an old skirt'), '')
  const controller = await begin(aSearch('b', 9))
  await controller.reopen('kept')
  expect(sent).toEqual([])
  await controller.refresh()
  expect(sent).toEqual(['an old skirt'])
  expect((await now()).earlier?.at).toBe(5)
})

test('the current mode is refreshed', async () => {
  const lists = { similar: aList([anOffer('9')]) }
  await (await begin(aSearch('a', 5, { mode: 'similar', lists }))).refresh()
  expect(await now()).toMatchObject({ mode: 'similar', earlier: { mode: 'similar' } })
  expect(Object.keys((await now()).lists)).toEqual(['similar'])
})

test('results of another API are not compared: each ranks in its own way', async () => {
  provider = 'crossborder'
  await (await begin(aSearch('a', 5))).refresh()
  expect((await now()).lists.same?.offers).toHaveLength(2)
  expect((await now()).earlier).toBeUndefined()
})

test('a search whose picture is gone or was not sent is not refreshed', async () => {
  const controller = await begin(aSearch('a', 5))
  await sentItem.setValue(aSent('other'))
  await controller.refresh()
  await (await begin(aSearch('a', 5, { reading: 'ready' }))).refresh()
  expect(sent).toEqual([])
  expect((await now()).id).toBe('a')
})

test('a refresh that the browser interrupts can be retried', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const controller = await begin(aSearch('a', 5))
  controller.refresh()
  await vi.waitFor(async () => expect((await now()).id).not.toBe('a'))
  await new SearchController().loadMore()
  expect((await now()).lists.same).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } })
})

test('each search says which one it repeats, so that what was typed for the product is found again', async () => {
  const controller = await begin(aSearch('a', 5, { listing: null }))
  await saveProduct(['search:a'], { figures: { weightKg: '0.3' } })
  await controller.refresh()
  const second = await now()
  expect(second.repeats).toBe('a')
  await controller.refresh()
  const third = await now()
  expect(third.repeats).toBe('a')
  for (const { id } of [second, third])
    expect((await getProduct([`search:${id}`]))?.figures).toEqual({ weightKg: '0.3' })
})
