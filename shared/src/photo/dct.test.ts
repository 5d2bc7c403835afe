import { expect, test } from 'vitest'
import { dct, FREQUENCIES, mirror } from './dct.ts'
import { lumaOf } from './luma.ts'
import { SIDE, toSquare } from './resample.ts'
import { drawing, mirrorImage } from './testing/sample.ts'

test('the frequencies match the definition, vertical ones by row and horizontal ones by column', () => {
  const square = toSquare(lumaOf(drawing(3)))
  const cosine = (frequency: number, place: number) =>
    Math.cos((Math.PI * frequency * (2 * place + 1)) / (2 * SIDE))
  const frequencies = dct(square)
  for (const [down, across] of [
    [1, 1],
    [1, 16],
    [16, 1],
    [7, 12],
  ] as const) {
    let sum = 0
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++)
        sum += (square[y * SIDE + x] as number) * cosine(down, y) * cosine(across, x)
    expect(frequencies[(down - 1) * FREQUENCIES + across - 1]).toBeCloseTo(sum, 6)
  }
})

test("a mirrored picture's frequencies are exactly the picture's, with signs changed", () => {
  const square = Float64Array.from(lumaOf(drawing(4, SIDE, SIDE)).values)
  const mirrored = Float64Array.from(lumaOf(mirrorImage(drawing(4, SIDE, SIDE))).values)
  expect(Array.from(dct(mirrored))).toEqual(Array.from(mirror(dct(square))))
  expect(Array.from(dct(mirrored))).not.toEqual(Array.from(dct(square)))
})
