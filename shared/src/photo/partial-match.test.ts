import { expect, test } from 'vitest'
import type { Pixels } from './luma.ts'
import { lookAgain } from './partial-match.ts'
import { blurred, cut, drawing, framed, mirrorImage, noisy, paint, stamped } from './testing/sample.ts'
import { hashPhoto } from './variants.ts'

const look = (query: Pixels, other: Pixels) =>
  lookAgain(hashPhoto(query).miniature, hashPhoto(other).miniature)

test('a copy agrees wholly, with nothing over it and nothing beyond it', () => {
  for (const copy of [drawing(2), drawing(2, 640, 640), noisy(drawing(2), 12), blurred(drawing(2))]) {
    const { alike, added, beyond, mirrored } = look(drawing(2), copy)
    expect(alike).toBeGreaterThan(95)
    expect({ added, beyond, mirrored }).toEqual({ added: 0, beyond: 'nothing', mirrored: false })
  }
})

test.each([
  ['from the middle', cut(drawing(3), 33, 33, 154, 154)],
  ['from a corner', cut(drawing(3), 66, 0, 154, 154)],
  ['of another shape', cut(drawing(3), 0, 70, 220, 140)],
])('a part %s agrees, and the rest is beyond it, whichever is the query', (_, part) => {
  for (const seen of [look(drawing(3), part), look(part, drawing(3))]) {
    expect(seen.alike).toBeGreaterThan(93)
    expect(seen).toMatchObject({ beyond: 'picture', mirrored: false })
  }
  expect(look(drawing(3), mirrorImage(part))).toMatchObject({ beyond: 'picture', mirrored: true })
})

test('a border is none of the picture', () => {
  const { alike, beyond } = look(drawing(4), framed(drawing(4), 30, 30, [255, 255, 255, 255]))
  expect(alike).toBeGreaterThan(93)
  expect(beyond).toBe('border')
})

test('beside what is laid over it the picture agrees', () => {
  const { alike, besidePatch } = look(drawing(5), stamped(drawing(5), 12, 12, 40, [255, 255, 255, 255]))
  expect(besidePatch).toBeGreaterThan(97)
  expect(alike).toBeLessThan(besidePatch - 5)
})

test('where one shows an edge and the other nothing, points are counted', () => {
  const plain = paint(220, 220, (x, y) => (x < 100 && y < 120 ? [90, 90, 90, 255] : [200, 200, 200, 255]))
  expect(look(plain, stamped(plain, 150, 150, 30, [60, 60, 60, 255])).added).toBeGreaterThan(10)
  expect(look(stamped(plain, 150, 150, 30, [60, 60, 60, 255]), plain).added).toBeGreaterThan(10)
  expect(look(plain, plain).added).toBe(0)
})

test('different pictures do not agree', () => {
  for (let seed = 1; seed < 12; seed++) {
    const { alike, besidePatch } = look(drawing(seed * 7), drawing(seed * 7 + 3))
    expect(alike).toBeLessThan(70)
    expect(besidePatch).toBeLessThan(85)
  }
})

test('edges of one direction have no corners, whatever agrees', () => {
  const stripes = (wide: number) =>
    paint(220, 220, (x) => (Math.floor(x / wide) % 2 ? [30, 30, 30, 255] : [220, 220, 220, 255]))
  expect(look(stripes(40), stripes(40)).cornered).toBe(0)
  expect(look(drawing(6), drawing(6)).cornered).toBeGreaterThan(15)
})

test('colours are compared where the one lies in the other', () => {
  const part = cut(drawing(7), 66, 66, 154, 154)
  expect(look(drawing(7), part).colours).toBeLessThan(40)
})
