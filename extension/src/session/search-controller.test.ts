import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { EMPTY_LIST, type Search } from '../model/search.ts'
import { askFirstItem, proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { anAnswer, PROXY } from '../testing/answers.ts'
import { aSearch, aSent } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

const sent = aSent('one', 'jpeg')
const search = aSearch('one', 1, { lists: {} })
let provider: 'image-search' | 'crossborder'
/** The address of each request to the worker. */
const requests: string[] = []

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  requests.length = 0
  provider = 'image-search'
  await proxyItem.setValue(PROXY)
  await sentItem.setValue(sent)
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.startsWith('data:')) return new Response('jpeg')
    requests.push(url)
    const page = Number(new URL(url).searchParams.get('page'))
    const offerIds = page === 1 ? ['1', '2'] : ['2', '3']
    return Response.json(anAnswer(offerIds, { provider, page, hasMore: page === 1 }))
  })
})

test('a search that an ended background left running fails, and is not repeated', async () => {
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  await new SearchController().loadMore()
  const list = (await searchItem.getValue())?.lists.same
  expect(list?.state).toBe('failed')
  expect(list?.failure?.code).toBe('interrupted')
  expect(requests).toEqual([])
})

test('a finished search stays as it is', async () => {
  const done: Search = { ...search, lists: { same: { ...EMPTY_LIST, state: 'done', page: 1 } } }
  await searchItem.setValue(done)
  await new SearchController().retry()
  expect(await searchItem.getValue()).toEqual(done)
  expect(requests).toEqual([])
})

test('retrying continues with the picture that was read', async () => {
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  await new SearchController().retry()
  expect((await searchItem.getValue())?.lists.same?.offers.map(({ offerId }) => offerId)).toEqual(['1', '2'])
  expect(requests).toHaveLength(1)
})

test('the next page adds the offers that are new', async () => {
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  const controller = new SearchController()
  await controller.retry()
  await controller.loadMore()
  expect((await searchItem.getValue())?.lists.same?.offers.map(({ offerId }) => offerId)).toEqual([
    '1',
    '2',
    '3',
  ])
})

test('a mode that is loaded costs no second call', async () => {
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  const controller = new SearchController()
  await controller.retry()
  await controller.setMode('similar')
  await controller.setMode('same')
  expect(requests).toHaveLength(2)
})

test('a mode that would find the same costs no call', async () => {
  provider = 'crossborder'
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  const controller = new SearchController()
  await controller.retry()
  await controller.setMode('similar')
  expect((await searchItem.getValue())?.lists.similar?.offers).toHaveLength(2)
  expect(requests).toHaveLength(1)
})

const { searchId: _, ...picture } = sent

test('an uploaded picture is searched', async () => {
  await new SearchController().searchUploaded(picture, false)
  const search = await searchItem.getValue()
  expect(search?.lists.same?.offers).toHaveLength(2)
  expect((await sentItem.getValue())?.searchId).toBe(search?.id)
})

test('if the user wants to see pictures first, nothing is sent before', async () => {
  await askFirstItem.setValue(true)
  const controller = new SearchController()
  await controller.searchUploaded(picture, false)
  expect((await searchItem.getValue())?.reading).toBe('ready')
  expect(requests).toEqual([])
  await controller.send()
  expect(requests).toHaveLength(1)
  await controller.send()
  expect(requests).toHaveLength(1)
})

test('a picture that waits to be sent survives the end of the background', async () => {
  await askFirstItem.setValue(true)
  await new SearchController().searchUploaded(picture, false)
  await new SearchController().send()
  expect((await searchItem.getValue())?.lists.same?.offers).toHaveLength(2)
})

test('forgetting leaves neither search nor picture', async () => {
  const controller = new SearchController()
  await controller.searchUploaded(picture, true)
  await controller.forget()
  expect(await searchItem.getValue()).toBe(null)
  expect(await sentItem.getValue()).toBe(null)
})

test('cancelling an area forgets the search', async () => {
  const controller = new SearchController()
  await searchItem.setValue({ ...search, reading: 'picking' })
  await controller.searchArea(undefined, { id: 1, windowId: 1, incognito: false } as never)
  expect(await searchItem.getValue()).toBe(null)
})

test('a search that is replaced while it reads does not change the newer one', async () => {
  const controller = new SearchController()
  const slow = controller.searchAddress('http://shop.example/none.jpg', false)
  await controller.searchUploaded(picture, false)
  await slow
  const current = await searchItem.getValue()
  expect(current?.readFailure).toBeUndefined()
  expect(current?.lists.same?.offers).toHaveLength(2)
})

test('an address searched from a private window is private', async () => {
  await new SearchController().searchAddress('http://shop.example/none.jpg', true)
  expect((await searchItem.getValue())?.source.incognito).toBe(true)
})
