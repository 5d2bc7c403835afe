import { describe, expect, test } from 'vitest'
import {
  centerRegion,
  clampRegion,
  fullRegion,
  moveRegion,
  regionFromDrag,
  resizeRegion,
  scaleRegion,
  shareOf,
  zoomRegion,
} from './region-box.ts'

const picture = { width: 800, height: 600 }
const box = { x: 100, y: 50, width: 300, height: 200 }

describe('a box', () => {
  test('moves as a whole and stops at the picture’s edge', () => {
    expect(moveRegion(box, 10, -20, picture)).toEqual({ ...box, x: 110, y: 30 })
    expect(moveRegion(box, -5000, 5000, picture)).toEqual({ ...box, x: 0, y: 400 })
  })

  test('stays in whole pixels', () => {
    expect(moveRegion(box, 0.6, 0.4, picture)).toEqual({ ...box, x: 101 })
    expect(resizeRegion(box, 'se', 0.6, 0.4, picture)).toEqual({ ...box, width: 301 })
  })

  test('is resized by one edge while the opposite one stays', () => {
    expect(resizeRegion(box, 'w', -40, 99, picture)).toEqual({ ...box, x: 60, width: 340 })
    expect(resizeRegion(box, 'n', 99, 30, picture)).toEqual({ ...box, y: 80, height: 170 })
    expect(resizeRegion(box, 'se', 5000, 5000, picture)).toEqual({ ...box, width: 700, height: 550 })
  })

  test('never becomes smaller than 32 pixels, nor turns inside out', () => {
    const small = { width: 32, height: 32 }
    expect(resizeRegion(box, 'se', -5000, -5000, picture)).toEqual({ x: 100, y: 50, ...small })
    expect(resizeRegion(box, 'nw', 5000, 5000, picture)).toEqual({ x: 368, y: 218, ...small })
  })

  test('takes the whole side of a picture that is smaller still', () => {
    const thin = { width: 400, height: 20 }
    expect(clampRegion({ x: 10, y: 5, width: 1, height: 1 }, thin)).toEqual({
      x: 10,
      y: 0,
      width: 32,
      height: 20,
    })
    expect(resizeRegion({ x: 0, y: 0, width: 100, height: 20 }, 's', 0, -9, thin).height).toBe(20)
  })

  test('from outside is moved into the picture', () => {
    expect(clampRegion({ x: -4, y: 590.7, width: 900, height: 100.2 }, picture)).toEqual({
      x: 0,
      y: 500,
      width: 800,
      height: 100,
    })
  })
})

test('without dragging, a box is moved to a point and made smaller or larger around its middle', () => {
  expect(centerRegion(box, { x: 400, y: 300 }, picture)).toEqual({ x: 250, y: 200, width: 300, height: 200 })
  expect(centerRegion(box, { x: 790, y: 10 }, picture)).toEqual({ x: 500, y: 0, width: 300, height: 200 })
  const smaller = zoomRegion(box, 0.8, picture)
  expect(smaller).toEqual({ x: 130, y: 70, width: 240, height: 160 })
  expect(zoomRegion(smaller, 1.25, picture)).toEqual(box)
  expect(zoomRegion(fullRegion(picture), 1.25, picture)).toEqual(fullRegion(picture))
})

test('a box is drawn from any corner and ends at the picture; a tiny one was not meant', () => {
  const one = { x: 700, y: 500 }
  expect(regionFromDrag(one, { x: 900, y: 300 }, picture)).toEqual({
    x: 700,
    y: 300,
    width: 100,
    height: 200,
  })
  expect(regionFromDrag(one, { x: 690, y: 300 }, picture)).toBeUndefined()
  expect(regionFromDrag(one, one, picture)).toBeUndefined()
})

test('the share is that of the picture’s area', () => {
  expect(shareOf(fullRegion(picture), picture)).toBe(1)
  expect(shareOf({ ...box, width: 400, height: 300 }, picture)).toBe(0.25)
})

test('the same region of a larger version is at the same place in it', () => {
  expect(scaleRegion(box, picture, { width: 2400, height: 1800 })).toEqual({
    x: 300,
    y: 150,
    width: 900,
    height: 600,
  })
  // Sides that were rounded when it was reduced do not lead out of it.
  expect(scaleRegion(fullRegion(picture), picture, { width: 1601, height: 1199 })).toEqual({
    x: 0,
    y: 0,
    width: 1601,
    height: 1199,
  })
})
