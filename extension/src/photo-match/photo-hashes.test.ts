import { hashPhoto } from '@find-on-1688/shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { photoHashesItem } from '../model/stored-items.ts'
import { openPhotoHashes } from './photo-hashes.ts'
import { framed, mosaic } from './testing/samples.ts'

const HASH = hashPhoto(mosaic(1))
const BORDERED = hashPhoto(framed(mosaic(1), 40))
const address = (index: number) => `https://shop.example/${index}.jpg`

beforeEach(() => fakeBrowser.reset())

/** Adds hashes for pictures `from` up to but not including `to`. */
async function addAll(from: number, to: number): Promise<void> {
  const hashes = await openPhotoHashes()
  for (let index = from; index < to; index++) await hashes.add(address(index), HASH)
  await hashes.flush()
}

test('the next view knows the hashes of the last, with and without a border', async () => {
  const first = await openPhotoHashes()
  await first.add(address(1), HASH)
  await first.add(address(2), BORDERED)
  expect(await first.get(address(1))).toEqual(HASH)
  await first.flush()
  const next = await openPhotoHashes()
  expect(await next.get(address(1))).toEqual(HASH)
  expect(await next.get(address(2))).toEqual(BORDERED)
  expect(await next.get(address(3))).toBeUndefined()
})

test('addresses are not stored', async () => {
  await addAll(1, 2)
  expect(JSON.stringify(await photoHashesItem.getValue())).not.toContain('shop.example')
})

test('beyond 800 hashes, the oldest are dropped', async () => {
  await addAll(0, 799)
  await addAll(799, 802)
  const hashes = await openPhotoHashes()
  expect(await photoHashesItem.getValue()).toHaveLength(800)
  expect(await hashes.get(address(1))).toBeUndefined()
  expect(await hashes.get(address(2))).toEqual(HASH)
  expect(await hashes.get(address(801))).toEqual(HASH)
})

test('two views at the same time do not overwrite each other', async () => {
  const [popup, tab] = [await openPhotoHashes(), await openPhotoHashes()]
  await popup.add(address(1), HASH)
  await tab.add(address(2), HASH)
  await popup.flush()
  await tab.flush()
  const next = await openPhotoHashes()
  expect(await next.get(address(1))).toEqual(HASH)
  expect(await next.get(address(2))).toEqual(HASH)
})

test('stored entries of another form are ignored, and the rest still work', async () => {
  await addAll(1, 2)
  const stored = await photoHashesItem.getValue()
  const [key] = stored[0] as [string, unknown]
  const other = { ...HASH, method: 'another/1' }
  await photoHashesItem.setValue([['x', other], 7, ['y'], ['z', { ...HASH, plain: {} }], ...stored] as never)
  expect(await (await openPhotoHashes()).get(address(1))).toEqual(HASH)
  await photoHashesItem.setValue([[key, other]] as never)
  expect(await (await openPhotoHashes()).get(address(1))).toBeUndefined()
  await photoHashesItem.setValue({ [key]: HASH } as never)
  expect(await (await openPhotoHashes()).get(address(1))).toBeUndefined()
})

test('if storage cannot be written, the hashes are still known here', async () => {
  const hashes = await openPhotoHashes()
  const full = vi.spyOn(photoHashesItem, 'setValue').mockRejectedValue(new Error('full'))
  await hashes.add(address(1), HASH)
  await hashes.flush()
  full.mockRestore()
  expect(await hashes.get(address(1))).toEqual(HASH)
  expect(await photoHashesItem.getValue()).toEqual([])
})

test('many hashes at once are written together', async () => {
  const set = vi.spyOn(photoHashesItem, 'setValue')
  await addAll(0, 20)
  expect(set.mock.calls.length).toBeLessThanOrEqual(2)
  set.mockRestore()
})
