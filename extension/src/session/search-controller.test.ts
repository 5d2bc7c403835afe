import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { EMPTY_LIST, type Search } from '../model/search.ts'
import { askFirstItem, proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { SearchController } from './search-controller.ts'

const sent = {
  searchId: 'one',
  dataUrl: 'data:image/jpeg;base64,/9j/',
  bytes: 3,
  width: 1,
  height: 1,
  how: 'original',
  fromWidth: 1,
  fromHeight: 1,
  partly: false,
  untouched: false,
} as const

const search: Search = {
  id: 'one',
  startedAt: 1,
  source: {
    addresses: ['https://shop.example/a.jpg'],
    tabId: 1,
    windowId: 1,
    frameId: 0,
    incognito: false,
  },
  reading: 'done',
  mode: 'same',
  lists: {},
}

let provider = 'image-search'

function answer(page: number, offerIds: string[]) {
  const offers = offerIds.map((offerId) => ({
    offerId,
    title: '包',
    titleTranslated: null,
    price: '1.00',
    currency: 'CNY',
    priceTiers: [],
    minOrder: null,
    unit: null,
    supplier: { name: null, location: null, years: null, verified: null, badges: [] },
    imageUrl: null,
    detailUrl: 'https://detail.1688.com/offer/1.html',
    monthlySales: null,
    repurchaseRate: null,
    patented: null,
  }))
  return {
    searchId: 's',
    provider,
    mode: 'same',
    page,
    pageSize: 20,
    total: 3,
    hasMore: page === 1,
    cached: false,
    notes: [],
    image: { sha256: 'x', bytes: 3, width: 1, height: 1 },
    offers,
  }
}

const asked: string[] = []

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  asked.length = 0
  provider = 'image-search'
  await proxyItem.setValue({ address: 'https://proxy.example', clientKey: 'key' })
  await sentItem.setValue(sent)
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.startsWith('data:')) return new Response('jpeg')
    asked.push(url)
    const page = Number(new URL(url).searchParams.get('page'))
    return Response.json(answer(page, page === 1 ? ['1', '2'] : ['2', '3']))
  })
})

test('a search that an ended background left running fails, and is not repeated', async () => {
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  await new SearchController().loadMore()
  const list = (await searchItem.getValue())?.lists.same
  expect(list?.state).toBe('failed')
  expect(list?.failure?.code).toBe('interrupted')
  expect(asked).toEqual([])
})

test('a finished search stays as it is', async () => {
  const done: Search = { ...search, lists: { same: { ...EMPTY_LIST, state: 'done', page: 1 } } }
  await searchItem.setValue(done)
  await new SearchController().retry()
  expect(await searchItem.getValue()).toEqual(done)
  expect(asked).toEqual([])
})

test('retrying continues with the picture that was read', async () => {
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  await new SearchController().retry()
  expect((await searchItem.getValue())?.lists.same?.offers.map(({ offerId }) => offerId)).toEqual(['1', '2'])
  expect(asked).toHaveLength(1)
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
  expect(asked).toHaveLength(2)
})

test('a mode that would find the same costs no call', async () => {
  provider = 'crossborder'
  await searchItem.setValue({ ...search, lists: { same: EMPTY_LIST } })
  const controller = new SearchController()
  await controller.retry()
  await controller.setMode('similar')
  expect((await searchItem.getValue())?.lists.similar?.offers).toHaveLength(2)
  expect(asked).toHaveLength(1)
})

const { searchId: _, ...picture } = sent

test('an uploaded picture is searched', async () => {
  await new SearchController().searchUploaded(picture, false)
  const search = await searchItem.getValue()
  expect(search?.lists.same?.offers).toHaveLength(2)
  expect((await sentItem.getValue())?.searchId).toBe(search?.id)
})

test('if the person wants to see pictures first, nothing is sent before', async () => {
  await askFirstItem.setValue(true)
  const controller = new SearchController()
  await controller.searchUploaded(picture, false)
  expect((await searchItem.getValue())?.reading).toBe('ready')
  expect(asked).toEqual([])
  await controller.send()
  expect(asked).toHaveLength(1)
  await controller.send()
  expect(asked).toHaveLength(1)
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
  const kept = await searchItem.getValue()
  expect(kept?.readFailure).toBeUndefined()
  expect(kept?.lists.same?.offers).toHaveLength(2)
})

test('an address searched from a private window is private', async () => {
  await new SearchController().searchAddress('http://shop.example/none.jpg', true)
  expect((await searchItem.getValue())?.source.incognito).toBe(true)
})
