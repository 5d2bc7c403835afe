import { expect, test } from 'vitest'
import type { Placement } from '../model/placement.ts'
import { cutOf } from './draw-placement.ts'

const picture = { width: 900, height: 600 }

/** A sheet of 3 × 2 cells of 100 CSS pixels, of which the last in the first row is seen. */
const CELL: Placement = { matrix: [300, 0, 0, 200, -200, 0], width: 100, height: 100 }

test('a part is cut at the resolution of the picture', () => {
  expect(cutOf(CELL, picture)).toEqual({
    crop: { x: 600, y: 0, width: 300, height: 300 },
    size: { width: 300, height: 300 },
  })
})

test('a fraction of a pixel of the neighbour is left out', () => {
  const { crop } = cutOf({ ...CELL, matrix: [300, 0, 0, 200, -199.9, -0.1] }, picture) ?? {}
  expect(crop).toEqual({ x: 600, y: 1, width: 299, height: 299 })
})

test('a mirrored part is cut first', () => {
  expect(cutOf({ matrix: [-300, 0, 0, 200, 300, -100], width: 100, height: 100 }, picture)).toEqual({
    crop: { x: 600, y: 300, width: 300, height: 300 },
    size: { width: 300, height: 300 },
    turn: [-1, 0, 0, 1, 300, -0],
  })
})

test('a quarter turn swaps the sides', () => {
  expect(cutOf({ matrix: [0, 300, -200, 0, 200, 0], width: 200, height: 300 }, picture)).toEqual({
    crop: { x: 0, y: 0, width: 900, height: 600 },
    size: { width: 600, height: 900 },
    turn: [0, 1, -1, 0, 600, -0],
  })
})

test('at another angle the box around it is drawn, as fine as the picture', () => {
  const half = Math.SQRT1_2
  const matrix: Placement['matrix'] = [300 * half, 300 * half, -200 * half, 200 * half, 200 * half, 0]
  const cut = cutOf({ matrix, width: 500 * half, height: 500 * half }, picture)
  expect(cut?.crop).toEqual({ x: 0, y: 0, width: 900, height: 600 })
  expect(cut?.size).toEqual({ width: 1061, height: 1061 })
  expect(Math.hypot(cut?.turn?.[0] ?? 0, cut?.turn?.[1] ?? 0)).toBeCloseTo(1)
})

test('what is squeezed into nothing is no part', () => {
  expect(cutOf({ ...CELL, matrix: [300, 0, 0, 0, 0, 0] }, picture)).toBe(undefined)
  expect(cutOf({ ...CELL, matrix: [300, 0, 0, 200, 500, 0] }, picture)).toBe(undefined)
})
