import { expect, test, vi } from 'vitest'
import { UnreadablePhotoError } from '../photo-match/decode-photo.ts'
import { readOfferPictures } from './offer-pictures.ts'

const never = new AbortController().signal
const MAX_CHARACTERS = 1000
const offers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ offerId: String(at), imageUrl: `https://img.example/${at}` }))
const read = async (_: AbortSignal, url: string) => `data:${url.at(-1)}`

test('four pictures are read at a time, each URL once, and every offer gets its picture', async () => {
  let [running, most] = [0, 0]
  const slowly = vi.fn(async (_: AbortSignal, url: string) => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running--
    return `data:${url.at(-1)}`
  })
  const all = [...offers(9), { offerId: 'again', imageUrl: 'https://img.example/3' }]
  const onRead = vi.fn()
  const { pictures } = await readOfferPictures(never, all, MAX_CHARACTERS, onRead, { read: slowly })
  expect(most).toBe(4)
  expect(slowly).toHaveBeenCalledTimes(9)
  expect(pictures).toMatchObject({ 0: 'data:0', 3: 'data:3', again: 'data:3' })
  expect(onRead).toHaveBeenLastCalledWith(10)
})

test('unreadable pictures are left out and counted by reason; an offer without a picture is not missing one', async () => {
  const failing = async (_: AbortSignal, url: string) => {
    if (url.endsWith('1')) throw new UnreadablePhotoError('unreachable')
    if (url.endsWith('2')) throw new UnreadablePhotoError('unreadable')
    return 'data:'
  }
  const all = [...offers(4), { offerId: 'none', imageUrl: null }]
  const found = await readOfferPictures(never, all, MAX_CHARACTERS, () => {}, { read: failing })
  expect(Object.keys(found.pictures)).toEqual(['0', '3'])
  expect(found.missing).toEqual({ unreachable: 1, unreadable: 1, 'no-room': 0 })
})

test('pictures that no longer fit are left out', async () => {
  const found = await readOfferPictures(never, offers(5), 3 * 'data:0'.length, () => {}, { read })
  expect(Object.keys(found.pictures)).toHaveLength(3)
  expect(found.missing['no-room']).toBe(2)
})

test('an aborted signal stops it', async () => {
  await expect(
    readOfferPictures(AbortSignal.abort(), offers(2), MAX_CHARACTERS, () => {}, { read }),
  ).rejects.toThrow()
})
