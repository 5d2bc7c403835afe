import sharp from 'sharp'
import { expect, test } from 'vitest'
import { offerWith } from '../../extension/src/testing/offers.ts'
import { SYNTHETIC_PHOTOS, syntheticPhoto } from '../images/synthetic/index.ts'
import { photoJudge } from './judge.ts'

const [room = '', street = ''] = SYNTHETIC_PHOTOS.filter((_, at) => at % 9 === 0)
const HOST = 'https://cbu01.alicdn.com/img/ibank'

const offer = (offerId: string, imageUrl: string | null) => offerWith({ offerId, imageUrl })

test('says which offers show the photo, reads each photo once, and its small version first', async () => {
  const mine = await syntheticPhoto(room, 800)
  const copy = await sharp(mine).resize(220).jpeg({ quality: 60 }).toBuffer()
  const other = await sharp(await syntheticPhoto(street, 800))
    .resize(300)
    .toBuffer()
  const requested: string[] = []
  const judge = photoJudge(async (_, address) => {
    requested.push(address.slice(HOST.length + 1))
    if (address.endsWith('/copy.jpg_220x220.jpg')) return copy
    // It has no small version.
    if (address.endsWith('/other.jpg')) return other
    if (address.endsWith('/page.jpg')) return Buffer.from('<!doctype html>')
    throw new Error('404')
  })
  const offers = [
    offer('1', `${HOST}/copy.jpg`),
    offer('2', `${HOST}/other.jpg`),
    offer('3', `${HOST}/gone.jpg`),
    offer('4', null),
    offer('5', `${HOST}/page.jpg`),
  ]
  const { signal } = new AbortController()
  expect(await judge(signal, mine, offers)).toEqual({ '1': 'same', '2': 'other' })
  const first = [...requested]
  expect(first).toContain('copy.jpg_220x220.jpg')
  expect(first).not.toContain('copy.jpg')
  expect(await judge(signal, mine, [offer('9', `${HOST}/copy.jpg`)])).toEqual({ '9': 'same' })
  expect(requested).toEqual(first)
})

test('a stop ends it', async () => {
  const stop = new AbortController()
  const judge = photoJudge(async () => {
    stop.abort(new Error('stopped'))
    throw new Error('cut')
  })
  const judging = judge(stop.signal, await syntheticPhoto(room, 400), [offer('1', `${HOST}/1.jpg`)])
  await expect(judging).rejects.toThrow('stopped')
})
