import { hashPhoto, judgePhotos, type PhotoHash, THRESHOLDS } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { type HashedOffer, reuseOf } from './reuse.ts'
import { cut, framed, mirrorImage, mosaic, paint, stamped, tinted } from './testing/samples.ts'

const [one, two, three] = [1, 2, 3].map((seed) => hashPhoto(mosaic(seed))) as [
  PhotoHash,
  PhotoHash,
  PhotoHash,
]
const mirrored = hashPhoto(mirrorImage(mosaic(1)))
const bordered = hashPhoto(framed(mosaic(1), 40))
const { thumbnail: flat } = hashPhoto(paint(160, 160, () => 255))
const plain = { mirrored: false, trimmed: false, cropped: false, overlaid: false }

const shows = (
  offerId: string,
  hash: PhotoHash,
  supplier: string | null = `supplier ${offerId}`,
): HashedOffer => ({
  offerId,
  supplier,
  hash,
})
const idsOf = ({ uses }: { uses: { offerId: string }[] }) => uses.map(({ offerId }) => offerId)

/** The hash with some of its digits inverted, four bits each, and a flat thumbnail, so that nothing is judged again. */
function turned(hash: PhotoHash, from: number, digits: number): PhotoHash {
  const turn = (text: string) =>
    text.replace(/./g, (digit, at: number) =>
      at >= from && at < from + digits ? (Number.parseInt(digit, 16) ^ 15).toString(16) : digit,
    )
  return { method: hash.method, plain: { ...hash.plain, hash: turn(hash.plain.hash) }, thumbnail: flat }
}

test('offers that show the same photo are grouped, and the rest are left out', () => {
  const found = reuseOf([
    shows('1', one),
    shows('2', two),
    shows('3', one),
    shows('4', three),
    shows('5', two),
  ])
  expect(found.map(idsOf)).toEqual([
    ['1', '3'],
    ['2', '5'],
  ])
  expect(found.every(({ isQuery }) => !isQuery)).toBe(true)
})

test('the searched photo comes first, even if only one offer shows it', () => {
  const found = reuseOf([shows('1', one), shows('2', two), shows('3', one), shows('4', one)], two)
  expect(found.map(idsOf)).toEqual([['2'], ['1', '3', '4']])
  expect(found.map(({ isQuery }) => isQuery)).toEqual([true, false])
  expect(reuseOf([shows('1', one), shows('2', two)], three)).toEqual([])
})

test('of several searched photos each has its offers, and an offer belongs to the first that it shows', () => {
  const items = [shows('1', one), shows('2', two), shows('3', three), shows('4', mirrored)]
  const found = reuseOf(items, two, undefined, one, hashPhoto(mirrorImage(mosaic(1))))
  expect(found.map(idsOf)).toEqual([['2'], ['1', '4']])
  expect(found.map(({ isQuery, photo }) => [isQuery, photo])).toEqual([
    [true, undefined],
    [true, 3],
  ])
})

test('the photo of most suppliers comes first', () => {
  const items = [
    shows('1', one, 'A'),
    shows('2', one, 'A'),
    shows('3', one, 'A'),
    shows('4', two),
    shows('5', two),
  ]
  expect(reuseOf(items).map(idsOf)).toEqual([
    ['4', '5'],
    ['1', '2', '3'],
  ])
})

test('a supplier counts once, and unnamed suppliers are counted separately', () => {
  const items = [shows('1', one, 'A'), shows('2', one, 'A'), shows('3', one, 'B'), shows('4', one, null)]
  expect(reuseOf(items)).toMatchObject([{ suppliers: 2, unnamed: 1 }])
})

test('mirrored and bordered copies belong to the photo, and are marked', () => {
  const [found] = reuseOf([shows('1', mirrored), shows('2', one), shows('3', bordered)], one)
  expect(found?.uses).toEqual([
    { ...plain, offerId: '1', mirrored: true },
    { ...plain, offerId: '2' },
    { ...plain, offerId: '3', trimmed: true },
  ])
})

test('cropped copies and copies with an overlay belong to the photo, and are marked', () => {
  const found = reuseOf([
    shows('1', three),
    shows('2', hashPhoto(cut(mosaic(3), 8, 6))),
    shows('3', hashPhoto(stamped(mosaic(3), 36))),
    shows('4', hashPhoto(cut(mosaic(2), 8, 6))),
  ])
  expect(found).toHaveLength(1)
  expect(found[0]?.uses).toEqual([
    { ...plain, offerId: '1' },
    { ...plain, offerId: '2', cropped: true },
    { ...plain, offerId: '3', overlaid: true },
  ])
})

test('without the query, differences are relative to the first offer', () => {
  const [found] = reuseOf([shows('1', mirrored), shows('2', one), shows('3', mirrored)])
  expect(found?.uses.map((use) => use.mirrored)).toEqual([false, true, false])
})

test('a picture that is the same as any of a photo’s belongs to it, in any order', () => {
  const digits = Math.floor(THRESHOLDS.same / 4)
  const near = turned(one, 0, digits)
  const far = turned(near, digits, digits)
  expect(reuseOf([shows('1', one), shows('3', far)])).toEqual([])
  expect(reuseOf([shows('1', one), shows('3', far), shows('2', near)]).map(idsOf)).toEqual([['1', '3', '2']])
})

test('“probably the same” is not enough', () => {
  const digits = Math.floor(THRESHOLDS.probably / 4)
  expect(reuseOf([shows('1', one), shows('2', turned(one, 0, digits))], one).map(idsOf)).toEqual([['1']])
})

test('a recoloured copy is only probably the same', () => {
  const [red, blue] = [hashPhoto(tinted(mosaic(1), [60, 0, -60])), hashPhoto(tinted(mosaic(1), [-60, 0, 60]))]
  expect(judgePhotos(red, blue)).toMatchObject({ verdict: 'probably', reasons: ['recoloured'] })
  expect(reuseOf([shows('1', red), shows('2', blue)])).toEqual([])
  expect(reuseOf([shows('1', red), shows('2', red)]).map(idsOf)).toEqual([['1', '2']])
})

test('the mirror image of a mirror image is not mirrored', () => {
  const digits = Math.floor(THRESHOLDS.same / 4)
  const near = turned(one, 0, digits).plain.hash
  const between = { ...mirrored, plain: { ...mirrored.plain, mirrored: near } }
  const far = turned(one, 0, 2 * digits)
  const [found] = reuseOf([shows('1', one), shows('2', between), shows('3', far)])
  expect(found?.uses.map((use) => use.mirrored)).toEqual([false, true, false])
})
