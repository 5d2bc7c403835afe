import { expect, test } from 'vitest'
import { between, moved, resized } from './area.ts'

const view = { x: 0, y: 0, width: 1000, height: 600 }
const box = { x: 100, y: 100, width: 200, height: 150 }

test('a rectangle is drawn from any corner, and ends at the view', () => {
  expect(between({ x: 300, y: 400 }, { x: 100, y: 200 }, view)).toEqual({
    x: 100,
    y: 200,
    width: 200,
    height: 200,
  })
  expect(between({ x: 900, y: 500 }, { x: 1200, y: 700 }, view)).toEqual({
    x: 900,
    y: 500,
    width: 100,
    height: 100,
  })
})

test('moving keeps the size, even against the edge', () => {
  expect(moved(box, -500, 1000, view)).toEqual({ x: 0, y: 450, width: 200, height: 150 })
})

test('an edge moves alone, and never past the other', () => {
  expect(resized(box, 'e', 50, 99, view)).toEqual({ ...box, width: 250 })
  expect(resized(box, 'nw', 500, 500, view)).toEqual({ x: 276, y: 226, width: 24, height: 24 })
  expect(resized(box, 'se', 5000, 5000, view)).toEqual({ x: 100, y: 100, width: 900, height: 500 })
})
