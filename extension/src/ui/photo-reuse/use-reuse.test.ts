import { hashPhoto } from '@find-on-1688/shared'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openPhotoHashes } from '../../photo-match/photo-hashes.ts'
import { mirrorImage, mosaic } from '../../photo-match/testing/samples.ts'
import { anOffer } from '../../testing/searches.ts'
import { reuseAmong } from './use-reuse.ts'

const QUERY = 'data:image/jpeg;base64,AAAA'
const offers = ['1', '2', '3', '4', '5'].map((offerId) => anOffer(offerId))

beforeEach(async () => {
  fakeBrowser.reset()
  const hashes = await openPhotoHashes()
  await hashes.add(QUERY, hashPhoto(mosaic(1)))
  const pictures = [mosaic(2), mosaic(1), mosaic(2), mirrorImage(mosaic(1))]
  for (const [at, picture] of pictures.entries())
    await hashes.add(offers[at]?.imageUrl ?? '', hashPhoto(picture))
  await hashes.flush()
})

test('the hashes stored for verdicts tell which photos are the same', async () => {
  const { photos } = await reuseAmong([QUERY], offers)
  expect(photos.map(({ isQuery, uses }) => [isQuery, uses.map(({ offerId }) => offerId)])).toEqual([
    [true, ['2', '4']],
    [false, ['1', '3']],
  ])
})

test('an offer whose picture has not been read does not count as compared', async () => {
  expect((await reuseAmong([QUERY], offers)).compared).toBe(4)
  const pictureless = anOffer('6', { imageUrl: null })
  expect(await reuseAmong([QUERY], [pictureless])).toEqual({ photos: [], compared: 0 })
})

test('until the sent picture has a hash, no photo counts as the searched one', async () => {
  const { photos } = await reuseAmong(['data:image/jpeg;base64,BBBB'], offers)
  expect(photos.map(({ isQuery }) => isQuery)).toEqual([false, false])
})
