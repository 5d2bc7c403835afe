import { expect, test } from 'vitest'
import type { Pixels } from './luma.ts'
import { agreementIn, differencesOf, type PartialMatch, partialMatch } from './partial-match.ts'
import { blurred, cut, drawing, framed, mirrorImage, noisy, paint, stamped } from './testing/sample.ts'
import { THRESHOLDS } from './thresholds.ts'
import { hashPhoto } from './variants.ts'

const match = (query: Pixels, other: Pixels) =>
  partialMatch(hashPhoto(query).thumbnail, hashPhoto(other).thumbnail)

test('a copy agrees fully, with nothing added and nothing beyond it', () => {
  for (const copy of [drawing(2), drawing(2, 640, 640), noisy(drawing(2), 12), blurred(drawing(2))]) {
    const { alike, added, beyond, mirrored } = match(drawing(2), copy)
    expect(alike).toBeGreaterThan(95)
    expect({ added, beyond, mirrored }).toEqual({ added: 0, beyond: 'nothing', mirrored: false })
  }
})

test.each([
  ['from the middle', cut(drawing(3), 33, 33, 154, 154)],
  ['from a corner', cut(drawing(3), 66, 0, 154, 154)],
  ['of another shape', cut(drawing(3), 0, 70, 220, 140)],
])('a part %s agrees, and more of the picture is beyond it, whichever is the query', (_, part) => {
  for (const seen of [match(drawing(3), part), match(part, drawing(3))]) {
    expect(seen.alike).toBeGreaterThan(93)
    expect(seen).toMatchObject({ beyond: 'picture', mirrored: false })
  }
  expect(match(drawing(3), mirrorImage(part))).toMatchObject({ beyond: 'picture', mirrored: true })
})

test('a border does not count as a part of the picture', () => {
  const { alike, beyond } = match(drawing(4), framed(drawing(4), 30, 30, [255, 255, 255, 255]))
  expect(alike).toBeGreaterThan(93)
  expect(beyond).toBe('border')
})

test('apart from an overlay the picture agrees', () => {
  const { alike, besidePatch } = match(drawing(5), stamped(drawing(5), 12, 12, 40, [255, 255, 255, 255]))
  expect(besidePatch).toBeGreaterThan(97)
  expect(alike).toBeLessThan(besidePatch - 5)
})

test('points with an edge in only one of the two are counted', () => {
  const plain = paint(220, 220, (x, y) => (x < 100 && y < 120 ? [90, 90, 90, 255] : [200, 200, 200, 255]))
  expect(match(plain, stamped(plain, 150, 150, 30, [60, 60, 60, 255])).added).toBeGreaterThan(10)
  expect(match(stamped(plain, 150, 150, 30, [60, 60, 60, 255]), plain).added).toBeGreaterThan(10)
  expect(match(plain, plain).added).toBe(0)
})

test('different pictures do not agree', () => {
  for (let seed = 1; seed < 12; seed++) {
    const { alike, besidePatch } = match(drawing(seed * 7), drawing(seed * 7 + 3))
    expect(alike).toBeLessThan(70)
    expect(besidePatch).toBeLessThan(85)
  }
})

test('edges in one direction have no corners, however well they agree', () => {
  const stripes = (wide: number) =>
    paint(220, 220, (x) => (Math.floor(x / wide) % 2 ? [30, 30, 30, 255] : [220, 220, 220, 255]))
  expect(match(stripes(40), stripes(40)).cornerShare).toBe(0)
  expect(match(drawing(6), drawing(6)).cornerShare).toBeGreaterThan(15)
})

test('colours are compared where one picture lies in the other', () => {
  const part = cut(drawing(7), 66, 66, 154, 154)
  expect(match(drawing(7), part).colours).toBeLessThan(40)
})

const LIMITS = { ...THRESHOLDS, wholly: 90, partly: 95, added: 5, patch: 6 }
const matchOf = (more: Partial<PartialMatch> = {}): PartialMatch => ({
  mirrored: false,
  alike: 99,
  besidePatch: 100,
  added: 0,
  blocks: 40,
  cornerShare: 30,
  colours: 0,
  beyond: 'nothing',
  ...more,
})
const agreement = (more: Partial<PartialMatch>) => agreementIn(matchOf(more), LIMITS)

test('two pictures agree wholly, all but a patch, or not', () => {
  expect(agreement({ alike: 90, besidePatch: 90 })).toBe('wholly')
  expect(agreement({ alike: 89, besidePatch: 95 })).toBe('partly')
  expect(agreement({ alike: 89, besidePatch: 94 })).toBe('none')
})

test('leaving out a patch does not help a weak match', () => {
  expect(agreement({ alike: 69, besidePatch: 99 })).toBe('none')
})

test('too little to see, or edges in only one direction, is no match', () => {
  expect(agreement({ blocks: 11 })).toBe('none')
  expect(agreement({ cornerShare: 4.9 })).toBe('none')
})

test('each difference is named', () => {
  expect(differencesOf(matchOf(), LIMITS)).toEqual([])
  expect(differencesOf(matchOf({ mirrored: true, beyond: 'border' }), LIMITS)).toEqual([
    'mirrored',
    'trimmed',
  ])
  expect(differencesOf(matchOf({ beyond: 'picture', added: 5 }), LIMITS)).toEqual(['cropped', 'overlaid'])
  expect(differencesOf(matchOf({ alike: 93, besidePatch: 99 }), LIMITS)).toEqual(['overlaid'])
  expect(differencesOf(matchOf({ alike: 94, besidePatch: 99, added: 4 }), LIMITS)).toEqual([])
})
