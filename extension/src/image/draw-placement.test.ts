import { expect, test } from 'vitest'
import type { Placement } from '../model/placement.ts'
import { cutOf } from './draw-placement.ts'

const picture = { width: 900, height: 600 }

const box = (column: number, row: number) => ({ x: column / 3, y: row / 2, width: 1 / 3, height: 1 / 2 })
const WHOLE = { x: 0, y: 0, width: 1, height: 1 }

/** A sheet of 3 × 2 cells of 100 CSS pixels, of which the last in the first row is seen. */
const CELL: Placement = { matrix: [300, 0, 0, 200, -200, 0], part: box(2, 0), width: 100, height: 100 }

test('a part is cut at the resolution of the picture', () => {
  const [crop, size] = [
    { x: 600, y: 0, width: 300, height: 300 },
    { width: 300, height: 300 },
  ]
  expect(cutOf(CELL, picture)).toEqual({ crop, size, turns: [] })
  expect(cutOf(CELL, { width: 1800, height: 1200 })?.size).toEqual({ width: 600, height: 600 })
})

test('a fraction of a pixel of the neighbour is left out', () => {
  const { crop } = cutOf({ ...CELL, part: { x: 0.3331, y: 0.0003, width: 0.33, height: 0.5 } }, picture) ?? {}
  expect(crop).toEqual({ x: 300, y: 1, width: 296, height: 299 })
})

test('a mirrored part is cut first', () => {
  const mirrored: Placement = { ...CELL, matrix: [-300, 0, 0, 200, 300, -100], part: box(2, 1) }
  expect(cutOf(mirrored, picture)).toEqual({
    crop: { x: 600, y: 300, width: 300, height: 300 },
    size: { width: 300, height: 300 },
    turns: [[-1, 0, 0, 1, 300, 0]],
  })
})

test.each([
  ['to the right', [0, 300, -200, 0, 200, 0], [0, 1, -1, 0, 600, 0]],
  ['to the left', [0, -300, 200, 0, 0, 300], [0, -1, 1, 0, 0, 900]],
  ['and a mirror', [0, 300, 200, 0, 0, 0], [0, 1, 1, 0, 0, 0]],
] as const)('a quarter turn %s swaps the sides', (_, matrix, turn) => {
  expect(cutOf({ matrix: [...matrix], part: WHOLE, width: 200, height: 300 }, picture)).toEqual({
    crop: { x: 0, y: 0, width: 900, height: 600 },
    size: { width: 600, height: 900 },
    turns: [turn],
  })
})

test('at another angle the box around it is drawn, as fine as the picture', () => {
  const half = Math.SQRT1_2
  const matrix: Placement['matrix'] = [300 * half, 300 * half, -200 * half, 200 * half, 200 * half, 0]
  const cut = cutOf({ matrix, part: WHOLE, width: 500 * half, height: 500 * half }, picture)
  expect(cut?.crop).toEqual({ x: 0, y: 0, width: 900, height: 600 })
  expect(cut?.size).toEqual({ width: 1061, height: 1061 })
})

test('what is smaller than a pixel is no part', () => {
  expect(cutOf({ ...CELL, part: { x: 0, y: 0, width: 0.0005, height: 1 } }, picture)).toBe(undefined)
})
