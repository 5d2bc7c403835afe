import { expect, test } from 'vitest'
import { lumaOf } from './luma.ts'
import { paint, type Rgba } from './testing/sample.ts'

const greyOf = (...colour: Rgba) => lumaOf(paint(1, 1, () => colour)).values[0]

test('green is the brightest of the three colours, and a grey is unchanged', () => {
  expect([greyOf(255, 0, 0, 255), greyOf(0, 255, 0, 255), greyOf(0, 0, 255, 255)]).toEqual(
    [76.245, 149.685, 29.07].map(Math.fround),
  )
  for (const grey of [0, 7, 128, 255]) expect(greyOf(grey, grey, grey, 255)).toBe(grey)
})

test('transparent pixels are white, half transparent ones half white', () => {
  expect(greyOf(0, 0, 0, 0)).toBe(255)
  expect(greyOf(0, 0, 0, 51)).toBe(204)
})

test('bytes for other than width × height pixels are refused', () => {
  for (const [length, width, height] of [
    [15, 2, 2],
    [0, 0, 0],
    [16, -2, -2],
    [16, 0.5, 8],
  ] as const)
    expect(() => lumaOf({ data: new Uint8ClampedArray(length), width, height })).toThrow(RangeError)
})
