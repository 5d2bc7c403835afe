import { expect, test } from 'vitest'
import { lumaOf, type Pixels } from './luma.ts'
import { blurred, drawing, framed, noisy, paint, type Rgba } from './testing/sample.ts'
import { trim } from './trim.ts'

const WHITE: Rgba = [255, 255, 255, 255]
const BLACK: Rgba = [0, 0, 0, 255]
const sidesOf = (picture: Pixels) => {
  const box = trim(lumaOf(picture))
  return (
    box && [box.left, box.top, picture.width - box.left - box.width, picture.height - box.top - box.height]
  )
}

function expectSides(picture: Pixels, sides: number[], within = 0.2): void {
  const found = sidesOf(picture)
  for (const [at, side] of sides.entries())
    expect(Math.abs((found?.[at] ?? 0) - side), `${found}`).toBeLessThan(within)
}

test.each([
  ['white', WHITE],
  ['black', BLACK],
  ['red', [200, 30, 40, 255]],
  ['transparent', [0, 0, 0, 0]],
] as const)('a %s border is taken off', (_, colour) => {
  expectSides(framed(drawing(1, 180, 150), 20, 35, [...colour]), [20, 35, 20, 35])
})

test('bars on two sides are removed and the other two sides stay', () => {
  expectSides(framed(drawing(2, 180, 150), 0, 35, WHITE), [0, 35, 0, 35])
  expectSides(framed(drawing(2, 180, 150), 35, 0, BLACK), [35, 0, 35, 0])
})

test('a border may have noise and a speck', () => {
  const picture = noisy(framed(drawing(3, 150, 150), 30, 30, [240, 240, 240, 255]), 6)
  picture.data.set([0, 0, 0, 255], (10 * picture.width + 100) * 4)
  expectSides(picture, [30, 30, 30, 30], 1)
})

test('an edge blurred by a reduction is found to within half a pixel', () => {
  const black = paint(120, 120, () => BLACK)
  const once = blurred(framed(black, 40, 40, WHITE))
  expectSides(once, [40, 40, 40, 40], 0.3)
  expectSides(blurred(once), [40, 40, 40, 40], 0.5)
})

test('a border of one colour does not include a side of another', () => {
  // White bars above and below a photo with a grey of its own on the left.
  const photo = paint(200, 100, (x, y) => (x < 60 ? [150, 150, 150, 255] : [(x * y) & 255, 20, 20, 255]))
  expectSides(framed(photo, 0, 50, WHITE), [0, 50, 0, 50])
})

test('a picture without a border, one that is all border, and a tiny one are not trimmed', () => {
  expect(sidesOf(drawing(4))).toBeUndefined()
  expect(sidesOf(paint(100, 100, () => WHITE))).toBeUndefined()
  expect(sidesOf(paint(1, 1, () => BLACK))).toBeUndefined()
  expect(sidesOf(framed(drawing(4, 10, 10), 8, 8, WHITE))).toBeUndefined()
})

test('no side loses more than 45 %', () => {
  const picture = paint(400, 400, (x, y) => (x > 380 && y > 380 ? BLACK : WHITE))
  expect(sidesOf(picture)).toEqual([180, 180, 0, 0])
})
