import { expect, test } from 'vitest'
import { fitInto } from '../model/box.ts'
import { cropOf } from './capture.ts'

test('a large picture is reduced by its longer side, in proportion', () => {
  expect(fitInto(800, 1600, 1200)).toEqual({ width: 800, height: 600 })
  expect(fitInto(800, 500, 4000)).toEqual({ width: 100, height: 800 })
})

test('a small picture is not enlarged', () => {
  expect(fitInto(800, 300, 200)).toEqual({ width: 300, height: 200 })
})

test('a thin picture keeps at least one pixel', () => {
  expect(fitInto(800, 12_000, 3)).toEqual({ width: 800, height: 1 })
})

const box = {
  x: 10,
  y: 20,
  width: 100,
  height: 50,
  partly: false,
  viewportWidth: 1000,
  viewportHeight: 700,
}

test('a crop on a dense screen is in device pixels', () => {
  expect(cropOf(box, { width: 2000, height: 1400 })).toEqual({ x: 20, y: 40, width: 200, height: 100 })
})

test('a crop at a fractional scale takes nothing from outside the picture', () => {
  const crop = cropOf({ ...box, x: 10.4, width: 100.3 }, { width: 1250, height: 875 })
  expect(crop.x).toBeGreaterThanOrEqual(10.4 * 1.25)
  expect(crop.x + crop.width).toBeLessThanOrEqual((10.4 + 100.3) * 1.25)
})
