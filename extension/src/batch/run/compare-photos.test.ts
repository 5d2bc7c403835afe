import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aBatchAnswer, aBatchRow } from '../../testing/batches.ts'
import { anOffer } from '../../testing/searches.ts'
import { addRows, type Documents, reduceText, startDocuments } from '../testing/documents.ts'

const photos = vi.hoisted(() => ({ hosts: 'open' as 'open' | 'closed', read: [] as string[] }))

vi.mock('../pictures/off-thread.ts', () => ({
  reducePicture: reduceText,
  hashPicture: () => expect.fail('read by a stand-in'),
}))
vi.mock('../../photo-match/read-photo.ts', async () => {
  const { hashPhoto } = await import('@find-on-1688/shared')
  const { mosaic, paint } = await import('../../photo-match/testing/samples.ts')
  return {
    readPhoto: () => expect.fail('hashed here'),
    async readPhotoAs(_: AbortSignal, address: string) {
      if (address.startsWith('data:')) return hashPhoto(mosaic(1))
      photos.read.push(address)
      // Each document has its own class of errors.
      const { UnreadablePhotoError } = await import('../../photo-match/decode-photo.ts')
      if (photos.hosts === 'closed' || address.includes('gone')) throw new UnreadablePhotoError('unreachable')
      if (address.includes('flat')) return hashPhoto(paint(160, 160, () => 128))
      return hashPhoto(mosaic(address.includes('same') ? 1 : 2))
    },
  }
})

let document: Awaited<ReturnType<Documents['open']>>
let granted: Set<() => void>
let leave = () => {}

beforeEach(async () => {
  vi.restoreAllMocks()
  Object.assign(photos, { hosts: 'open', read: [] })
  document = await (await startDocuments()).open()
  granted = new Set()
  const { onAdded } = fakeBrowser.permissions
  vi.spyOn(onAdded, 'addListener').mockImplementation(
    (listener) => granted.add(listener as () => void) as never,
  )
  vi.spyOn(onAdded, 'removeListener').mockImplementation((l) => granted.delete(l as () => void) as never)
  await addRows(
    document,
    [0, 1].map((index) => aBatchRow(index)),
  )
  const offers = ['same', 'other', 'gone'].map((name, index) =>
    anOffer(`${index}`, { imageUrl: `https://cbu01.alicdn.com/${name}.jpg` }),
  )
  await document.storeRowPicture('b1', [0, 1], new Blob(['a']))
  const digest = (await row(0)).digest as string
  const { saveAnswer } = await import('./claim.ts')
  await saveAnswer(aBatchAnswer({ digest, offers }), [0], 0)
  return async () => {
    leave()
    await document.kill()
    vi.unstubAllGlobals()
  }
})

async function row(index: number) {
  const [found] = await document.getBatchRowsAt('b1', [index])
  return found ?? expect.fail('the row is gone')
}

async function answer() {
  return (await document.getBatchAnswer('b1', (await row(0)).digest ?? '')) ?? expect.fail('no answer')
}

const isCompared = () => vi.waitFor(async () => expect((await row(0)).outcome?.compared).toBe(2))

test('offers are compared once they are there, and the row says what came of it', async () => {
  leave = document.keepComparing('b1')
  await isCompared()
  expect((await row(0)).outcome).toMatchObject({
    offers: 3,
    compared: 2,
    same: 1,
    likely: 0,
    suppliers: ['工厂0'],
  })
  expect((await answer()).verdicts).toEqual({ 0: 'same', 1: 'other' })
})

test('a decision that is made meanwhile stays', async () => {
  leave = document.keepComparing('b1')
  await document.changeBatchRows('b1', [0], (each) => ({ ...each, note: 'mine' }))
  await isCompared()
  expect((await row(0)).note).toBe('mine')
})

test('without the permission nothing is asked for again, until it is given', async () => {
  photos.hosts = 'closed'
  const other = anOffer('9', { imageUrl: 'https://cbu01.alicdn.com/same.jpg' })
  const { saveAnswer } = await import('./claim.ts')
  await document.changeBatchRows('b1', [1], (each) => ({ ...each, digest: 'd9' }))
  await document.saveBatchPicture({ batchId: 'b1', digest: 'd9', jpeg: new Blob(['b']), thumb: '' })
  await saveAnswer(aBatchAnswer({ digest: 'd9', offers: [other] }), [1], 0)
  leave = document.keepComparing('b1')
  await vi.waitFor(() => expect(photos.read).toHaveLength(3))
  await document.changeBatchRows('b1', [1], (each) => ({ ...each, note: 'wakes it' }))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(photos.read).toHaveLength(3)
  photos.hosts = 'open'
  for (const listener of granted) listener()
  await isCompared()
  await vi.waitFor(async () => expect((await row(1)).outcome).toMatchObject({ compared: 1, same: 1 }))
})

test('each photo is read once, also for several rows', async () => {
  leave = document.keepComparing('b1')
  await isCompared()
  const { saveAnswer } = await import('./claim.ts')
  await document.changeBatchRows('b1', [1], (each) => ({ ...each, digest: 'd9' }))
  await document.saveBatchPicture({ batchId: 'b1', digest: 'd9', jpeg: new Blob(['b']), thumb: '' })
  await saveAnswer(aBatchAnswer({ digest: 'd9', offers: (await answer()).offers.slice(0, 2) }), [1], 0)
  await vi.waitFor(async () => expect((await row(1)).outcome?.compared).toBe(2))
  expect(photos.read.filter((address) => address.includes('same'))).toHaveLength(1)
})

test('a row with a photo that cannot be compared is not taken up again each time', async () => {
  const { saveAnswer } = await import('./claim.ts')
  const other = await answer()
  const offers = [anOffer('9', { imageUrl: 'https://cbu01.alicdn.com/flat.jpg' })]
  await document.changeBatchRows('b1', [0], (each) => ({ ...each, digest: 'd9' }))
  await document.saveBatchPicture({ batchId: 'b1', digest: 'd9', jpeg: new Blob(['b']), thumb: '' })
  await saveAnswer(aBatchAnswer({ digest: 'd9', offers }), [0], 0)
  await saveAnswer(other, [1], 0)
  leave = document.keepComparing('b1')
  await vi.waitFor(async () => expect((await row(1)).outcome?.compared).toBe(2))
  expect((await row(0)).outcome).toMatchObject({ compared: 0, incomparable: 1, same: 0 })
  leave()
  const changed: number[] = []
  const { watchBatches } = await import('../../db/notify-batch.ts')
  const unwatch = watchBatches(({ indexes = [] }) => changed.push(...indexes))
  leave = document.keepComparing('b1')
  // After the other row, one of whose photos was out of reach.
  await vi.waitFor(() => expect(changed).toContain(1))
  unwatch()
  expect(changed).not.toContain(0)
})
