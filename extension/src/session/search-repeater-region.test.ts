import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { eraseSearches, getSearch, saveSearch } from '../db/searches.ts'
import type { Search } from '../model/search.ts'
import { askFirstItem, proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { cropRegion } from '../region/crop.ts'
import { anAnswer, PROXY } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

vi.mock('../region/crop.ts')

const REGION = '100,50,300,200'
const wholeSent = () => {
  const { searchId: _, ...picture } = aSent('a', 'a room with a bag')
  return picture
}
let answering: 'crossborder' | 'image-search'
/** The requests, with the bytes of their picture. */
const sent: { region: string | null; mode: string | null; picture: string }[] = []

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  vi.mocked(cropRegion).mockImplementation(async (_, from, _addresses, region) => ({
    ...aSent('', 'a bag'),
    how: 'part',
    cut: { from, region },
  }))
  await eraseSearches()
  await proxyItem.setValue(PROXY)
  sent.length = 0
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.startsWith('data:')) return fetch(url)
    const { searchParams } = new URL(url)
    const [region, mode] = [searchParams.get('region'), searchParams.get('mode')]
    sent.push({ region, mode, picture: await new Response(init?.body ?? null).text() })
    return Response.json(anAnswer(['2', '3'], { provider: answering, hasMore: true }))
  })
  return () => vi.unstubAllGlobals()
})

async function begin(provider: typeof answering, rest: Partial<Search> = {}): Promise<SearchController> {
  answering = provider
  const lists = { same: aList([anOffer('1')], { provider }) }
  await searchItem.setValue(aSearch('a', 5, { lists, ...rest }))
  await sentItem.setValue({ ...wholeSent(), searchId: 'a' })
  return new SearchController()
}
const now = async () => (await searchItem.getValue()) as Search

test('if the API takes a region, the same picture is searched again with it', async () => {
  const controller = await begin('crossborder')
  const before = await now()
  await controller.searchRegion(REGION)
  expect(sent).toEqual([{ region: REGION, mode: 'same', picture: 'a room with a bag' }])
  expect(cropRegion).not.toHaveBeenCalled()
  const search = await now()
  expect(search).toMatchObject({
    reading: 'done',
    region: REGION,
    source: before.source,
    listing: before.listing,
  })
  expect(search.id).not.toBe('a')
  expect(search.earlier).toBeUndefined()
  expect((await sentItem.getValue())?.searchId).toBe(search.id)
})

test('the search of a region is in the history in place of the earlier one, and reopens with its region', async () => {
  const controller = await begin('crossborder')
  await saveSearch(await now(), aSent('a', 'a room with a bag'), '')
  await controller.searchRegion(REGION)
  expect(await getSearch((await now()).id)).toBeUndefined()
  await controller.reopen('a')
  expect((await now()).region).toBe(REGION)
})

test('refreshing and the next page keep the region', async () => {
  const controller = await begin('crossborder', { region: REGION })
  await controller.refresh()
  await controller.loadMore()
  expect(sent.map(({ region }) => region)).toEqual([REGION, REGION])
})

test('going back to the whole picture is a search without a region', async () => {
  const controller = await begin('crossborder', { region: REGION })
  await controller.searchRegion(null)
  expect(sent).toMatchObject([{ region: null, picture: 'a room with a bag' }])
  expect((await now()).region).toBeUndefined()
})

test('for other APIs the region is searched as a picture of its own', async () => {
  const controller = await begin('image-search', { mode: 'similar' })
  const before = await now()
  await controller.searchRegion(REGION)
  expect(sent).toEqual([{ region: null, mode: 'similar', picture: 'a bag' }])
  expect(vi.mocked(cropRegion).mock.calls[0]?.slice(1, 4)).toEqual([
    wholeSent(),
    before.source.addresses,
    REGION,
  ])
  expect(await now()).toMatchObject({ source: before.source, listing: before.listing })
  expect((await now()).region).toBeUndefined()
  expect(await sentItem.getValue()).toMatchObject({ how: 'part', cut: { from: wholeSent(), region: REGION } })
})

test('the next region is cut out of the whole picture, which can be searched again', async () => {
  const controller = await begin('image-search')
  await controller.searchRegion(REGION)
  await controller.searchRegion('0,0,90,90')
  expect(vi.mocked(cropRegion).mock.calls.at(-1)?.[1]).toEqual(wholeSent())
  await controller.searchRegion(null)
  expect(sent.at(-1)).toMatchObject({ region: null, picture: 'a room with a bag' })
  expect((await sentItem.getValue())?.cut).toBeUndefined()
})

test('if the user wants to see pictures first, a region waits, too', async () => {
  await askFirstItem.setValue(true)
  await (await begin('image-search')).searchRegion(REGION)
  expect(sent).toEqual([])
  expect((await now()).reading).toBe('ready')
})

test('a region stays when a host is granted', async () => {
  const controller = await begin('crossborder', { region: REGION })
  await controller.readGranted(['https://shop.example/*'])
  expect((await now()).id).toBe('a')
})

test('a picture that is gone is not searched', async () => {
  const controller = await begin('crossborder')
  await sentItem.setValue(aSent('other'))
  await controller.searchRegion(REGION)
  expect(sent).toEqual([])
})
