import { expect, test } from 'vitest'
import { boxBetween, moveBox, resizeBox } from './box.ts'

const view = { width: 1000, height: 600 }
const box = { x: 100, y: 100, width: 200, height: 150 }

test('a box is drawn from any corner and ends at the bounds', () => {
  expect(boxBetween({ x: 300, y: 400 }, { x: 100, y: 200 }, view)).toEqual({
    x: 100,
    y: 200,
    width: 200,
    height: 200,
  })
  expect(boxBetween({ x: 900, y: 500 }, { x: 1200, y: 700 }, view)).toEqual({
    x: 900,
    y: 500,
    width: 100,
    height: 100,
  })
})

test('moving keeps the size, even at the edge', () => {
  expect(moveBox(box, -500, 1000, view)).toEqual({ x: 0, y: 450, width: 200, height: 150 })
})

test('one edge moves alone, and stops at the minimum size', () => {
  expect(resizeBox(box, 'e', 50, 99, view, 24)).toEqual({ ...box, width: 250 })
  expect(resizeBox(box, 'nw', 500, 500, view, 24)).toEqual({ x: 276, y: 226, width: 24, height: 24 })
  expect(resizeBox(box, 'se', 5000, 5000, view, 24)).toEqual({ x: 100, y: 100, width: 900, height: 500 })
})
