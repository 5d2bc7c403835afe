import { expect, test } from 'vitest'
import {
  cut,
  drawing,
  framed,
  greyed,
  mirrorImage,
  paint,
  type Rgba,
  recoloured,
  stamped,
} from './testing/sample.ts'
import { hashPhoto, type PhotoHash } from './variants.ts'
import { judgePhotos } from './verdict.ts'

const LIMITS = {
  same: 31,
  probably: 60,
  minQuality: 50,
  colour: 50,
  wholly: 95,
  partly: 96,
  added: 5,
  patch: 5,
}
const WHITE: Rgba = [255, 255, 255, 255]
const flat = hashPhoto(paint(220, 220, () => WHITE))
const photo = hashPhoto(drawing(1))
const stampless = hashPhoto(drawing(5))
/** Without partial matches: by the hashes alone. */
const hashed = (hash: PhotoHash): PhotoHash => ({ ...hash, thumbnail: flat.thumbnail })
const judge = (query: PhotoHash, other: PhotoHash, limits = LIMITS) => judgePhotos(query, other, limits)

/** The hash with its first bits flipped. */
function turned({ method, plain }: PhotoHash, digits: number): PhotoHash {
  const hash = plain.hash.replace(/./g, (digit, at: number) =>
    at < digits ? (Number.parseInt(digit, 16) ^ 15).toString(16) : digit,
  )
  return { method, plain: { ...plain, hash }, thumbnail: flat.thumbnail }
}

test('up to the first limit it is the same photo, up to the second probably, beyond it another', () => {
  expect(judge(photo, photo)).toEqual({ verdict: 'same', distance: 0, reasons: [] })
  expect(judge(photo, turned(photo, 7))).toEqual({ verdict: 'same', distance: 28, reasons: [] })
  expect(judge(photo, turned(photo, 8))).toEqual({ verdict: 'probably', distance: 32, reasons: [] })
  expect(judge(photo, turned(photo, 15))).toEqual({ verdict: 'probably', distance: 60, reasons: [] })
  expect(judge(photo, turned(photo, 16))).toMatchObject({ verdict: 'other', distance: 64 })
  expect(judge(photo, turned(photo, 8), { ...LIMITS, same: 32 })).toMatchObject({ verdict: 'same' })
})

test('the reasons say that one is mirrored or has a border', () => {
  const framedPicture = framed(drawing(1), 40, 40, WHITE)
  expect(judge(photo, hashPhoto(mirrorImage(drawing(1)))).reasons).toEqual(['mirrored'])
  expect(judge(photo, hashPhoto(framedPicture)).reasons).toEqual(['trimmed'])
  expect(judge(photo, hashPhoto(mirrorImage(framedPicture))).reasons).toEqual(['mirrored', 'trimmed'])
})

test('a few bits fewer do not make a photo mirrored', () => {
  const plain = { ...photo.plain, mirrored: turned(photo, 1).plain.hash, colours: '80'.repeat(32) }
  const symmetric = { ...photo, plain }
  expect(judge(symmetric, turned(symmetric, 2))).toEqual({ verdict: 'same', distance: 8, reasons: [] })
  expect(judge(symmetric, turned(symmetric, 8))).toEqual({
    verdict: 'same',
    distance: 28,
    reasons: ['mirrored'],
  })
})

test('in other colours it is probably the same photo, recoloured', () => {
  const found = { verdict: 'probably', distance: expect.any(Number) }
  expect(judge(photo, hashPhoto(recoloured(drawing(1))))).toEqual({ ...found, reasons: ['recoloured'] })
  const mirrored = hashPhoto(mirrorImage(recoloured(drawing(1))))
  expect(judge(photo, mirrored)).toEqual({ ...found, reasons: ['mirrored', 'recoloured'] })
  expect(judge(photo, hashPhoto(recoloured(drawing(1))), { ...LIMITS, colour: 200 })).toMatchObject({
    verdict: 'same',
    reasons: [],
  })
})

test('in other colours and too far apart to be the same it is another photo', () => {
  const other = hashed(hashPhoto(recoloured(drawing(1))))
  const bits = judge(photo, other).distance ?? 0
  expect(judge(photo, other, { ...LIMITS, same: bits - 1 })).toMatchObject({
    verdict: 'other',
    distance: bits,
  })
})

test('a grey copy is probably the same photo, whichever of the two is grey', () => {
  const grey = hashPhoto(greyed(drawing(1)))
  for (const [query, other] of [
    [photo, grey],
    [grey, photo],
  ] as const)
    expect(judge(query, other)).toMatchObject({ verdict: 'probably', reasons: ['grey'] })
  expect(judge(grey, grey)).toEqual({ verdict: 'same', distance: 0, reasons: [] })
})

test('a part of a photo is the same photo, cropped', () => {
  const part = hashPhoto(cut(drawing(1), 55, 20, 165, 180))
  expect(judge(photo, hashed(part))).toMatchObject({ verdict: 'other' })
  for (const [query, other] of [
    [photo, part],
    [part, photo],
  ] as const)
    expect(judge(query, other)).toMatchObject({ verdict: 'same', reasons: ['cropped'] })
  const mirrored = hashPhoto(mirrorImage(cut(drawing(1), 55, 20, 165, 180)))
  expect(judge(photo, mirrored)).toMatchObject({ verdict: 'same', reasons: ['mirrored', 'cropped'] })
})

test('with an overlay that changes the hash too much it is probably the same photo', () => {
  const stamp = hashPhoto(stamped(drawing(5), 12, 12, 40, WHITE))
  expect(judge(stampless, hashed(stamp), { ...LIMITS, probably: 40 })).toMatchObject({ verdict: 'other' })
  expect(judge(stampless, stamp, { ...LIMITS, probably: 40 })).toMatchObject({
    verdict: 'probably',
    reasons: ['overlaid'],
  })
})

test('a whole picture that the hash tells apart by a detail is only probably the same', () => {
  const limits = { ...LIMITS, same: 0, probably: 0 }
  const near = hashPhoto(stamped(drawing(9), 12, 12, 30, WHITE))
  expect(judge(hashPhoto(drawing(9)), near, limits)).toMatchObject({ verdict: 'probably' })
})

test('where the hash says probably and the partial match agrees, it is the same photo', () => {
  const stamp = hashPhoto(stamped(drawing(5), 12, 12, 40, WHITE))
  const bits = judge(stampless, hashed(stamp)).distance ?? 0
  const limits = { ...LIMITS, same: bits - 1, probably: bits }
  expect(judge(stampless, hashed(stamp), limits)).toMatchObject({ verdict: 'probably' })
  expect(judge(stampless, stamp, limits)).toEqual({ verdict: 'same', distance: bits, reasons: ['overlaid'] })
})

test('a part in other colours is probably the same photo', () => {
  const part = hashPhoto(recoloured(cut(drawing(1), 55, 20, 165, 180)))
  expect(judge(photo, part)).toMatchObject({ verdict: 'probably', reasons: ['cropped', 'recoloured'] })
})

test('different pictures are different photos', () => {
  expect(judge(photo, hashPhoto(drawing(2)))).toMatchObject({ verdict: 'other', reasons: [] })
})

test('nothing is said about flat pictures, even identical ones', () => {
  const nothing = { verdict: 'cannot-compare', distance: null }
  expect(judge(flat, photo)).toEqual({ ...nothing, reasons: ['query-flat'] })
  expect(judge(photo, flat)).toEqual({ ...nothing, reasons: ['other-flat'] })
  expect(judge(flat, flat)).toEqual({ ...nothing, reasons: ['query-flat', 'other-flat'] })
})

test('two that look alike are not called different for their trimmed parts if one is too flat', () => {
  const mine = { ...photo, trimmed: hashPhoto(drawing(5)).plain }
  const theirs = {
    ...photo,
    plain: { ...photo.plain, quality: 40 },
    trimmed: hashPhoto(drawing(6)).plain,
  }
  expect(judge(mine, theirs)).toEqual({ verdict: 'cannot-compare', distance: null, reasons: ['other-flat'] })
})

test('hashes of different methods are not compared', () => {
  expect(judge(photo, { ...photo, method: 'pdq-lanczos-64/1' })).toEqual({
    verdict: 'cannot-compare',
    distance: null,
    reasons: ['other-method'],
  })
})
