import { PHOTO_METHOD, type Pixels } from '@find-on-1688/shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { UnreadablePhotoError } from './decode-photo.ts'
import { mirrorImage, mosaic, paint } from './testing/samples.ts'
import { type JudgeRequest, judgeOffers, type OfferPhoto, type OfferPhotoVerdict } from './verdicts.ts'

const QUERY = 'data:image/jpeg;base64,AAAA'
const PICTURES: Record<string, Pixels> = {
  [QUERY]: mosaic(1),
  'https://p.example/same': mosaic(1, 80),
  'https://p.example/mirrored': mirrorImage(mosaic(1)),
  'https://p.example/other': mosaic(2),
  'https://p.example/flat': paint(50, 50, () => 255),
}

beforeEach(() => fakeBrowser.reset())

const shows = (offerId: string, picture: string | null): OfferPhoto => ({
  offerId,
  imageUrl: picture && `https://p.example/${picture}`,
})

function pictureReader(pictures = PICTURES) {
  return vi.fn(async (_: AbortSignal, address: string) => {
    const pixels = pictures[address]
    if (!pixels) throw new UnreadablePhotoError(address.endsWith('broken') ? 'unreadable' : 'unreachable')
    return pixels
  })
}

async function judge(
  offers: OfferPhoto[],
  read: Parameters<typeof judgeOffers>[1] = {},
  more: Partial<JudgeRequest> = {},
) {
  const verdicts: [string, OfferPhotoVerdict, boolean][] = []
  await judgeOffers(
    {
      signal: new AbortController().signal,
      queries: [QUERY],
      offers,
      onVerdict: (offerId, verdict, hash) => verdicts.push([offerId, verdict, hash !== null]),
      ...more,
    },
    { read: pictureReader(), ...read },
  )
  return verdicts
}

const kinds = (verdicts: [string, OfferPhotoVerdict, boolean][]) =>
  Object.fromEntries(verdicts.map(([offerId, { kind, why }]) => [offerId, why ?? kind]))

test('each offer gets a verdict, with its method and the hash of its picture', async () => {
  const verdicts = await judge([
    shows('1', 'same'),
    shows('2', 'mirrored'),
    shows('3', 'other'),
    shows('4', 'flat'),
  ])
  const method = PHOTO_METHOD
  expect(verdicts.toSorted()).toEqual([
    ['1', { kind: 'same', reasons: [], distance: expect.any(Number), method }, true],
    ['2', { kind: 'same', reasons: ['mirrored'], distance: expect.any(Number), method }, true],
    ['3', { kind: 'other', reasons: [], distance: expect.any(Number), method }, true],
    ['4', { kind: 'cannot-compare', reasons: ['other-flat'], distance: null, method }, true],
  ])
})

test('an offer whose picture cannot be read is not checked, and the others are', async () => {
  const offers = [shows('1', 'gone'), shows('2', 'broken'), shows('3', null), shows('4', 'same')]
  const verdicts = await judge(offers)
  expect(kinds(verdicts)).toEqual({ 1: 'unreachable', 2: 'unreadable', 3: 'no-picture', 4: 'same' })
  expect(verdicts.filter(([, { kind }]) => kind === 'not-checked')).toHaveLength(3)
  expect(verdicts.find(([offerId]) => offerId === '1')?.[2]).toBe(false)
})

test('an unexpected failure affects only its own picture', async () => {
  const read = pictureReader({
    ...PICTURES,
    'https://p.example/odd': { data: new Uint8ClampedArray(3), width: 1, height: 1 },
  })
  expect(kinds(await judge([shows('1', 'odd'), shows('2', 'same')], { read }))).toEqual({
    1: 'unreadable',
    2: 'same',
  })
})

test('an address is read once for all its offers', async () => {
  const read = pictureReader()
  const verdicts = await judge([shows('1', 'same'), shows('2', 'other'), shows('3', 'same')], { read })
  expect(kinds(verdicts)).toEqual({ 1: 'same', 2: 'other', 3: 'same' })
  expect(read.mock.calls.map(([, address]) => address)).toEqual([
    QUERY,
    'https://p.example/same',
    'https://p.example/other',
  ])
})

test('at most four pictures are read at a time, in the order of the offers', async () => {
  const offers = Array.from({ length: 9 }, (_, index) => shows(`${index}`, `${index}`))
  const requested: string[] = []
  let [running, maxAtOnce] = [0, 0]
  const read = async (_: AbortSignal, address: string) => {
    if (address === QUERY) return mosaic(1)
    requested.push(address)
    maxAtOnce = Math.max(maxAtOnce, ++running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running--
    return mosaic(1, 64)
  }
  expect(await judge(offers, { read })).toHaveLength(9)
  expect(maxAtOnce).toBe(4)
  expect(requested).toEqual(offers.map(({ imageUrl }) => imageUrl))
})

test('a second view reads only what failed before, and reports known verdicts first', async () => {
  await judge([shows('1', 'same'), shows('2', 'gone'), shows('3', 'other')])
  const read = pictureReader()
  const verdicts = await judge([shows('2', 'gone'), shows('1', 'same'), shows('3', 'other')], { read })
  expect(verdicts.map(([offerId]) => offerId)).toEqual(['1', '3', '2'])
  expect(read.mock.calls.map(([, address]) => address)).toEqual(['https://p.example/gone'])
})

test('after an abort nothing more is read or reported, and what was read is stored', async () => {
  const abort = new AbortController()
  const read = pictureReader()
  const onVerdict = vi.fn(() => abort.abort())
  const offers = [shows('1', 'same'), shows('2', 'same'), shows('3', 'other'), shows('4', 'mirrored')]
  await judge(offers, { read }, { signal: abort.signal, onVerdict, concurrency: 1 })
  expect(onVerdict).toHaveBeenCalledTimes(1)
  expect(read).toHaveBeenCalledTimes(2)
  const again = pictureReader()
  await judge([shows('1', 'same')], { read: again })
  expect(again).not.toHaveBeenCalled()
})

test('if the searched picture cannot be read, no offer is checked or requested', async () => {
  const read = pictureReader()
  const verdicts = await judge(
    [shows('1', 'same'), shows('2', null)],
    { read },
    { queries: ['data:,broken'] },
  )
  expect(kinds(verdicts)).toEqual({ 1: 'query-unreadable', 2: 'no-picture' })
  expect(read).toHaveBeenCalledTimes(1)
})

const SECOND = 'data:image/jpeg;base64,BBBB'
const both = { ...PICTURES, [SECOND]: mosaic(2) }

test('with several photos, the best verdict counts and says which photo it is for', async () => {
  const offers = [shows('1', 'same'), shows('2', 'other'), shows('3', 'flat')]
  const read = pictureReader({ ...both, 'https://p.example/third': mosaic(3) })
  const verdicts = await judge(
    [...offers, shows('4', 'third')],
    { read },
    { queries: [QUERY, undefined, SECOND] },
  )
  expect(Object.fromEntries(verdicts.map(([id, { kind, photo }]) => [id, [kind, photo]]))).toMatchObject({
    1: ['same', undefined],
    2: ['same', 3],
    3: ['cannot-compare', undefined],
    4: ['other', undefined],
  })
})

test('of two identical photos the first one counts', async () => {
  const copy = 'data:image/jpeg;base64,CCCC'
  const read = pictureReader({ ...PICTURES, [copy]: mosaic(1) })
  const [verdict] = await judge([shows('1', 'same')], { read }, { queries: [QUERY, copy] })
  expect(verdict?.[1]).not.toHaveProperty('photo')
})

test('an unreadable photo does not affect the others', async () => {
  const [verdict] = await judge(
    [shows('2', 'other')],
    { read: pictureReader(both) },
    { queries: ['data:,broken', SECOND] },
  )
  expect(verdict?.[1]).toMatchObject({ kind: 'same', photo: 2 })
})
