import { expect, test, vi } from 'vitest'
import { UnreadPhotoError } from '../photo-match/unread-photo.ts'
import { readOfferPictures } from './offer-pictures.ts'

const never = new AbortController().signal
const ROOM = 1000
const offers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ offerId: String(at), imageUrl: `https://img.example/${at}` }))
const read = async (_: AbortSignal, address: string) => `data:${address.at(-1)}`

test('four pictures are read at once, each address once, and every offer gets its own', async () => {
  let [now, most] = [0, 0]
  const slowly = vi.fn(async (_: AbortSignal, address: string) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    now--
    return `data:${address.at(-1)}`
  })
  const all = [...offers(9), { offerId: 'again', imageUrl: 'https://img.example/3' }]
  const onRead = vi.fn()
  const { pictures } = await readOfferPictures(never, all, ROOM, onRead, { read: slowly })
  expect(most).toBe(4)
  expect(slowly).toHaveBeenCalledTimes(9)
  expect(pictures).toMatchObject({ 0: 'data:0', 3: 'data:3', again: 'data:3' })
  expect(onRead).toHaveBeenLastCalledWith(10)
})

test('what cannot be read is left out and counted by its reason, and no picture is no failure', async () => {
  const failing = async (_: AbortSignal, address: string) => {
    if (address.endsWith('1')) throw new UnreadPhotoError('unreachable')
    if (address.endsWith('2')) throw new UnreadPhotoError('unreadable')
    return 'data:'
  }
  const all = [...offers(4), { offerId: 'none', imageUrl: null }]
  const found = await readOfferPictures(never, all, ROOM, () => {}, { read: failing })
  expect(Object.keys(found.pictures)).toEqual(['0', '3'])
  expect(found.missing).toEqual({ unreachable: 1, unreadable: 1, 'no-room': 0 })
})

test('there is no more of them than there is room for', async () => {
  const found = await readOfferPictures(never, offers(5), 3 * 'data:0'.length, () => {}, { read })
  expect(Object.keys(found.pictures)).toHaveLength(3)
  expect(found.missing['no-room']).toBe(2)
})

test('a view that is closed ends it', async () => {
  await expect(readOfferPictures(AbortSignal.abort(), offers(2), ROOM, () => {}, { read })).rejects.toThrow()
})
