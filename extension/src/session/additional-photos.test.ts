import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { eraseSearches } from '../db/searches.ts'
import { acquirePicture } from '../image/acquire.ts'
import { callPageScript } from '../image/call-page-script.ts'
import { resultListOf } from '../model/fused-list.ts'
import type { SentPicture } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { additionalSentItem, askFirstItem, searchItem } from '../model/stored-items.ts'
import { BUSY } from '../testing/answers.ts'
import {
  aPicture,
  candidate,
  type PhotoWorker,
  readCandidate,
  startPhotoWorker,
  storeSearchWithGallery,
} from '../testing/photo-worker.ts'
import { aList, anOffer, aSearch } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

vi.mock('../image/acquire.ts')
vi.mock('../image/call-page-script.ts')

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
const photo = async (at: number) => (await now()).further?.[at]
const ids = (search: Search) =>
  resultListOf(search)
    ?.offers.map(({ offerId }) => offerId)
    .join('')

test('the chosen photos are read and searched, one call each, and make one list', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [1, 0] })
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b', 'c'])
  expect((await now()).further).toMatchObject([
    { source: candidate('b').source, reading: 'done', lists: { same: { state: 'done' } } },
    { source: candidate('c').source, reading: 'done', lists: { same: { state: 'done' } } },
  ])
  expect(ids(await now())).toBe('231')
})

test('there are at most five photos, whatever is asked for', async () => {
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1, 2, 3, 4] })
  await controller.changePhotos({ type: 'addUploadedPhoto', picture: aPicture('g') })
  expect((await now()).further).toHaveLength(4)
  expect(worker.requests).toHaveLength(4)
})

test('at most three are at the worker at once, and the next follows when one has come back', async () => {
  worker.isHeld = true
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1, 2, 3] })
  await vi.waitFor(async () => expect((await photo(3))?.lists.same?.state).toBe('loading'))
  await vi.waitFor(() => expect(worker.requests).toHaveLength(3))
  // A fourth would have been sent by now: it takes the same steps.
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b', 'c', 'd'])
  worker.waiting[1]?.answer(worker.respond(worker.waiting[1].request))
  await vi.waitFor(() => expect(worker.requests).toHaveLength(4))
  for (const { request, answer } of worker.waiting) answer(worker.respond(request))
  await all
  expect(ids(await now())).toBe('23145')
})

test('a photo that fails does not affect the others, and is retried alone', async () => {
  vi.mocked(acquirePicture).mockRejectedValueOnce(new Error('gone'))
  const controller = await begin()
  worker.isHeld = true
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  await vi.waitFor(() => expect(worker.waiting).toHaveLength(1))
  worker.waiting[0]?.answer(Response.json(BUSY, { status: 503 }))
  await all
  const [unread, refused] = (await now()).further ?? []
  expect(unread).toMatchObject({ reading: 'failed', readFailure: { code: 'internal' } })
  expect(refused).toMatchObject({
    reading: 'done',
    lists: { same: { state: 'failed', failure: { code: 'busy' } } },
  })
  expect(ids(await now())).toBe('12')
  worker.isHeld = false
  await controller.changePhotos({ type: 'retryPhoto', id: refused?.id ?? '' })
  await controller.changePhotos({ type: 'retryPhoto', id: unread?.id ?? '' })
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['c', 'c', 'b'])
  expect(ids(await now())).toBe('231')
})

test('a screenshot of a small thumbnail is not searched', async () => {
  vi.mocked(acquirePicture).mockResolvedValueOnce(
    aPicture('b', { how: 'capture', fromWidth: 60, fromHeight: 60 }),
  )
  await (await begin()).changePhotos({ type: 'addPhotos', indexes: [0] })
  expect(await photo(0)).toMatchObject({ reading: 'failed', readFailure: { code: 'picture_unreadable' } })
  expect(worker.requests).toEqual([])
})

test('if the user wants to see pictures first, nothing is sent before', async () => {
  await askFirstItem.setValue(true)
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  expect((await now()).further?.map(({ reading }) => reading)).toEqual(['ready', 'ready'])
  expect(worker.requests).toEqual([])
  await controller.changePhotos({ type: 'sendPhotos' })
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b', 'c'])
})

test('a photo that is removed while it waits to be read is not read', async () => {
  const reading = Promise.withResolvers<SentPicture>()
  vi.mocked(acquirePicture).mockReturnValueOnce(reading.promise)
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  await vi.waitFor(() => expect(acquirePicture).toHaveBeenCalledOnce())
  await controller.changePhotos({ type: 'removePhoto', id: (await photo(1))?.id ?? '' })
  reading.resolve(aPicture('b'))
  await all
  expect(acquirePicture).toHaveBeenCalledOnce()
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b'])
})

test('a removed photo ends, and leaves neither list nor picture', async () => {
  worker.isHeld = true
  const controller = await begin()
  const all = controller.changePhotos({ type: 'addPhotos', indexes: [0, 1] })
  await vi.waitFor(() => expect(worker.waiting).toHaveLength(2))
  const [first, second] = (await now()).further ?? []
  await controller.changePhotos({ type: 'removePhoto', id: first?.id ?? '' })
  worker.waiting[1]?.answer(worker.respond({ picture: 'c', mode: 'same', page: 1 }))
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
  worker.requests.length = 0
  await controller.loadMore()
  expect(worker.requests).toEqual([
    { picture: 'main', mode: 'same', page: 2 },
    { picture: 'b', mode: 'same', page: 2 },
  ])
  worker.requests.length = 0
  await controller.setMode('similar')
  expect(worker.requests).toEqual(
    ['main', 'b', 'c'].map((picture) => ({ picture, mode: 'similar', page: 1 })),
  )
  await controller.setMode('same')
  expect(worker.requests).toHaveLength(3)
})

test('if both modes are one search, the other costs no call for any photo', async () => {
  worker.provider = 'crossborder'
  const lists = { same: aList([anOffer('1')], { modesDiffer: false }) }
  const controller = await begin({ lists })
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  await controller.setMode('similar')
  expect(worker.requests).toHaveLength(1)
  expect(ids(await now())).toBe('123')
})

test('a photo that an ended background left running fails, and can be retried', async () => {
  worker.isHeld = true
  const controller = await begin()
  controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  await vi.waitFor(() => expect(worker.waiting).toHaveLength(1))
  const next = new SearchController()
  await next.changePhotos({ type: 'sendPhotos' })
  const ended = await photo(0)
  expect(ended?.lists.same).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } })
  worker.isHeld = false
  await next.changePhotos({ type: 'retryPhoto', id: ended?.id ?? '' })
  expect((await photo(0))?.lists.same?.state).toBe('done')
  expect(worker.requests.map(({ picture }) => picture)).toEqual(['b', 'b'])
})

test('the page is told which pictures are searched already, for its gallery to leave them out', async () => {
  const found = { ...candidate('c'), id: 1, addresses: candidate('c').source.addresses }
  vi.mocked(callPageScript).mockResolvedValue([found] as never)
  const controller = await begin()
  await controller.changePhotos({ type: 'addPhotos', indexes: [0] })
  await controller.changePhotos({ type: 'gallery' })
  const { gallery, further = [] } = await now()
  expect(gallery).toMatchObject({ state: 'done', choices: [{ source: { pictureId: 1 } }] })
  expect(callPageScript).toHaveBeenCalledWith(
    { tabId: 1, frameId: 0 },
    'gallery',
    null,
    aSearch('a', 1).source.addresses,
    further.flatMap(({ source }) => source.addresses),
  )
  expect(further).toHaveLength(1)
})

test('a page that was closed or has changed is reported as gone', async () => {
  vi.mocked(callPageScript).mockRejectedValueOnce(new Error('no tab'))
  const controller = await begin()
  await controller.changePhotos({ type: 'gallery' })
  expect((await now()).gallery).toEqual({ state: 'gone' })
})
