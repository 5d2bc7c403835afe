import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { eraseSearches, getSearch } from '../db/searches.ts'
import type { Search } from '../model/search.ts'
import { proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { anAnswer, PROXY } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

const REGION = '10,20,300,200'
const asked: { keyword: string | null; filter: string | null; region: string | null; page: string | null }[] =
  []

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await eraseSearches()
  await proxyItem.setValue(PROXY)
  asked.length = 0
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.startsWith('data:')) return fetch(url)
    const { searchParams } = new URL(url)
    const [keyword, filter] = [searchParams.get('keyword'), searchParams.get('filter')]
    asked.push({ keyword, filter, region: searchParams.get('region'), page: searchParams.get('page') })
    return Response.json(anAnswer(['2', '3'], { provider: 'crossborder', hasMore: true }))
  })
  return () => vi.unstubAllGlobals()
})

async function begin(rest: Partial<Search> = {}): Promise<SearchController> {
  const lists = { same: aList([anOffer('1')], { provider: 'crossborder', hasMore: true }) }
  await searchItem.setValue(aSearch('a', 5, { lists, ...rest }))
  await sentItem.setValue(aSent('a'))
  return new SearchController()
}
const now = async () => (await searchItem.getValue()) as Search

test('1688 is asked for keyword and services along with the region, and so is every later page', async () => {
  const controller = await begin({ region: REGION })
  await controller.refine({ keyword: '托特包 大', filter: ['dropship', 'ships48h'] })
  const first = { keyword: '托特包 大', filter: 'dropship,ships48h', region: REGION, page: '1' }
  expect(asked).toEqual([first])
  await controller.loadMore()
  expect(asked[1]).toEqual({ ...first, page: '2' })
  const search = await now()
  expect(search.refinement).toEqual({ keyword: '托特包 大', filter: ['dropship', 'ships48h'] })
  expect(search.repeats).toBe('a')
  expect(search.lists.same?.answers?.[0]?.query).toMatchObject({ filter: ['dropship', 'ships48h'] })
})

test('what 1688 was asked for stays when the search is repeated, and ends when it is searched without', async () => {
  const controller = await begin({ refinement: { keyword: 'tote' } })
  await controller.refresh()
  await controller.searchRegion(REGION)
  expect(asked.map(({ keyword }) => keyword)).toEqual(['tote', 'tote'])
  await controller.refine({})
  expect(asked[2]).toEqual({ keyword: null, filter: null, region: REGION, page: '1' })
})

test('the history knows what 1688 was asked for', async () => {
  const controller = await begin()
  await controller.refine({ keyword: 'tote' })
  await vi.waitFor(async () => expect((await getSearch('a'))?.refinement).toEqual({ keyword: 'tote' }))
  await searchItem.setValue(null)
  await controller.reopen('a')
  expect((await now()).refinement).toEqual({ keyword: 'tote' })
})
