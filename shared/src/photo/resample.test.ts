import { expect, test } from 'vitest'
import { lumaOf } from './luma.ts'
import { SIDE, toSquare } from './resample.ts'
import { drawing, paint } from './testing/sample.ts'

test('a picture of 64 × 64 is unchanged', () => {
  const luma = lumaOf(drawing(1, SIDE, SIDE))
  expect(Array.from(toSquare(luma))).toEqual(Array.from(luma.values))
})

test.each([
  [1, 1],
  [2, 3],
  [63, 65],
  [1, 5000],
  [5000, 1],
  [220, 180],
])('a single grey of %i × %i px stays a single grey', (width, height) => {
  const square = toSquare(lumaOf(paint(width, height, () => [200, 200, 200, 255])))
  expect(square.length).toBe(SIDE * SIDE)
  for (const value of square) expect(value).toBeCloseTo(200, 9)
})

test('a gradient stays a gradient: each value is the centre of its pixels', () => {
  const square = toSquare(lumaOf(paint(256, 4, (x) => [x, x, x, 255])))
  // The kernel is cut off at the ends.
  for (let x = 4; x < SIDE - 4; x++) expect(square[x]).toBeCloseTo(x * 4 + 1.5, 6)
})

test('detail too fine for 64 values becomes grey, not another pattern', () => {
  const square = toSquare(
    lumaOf(paint(640, 640, (x) => (x % 3 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255]))),
  )
  for (let x = 4; x < SIDE - 4; x++) expect(Math.abs((square[32 * SIDE + x] as number) - 85)).toBeLessThan(4)
})

test('nothing outside the box counts, and the box may begin within a pixel', () => {
  const luma = lumaOf(paint(100, 100, (x) => (x < 20 ? [255, 0, 0, 255] : [x, x, x, 255])))
  const square = toSquare(luma, { left: 20.5, top: 10, width: 64, height: 64 })
  for (let x = 4; x < SIDE - 4; x++) expect(square[x]).toBeCloseTo(20.5 + x, 0)
  expect(Math.max(...square)).toBeLessThan(90)
})
