import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { eraseSearches, getSearch } from '../db/searches.ts'
import { acquirePicture } from '../image/acquire.ts'
import { callPageScript } from '../image/call-page-script.ts'
import { resultListOf } from '../model/fused-list.ts'
import type { Candidate } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { additionalSentItem, askFirstItem, proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { anAnswer, BUSY, PROXY } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

vi.mock('../image/acquire.ts')
vi.mock('../image/call-page-script.ts')

interface Asked {
  picture: string
  mode: string
  page: number
}
/** What has left, and what waits for an answer. */
let sent: Asked[]
let waiting: { asked: Asked; answer(response: Response): void }[]
/** What each picture finds; further pages have nothing new. */
const FINDS: Record<string, string[]> = { main: ['1', '2'], b: ['2', '3'], c: ['3', '2'], d: ['4'], e: ['5'] }
let provider: 'image-search' | 'crossborder'
let isHeld: boolean

const choice = (name: string): Candidate => ({
  source: {
    addresses: [`https://shop.example/${name}.jpg`],
    tabId: 1,
    windowId: 1,
    frameId: 0,
    incognito: false,
  },
  kind: 'image',
  width: 800,
  height: 800,
})
const ids = (search: Search) =>
  resultListOf(search)
    ?.offers.map(({ offerId }) => offerId)
    .join('')
const now = async () => (await searchItem.getValue()) as Search
const photo = async (at: number) => (await now()).further?.[at]
const sentOf = (name: string, rest = {}) => {
  const { searchId: _, ...picture } = aSent('', name)
  return { ...picture, ...rest }
}

function respond(asked: Asked): Response {
  const { picture, mode, page } = asked
  return Response.json(
    anAnswer(FINDS[picture] ?? [], {
      provider,
      mode: mode as Search['mode'],
      page,
      hasMore: picture === 'main' || picture === 'b',
    }),
  )
}

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await eraseSearches()
  await proxyItem.setValue(PROXY)
  provider = 'image-search'
  isHeld = false
  sent = []
  waiting = []
  vi.mocked(acquirePicture).mockImplementation(async (_, { addresses }) =>
    sentOf(addresses[0]?.replace(/.*\/|\.jpg/g, '') ?? ''),
  )
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.startsWith('data:')) return fetch(url)
    const params = new URL(url).searchParams
    const picture = await new Response(init?.body ?? null).text()
    const asked = { picture, mode: params.get('mode') ?? '', page: Number(params.get('page')) }
    init?.signal?.throwIfAborted()
    sent.push(asked)
    if (!isHeld) return respond(asked)
    return new Promise<Response>((resolve, reject) => {
      waiting.push({ asked, answer: resolve })
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  })
  return () => vi.unstubAllGlobals()
})

/** A search whose first photo has been searched, with what the page has beside it. */
async function begin(
  rest: Partial<Search> = {},
  names = ['b', 'c', 'd', 'e', 'f'],
): Promise<SearchController> {
  const lists = {
    same: aList(
      ['1', '2'].map((id) => anOffer(id)),
      { hasMore: true },
    ),
  }
  const gallery = { state: 'done' as const, choices: names.map(choice) }
  await searchItem.setValue(aSearch('a', 1, { lists, gallery, ...rest }))
  await sentItem.setValue(aSent('a', 'main'))
  return new SearchController()
}

test('the chosen photos are read and searched, one call each, and make one list', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [1, 0] })
  expect(sent.map(({ picture }) => picture)).toEqual(['b', 'c'])
  expect((await now()).further).toMatchObject([
    { source: choice('b').source, reading: 'done', lists: { same: { state: 'done' } } },
    { source: choice('c').source, reading: 'done', lists: { same: { state: 'done' } } },
  ])
  expect(ids(await now())).toBe('231')
})

test('there are at most five photos, whatever is asked for', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1, 2, 3, 4] })
  await controller.changePhotos({ type: 'addUploadedPhoto', picture: sentOf('g') })
  expect((await now()).further).toHaveLength(4)
  expect(sent).toHaveLength(4)
})

test('at most three are at the worker at once, and the next follows when one has come back', async () => {
  isHeld = true
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1, 2, 3] })
  await vi.waitFor(async () => expect((await photo(3))?.lists.same?.state).toBe('loading'))
  expect(sent.map(({ picture }) => picture)).toEqual(['b', 'c', 'd'])
  waiting[1]?.answer(respond(waiting[1].asked))
  await vi.waitFor(() => expect(sent).toHaveLength(4))
  for (const { asked, answer } of waiting) answer(respond(asked))
  await all
  expect(ids(await now())).toBe('23145')
})

test('a photo that fails does not affect the others, and is retried alone', async () => {
  vi.mocked(acquirePicture).mockRejectedValueOnce(new Error('gone'))
  const controller = await begin()
  isHeld = true
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  waiting[0]?.answer(Response.json(BUSY, { status: 503 }))
  await all
  const [unread, refused] = (await now()).further ?? []
  expect(unread).toMatchObject({ reading: 'failed', readFailure: { code: 'internal' } })
  expect(refused).toMatchObject({
    reading: 'done',
    lists: { same: { state: 'failed', failure: { code: 'busy' } } },
  })
  expect(ids(await now())).toBe('12')
  isHeld = false
  await controller.changePhotos({ type: 'retryPhoto', id: refused?.id ?? '' })
  await controller.changePhotos({ type: 'retryPhoto', id: unread?.id ?? '' })
  expect(sent.map(({ picture }) => picture)).toEqual(['c', 'c', 'b'])
  expect(ids(await now())).toBe('231')
})

test('a screenshot of a small thumbnail is not searched', async () => {
  vi.mocked(acquirePicture).mockResolvedValueOnce(
    sentOf('b', { how: 'capture', fromWidth: 60, fromHeight: 60 }),
  )
  await (await begin()).changePhotos({ type: 'addPhotos', indexes: [0] })
  expect(await photo(0)).toMatchObject({ reading: 'failed', readFailure: { code: 'picture_unreadable' } })
  expect(sent).toEqual([])
})

test('if the person wants to see pictures first, nothing is sent before', async () => {
  await askFirstItem.setValue(true)
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  expect((await now()).further?.map(({ reading }) => reading)).toEqual(['ready', 'ready'])
  expect(sent).toEqual([])
  await controller.changePhotos({ type: 'sendPhotos' })
  expect(sent.map(({ picture }) => picture)).toEqual(['b', 'c'])
})

test('a removed photo ends, and leaves neither list nor picture', async () => {
  isHeld = true
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  const [first, second] = (await now()).further ?? []
  await controller.changePhotos({ type: 'removePhoto', id: first?.id ?? '' })
  waiting[1]?.answer(respond({ picture: 'c', mode: 'same', page: 1 }))
  await all
  expect((await now()).further?.map(({ id }) => id)).toEqual([second?.id])
  expect(Object.keys((await additionalSentItem.getValue())?.pictures ?? {})).toEqual([second?.id])
  await controller.changePhotos({ type: 'removePhoto', id: second?.id ?? '' })
  expect(await now()).not.toHaveProperty('further')
  expect(ids(await now())).toBe('12')
})

test('the other mode and the next page are loaded for each photo that has them', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  sent.length = 0
  await controller.loadMore()
  expect(sent).toEqual([
    { picture: 'main', mode: 'same', page: 2 },
    { picture: 'b', mode: 'same', page: 2 },
  ])
  sent.length = 0
  await controller.setMode('similar')
  expect(sent).toEqual(['main', 'b', 'c'].map((picture) => ({ picture, mode: 'similar', page: 1 })))
  await controller.setMode('same')
  expect(sent).toHaveLength(3)
})

test('if both modes are one search, the other costs no call for any photo', async () => {
  provider = 'crossborder'
  const lists = { same: aList([anOffer('1')], { modesDiffer: false }) }
  const controller = await begin({ lists })
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  await controller.setMode('similar')
  expect(sent).toHaveLength(1)
  expect(ids(await now())).toBe('123')
})

test('a photo that an ended background left running fails, and can be retried', async () => {
  isHeld = true
  const controller = await begin()
  controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  const next = new SearchController()
  await next.changePhotos({ type: 'sendPhotos' })
  const ended = await photo(0)
  expect(ended?.lists.same).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } })
  isHeld = false
  await next.changePhotos({ type: 'retryPhoto', id: ended?.id ?? '' })
  expect((await photo(0))?.lists.same?.state).toBe('done')
  expect(sent.map(({ picture }) => picture)).toEqual(['b', 'b'])
})

test('a new search ends all photos and leaves no picture of them', async () => {
  isHeld = true
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1, 2, 3] })
  await vi.waitFor(() => expect(waiting).toHaveLength(3))
  isHeld = false
  await controller.searchUploaded(sentOf('main'), false)
  await all
  expect(sent.map(({ picture }) => picture)).toEqual(['b', 'c', 'd', 'main'])
  expect(await now()).not.toHaveProperty('further')
  expect(await additionalSentItem.getValue()).toBe(null)
})

test('refreshing searches all photos again, with the pictures that were sent', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  sent.length = 0
  await controller.refresh()
  expect(sent.map(({ picture }) => picture).toSorted()).toEqual(['b', 'main'])
  expect(acquirePicture).toHaveBeenCalledTimes(1)
  expect(ids(await now())).toBe('213')
})

test('a saved search of several photos reopens without a call, and continues', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  const before = ids(await now())
  expect(JSON.stringify(await getSearch('a'))).not.toContain('shop.example')
  await controller.searchUploaded(sentOf('main'), false)
  sent.length = 0
  await controller.reopen('a')
  expect(ids(await now())).toBe(before)
  expect(Object.values((await additionalSentItem.getValue())?.pictures ?? {})).toEqual([
    sentOf('b'),
    sentOf('c'),
  ])
  expect(sent).toEqual([])
  await controller.loadMore()
  expect(sent.map(({ picture }) => picture)).toEqual(['main', 'b'])
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
  sent.length = 0
  await controller.readGranted(['https://shop.example/*'])
  expect(sent.map(({ picture }) => picture)).toEqual(['b'])
  expect((await now()).id).toBe('a')
})

test('reading the first photo again carries the others along with their results', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  sent.length = 0
  vi.mocked(acquirePicture).mockResolvedValueOnce(sentOf('main'))
  await controller.readGranted(['https://shop.example/*'])
  expect(sent.map(({ picture }) => picture)).toEqual(['main'])
  expect((await now()).id).not.toBe('a')
  expect(ids(await now())).toBe('213')
})

test('the gallery leaves out pictures that are searched already', async () => {
  const found = ['b', 'c'].map((name, id) => ({
    ...choice(name),
    id,
    addresses: choice(name).source.addresses,
  }))
  vi.mocked(callPageScript).mockResolvedValue(found as never)
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  await controller.changePhotos({ type: 'gallery' })
  expect((await now()).gallery).toMatchObject({ state: 'done', choices: [{ source: { pictureId: 1 } }] })
  expect(callPageScript).toHaveBeenCalledWith(
    { tabId: 1, frameId: 0 },
    'gallery',
    null,
    aSearch('a', 1).source.addresses,
  )
})

test('a page that was closed or has changed is reported as gone', async () => {
  vi.mocked(callPageScript).mockRejectedValueOnce(new Error('no tab'))
  const controller = await begin()
  await controller.changePhotos({ type: 'gallery' })
  expect((await now()).gallery).toEqual({ state: 'gone' })
})
