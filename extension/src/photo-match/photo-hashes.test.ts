import { hashPhoto } from '@find-on-1688/shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { photoHashesItem } from '../model/stored-items.ts'
import { openPhotoHashes } from './photo-hashes.ts'
import { framed, mosaic } from './testing/samples.ts'

const HASH = hashPhoto(mosaic(1))
const BORDERED = hashPhoto(framed(mosaic(1), 40))
const address = (at: number) => `https://shop.example/${at}.jpg`

beforeEach(() => fakeBrowser.reset())

/** Keeps the hashes of pictures `from` to `to`, without the last. */
async function keepAll(from: number, to: number): Promise<void> {
  const hashes = await openPhotoHashes()
  for (let at = from; at < to; at++) await hashes.keep(address(at), HASH)
  await hashes.end()
}

test('what one view has kept the next one knows, with and without a border', async () => {
  const first = await openPhotoHashes()
  await first.keep(address(1), HASH)
  await first.keep(address(2), BORDERED)
  expect(await first.get(address(1))).toEqual(HASH)
  await first.end()
  const next = await openPhotoHashes()
  expect(await next.get(address(1))).toEqual(HASH)
  expect(await next.get(address(2))).toEqual(BORDERED)
  expect(await next.get(address(3))).toBeUndefined()
})

test('no address is kept', async () => {
  await keepAll(1, 2)
  expect(JSON.stringify(await photoHashesItem.getValue())).not.toContain('shop.example')
})

test('of more than 400 the oldest go', async () => {
  await keepAll(0, 399)
  await keepAll(399, 402)
  const hashes = await openPhotoHashes()
  expect(await photoHashesItem.getValue()).toHaveLength(400)
  expect(await hashes.get(address(1))).toBeUndefined()
  expect(await hashes.get(address(2))).toEqual(HASH)
  expect(await hashes.get(address(401))).toEqual(HASH)
})

test('two views at the same time keep what the other has', async () => {
  const [popup, tab] = [await openPhotoHashes(), await openPhotoHashes()]
  await popup.keep(address(1), HASH)
  await tab.keep(address(2), HASH)
  await popup.end()
  await tab.end()
  const next = await openPhotoHashes()
  expect(await next.get(address(1))).toEqual(HASH)
  expect(await next.get(address(2))).toEqual(HASH)
})

test('what is kept in another form is as good as nothing, and does no harm to the rest', async () => {
  await keepAll(1, 2)
  const kept = await photoHashesItem.getValue()
  const [key] = kept[0] as [string, unknown]
  const other = { ...HASH, method: 'another/1' }
  await photoHashesItem.setValue([['x', other], 7, ['y'], ['z', { ...HASH, plain: {} }], ...kept] as never)
  expect(await (await openPhotoHashes()).get(address(1))).toEqual(HASH)
  await photoHashesItem.setValue([[key, other]] as never)
  expect(await (await openPhotoHashes()).get(address(1))).toBeUndefined()
  await photoHashesItem.setValue({ [key]: HASH } as never)
  expect(await (await openPhotoHashes()).get(address(1))).toBeUndefined()
})

test('where nothing can be written it is known here alone', async () => {
  const hashes = await openPhotoHashes()
  const full = vi.spyOn(photoHashesItem, 'setValue').mockRejectedValue(new Error('full'))
  await hashes.keep(address(1), HASH)
  await hashes.end()
  full.mockRestore()
  expect(await hashes.get(address(1))).toEqual(HASH)
  expect(await photoHashesItem.getValue()).toEqual([])
})

test('many at once are written in one go', async () => {
  const set = vi.spyOn(photoHashesItem, 'setValue')
  await keepAll(0, 20)
  expect(set.mock.calls.length).toBeLessThanOrEqual(2)
  set.mockRestore()
})
