import { expect, test } from 'vitest'
import { qualityOf } from './quality.ts'
import { SIDE } from './resample.ts'

const square = (valueAt: (x: number, y: number) => number) =>
  Float64Array.from({ length: SIDE * SIDE }, (_, at) => valueAt(at % SIDE, Math.floor(at / SIDE)))

test('a single grey and a slow gradient have no quality', () => {
  expect(qualityOf(square(() => 90))).toBe(0)
  expect(qualityOf(square((x) => x * 2.5))).toBe(0)
})

test('differences count in whole hundredths of black to white, and 90 of them make a point', () => {
  // 64 steps of 100 along one edge.
  expect(qualityOf(square((x) => (x < 20 ? 255 : 0)))).toBe(Math.floor((64 * 100) / 90))
  expect(qualityOf(square((x) => (x < 20 ? 4 : 0)))).toBe(0)
  expect(qualityOf(square((_, y) => (y < 20 ? 100 : 0)))).toBe(Math.floor((64 * 39) / 90))
})

test('quality is at most 100', () => {
  expect(qualityOf(square((x, y) => ((x + y) % 2) * 255))).toBe(100)
})
