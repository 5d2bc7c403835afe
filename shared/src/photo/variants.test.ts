import { expect, test } from 'vitest'
import { compare } from './distance.ts'
import type { Pixels } from './luma.ts'
import { blurred, brightened, drawing, framed, mirrorImage, noisy, paint } from './testing/sample.ts'
import { hashPhoto } from './variants.ts'

const between = (one: Pixels, other: Pixels) => compare(hashPhoto(one), hashPhoto(other))

test('the same pixels have the same hash, even after a round trip through JSON', () => {
  const hash = hashPhoto(drawing(1))
  expect(hashPhoto(drawing(1))).toEqual(hash)
  expect(JSON.parse(JSON.stringify(hash))).toEqual(hash)
  expect(between(drawing(1), drawing(1))?.distance).toBe(0)
})

test.each([
  ['another size', drawing(2, 640, 480)],
  ['noise', noisy(drawing(2), 12)],
  ['a blur', blurred(blurred(drawing(2)))],
  ['more brightness', brightened(drawing(2), 30)],
])('%s changes few bits', (_, edited) => {
  expect(between(drawing(2), edited)?.distance).toBeLessThanOrEqual(24)
})

test('mirrored and framed pictures are recognised', () => {
  expect(between(drawing(3), mirrorImage(drawing(3)))).toMatchObject({ distance: 0, mirrored: true })
  const padded = framed(drawing(3), 60, 25, [255, 255, 255, 255])
  expect(between(drawing(3), padded)).toMatchObject({ distance: 0, mirrored: false, trimmed: true })
  expect(between(drawing(3), mirrorImage(padded))).toMatchObject({ mirrored: true, trimmed: true })
})

test('different pictures are far apart in every comparison', () => {
  const hashes = Array.from({ length: 40 }, (_, seed) => hashPhoto(drawing(seed * 7 + 1, 110, 110)))
  const pairs = hashes.flatMap((one, at) =>
    hashes.slice(at + 1).map((other) => compare(one, other)?.distance ?? 0),
  )
  expect(Math.min(...pairs)).toBeGreaterThan(60)
})

test.each([
  [1, 1],
  [1, 5000],
  [5000, 1],
  [3, 2],
])('a picture of %i × %i px has a hash', (width, height) => {
  const { plain, trimmed } = hashPhoto(
    paint(width, height, (x, y) => [(x * 40) & 255, (y * 3) & 255, 0, 255]),
  )
  expect(plain.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(trimmed).toBeUndefined()
})

test('a flat picture has no quality', () => {
  expect(hashPhoto(paint(220, 220, () => [230, 230, 235, 255])).plain.quality).toBe(0)
  expect(
    hashPhoto(paint(220, 220, (x, y) => [100 + x / 4, 100 + y / 4, 100, 255])).plain.quality,
  ).toBeLessThan(50)
})

test('a small object on a wide background is flat, and trimmed it is not', () => {
  const { plain, trimmed } = hashPhoto(framed(drawing(4, 40, 40), 160, 160, [255, 255, 255, 255]))
  expect(trimmed?.quality).toBeGreaterThanOrEqual(50)
  expect(plain.quality).toBeLessThan(trimmed?.quality ?? 0)
})
