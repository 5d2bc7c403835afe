import { expect, test } from 'vitest'
import type { Pixels } from './lanczos.ts'
import { CELLS, mayShowSame, PIXELS } from './same-picture.ts'

type Colour = [number, number, number]
/** A picture as its colours at fractions of its width and height; `undefined` outside. */
type Picture = (x: number, y: number) => Colour | undefined

const WHITE: Colour = [255, 255, 255]
const plain =
  (colour: Colour): Picture =>
  () =>
    colour
const shape =
  (colour: Colour, [left, top, right, bottom] = [0.2, 0.3, 0.7, 0.9]): Picture =>
  (x, y) =>
    x > left && x < right && y > top && y < bottom ? colour : WHITE
/** Four quarters, each with a gradient. */
const scene: Picture = (x, y) => [
  x < 0.5 ? 200 - 100 * y : 60 + 100 * x,
  y < 0.6 ? 180 * x : 90,
  x < 0.5 === y < 0.6 ? 40 : 200,
]
const otherScene: Picture = (x, y) => [x < 0.3 ? 40 : 220, 240 - 200 * y, y < 0.5 ? 220 : 60]

const inside = (value: number) => value >= 0 && value < 1
/** As a shop would place it: `left` and `top` are where the picture begins, in fractions of the result. */
const placed =
  (picture: Picture, [left, top, width, height]: [number, number, number, number], pad = WHITE): Picture =>
  (x, y) => {
    const [u, v] = [(x - left) / width, (y - top) / height]
    return inside(u) && inside(v) ? picture(u, v) : pad
  }
const overlaid =
  (picture: Picture): Picture =>
  (x, y) =>
    Math.hypot(x - 0.5, y - 0.5) < 0.15 ? [20, 20, 20] : picture(x, y)

/** Each pixel is the mean of 6 × 6 points. */
function draw(picture: Picture, side: number, ratio = 1): Pixels {
  const [width, height] = ratio > 1 ? [side, Math.round(side / ratio)] : [Math.round(side * ratio), side]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at++)
    for (let channel = 0; channel < 3; channel++) {
      let sum = 0
      for (let point = 0; point < 36; point++) {
        const x = ((at % width) + ((point % 6) + 0.5) / 6) / width
        const y = (Math.floor(at / width) + (Math.floor(point / 6) + 0.5) / 6) / height
        sum += picture(x, y)?.[channel] ?? 0
      }
      data[at * 4 + channel] = sum / 36
    }
  return { data, width, height }
}
const seen = (picture: Picture, ratio?: number) => draw(picture, CELLS, ratio)
const large = (picture: Picture, ratio?: number) => draw(picture, PIXELS, ratio)

/** Placements of a picture in proportions of 3:2. */
const EDITS: [string, (picture: Picture) => Pixels][] = [
  ['the whole', (picture) => seen(picture, 1.5)],
  ['stretched', (picture) => seen(picture, 1)],
  ['padded to a square', (picture) => seen(placed(picture, [0, 1 / 6, 1, 2 / 3]))],
  ['padded with grey', (picture) => seen(placed(picture, [0, 0.25, 1, 0.5], [85, 85, 85]), 0.75)],
  ['padded on all sides', (picture) => seen(placed(picture, [0.1, 0.1, 0.8, 0.8]), 1.5)],
  ['cropped to a square', (picture) => seen(placed(picture, [-0.25, 0, 1.5, 1]))],
  ['cropped at its left', (picture) => seen(placed(picture, [0, 0, 1.5, 1]))],
  ['a detail', (picture) => seen(placed(picture, [-0.5, -0.3, 1.9, 1.9]), 1.5)],
  ['under a play icon', (picture) => seen(overlaid(picture), 1.5)],
]
const PICTURES: [string, Picture][] = [
  ['a scene', scene],
  ['a product on white', shape([150, 20, 30])],
  ['one colour', plain([200, 40, 40])],
]

test.each(
  EDITS.flatMap(([edit, make]) => PICTURES.map(([name, picture]) => ({ edit, name, make, picture }))),
)('$name, $edit, is a version of itself', ({ make, picture }) => {
  expect(mayShowSame(make(picture), large(picture, 1.5), true)).toBe(true)
})

test.each([
  ['another scene', scene, otherScene],
  ['another colour of the product', shape([150, 20, 30]), shape([20, 30, 150])],
  ['another product of its colour', shape([150, 20, 30]), shape([150, 20, 30], [0.1, 0.05, 0.95, 0.2])],
  ['a “no image” sign', shape([150, 20, 30]), shape([190, 190, 190], [0.35, 0.4, 0.65, 0.6])],
  ['a light grey for a light product', shape([190, 190, 250], [0.3, 0.3, 0.6, 0.6]), plain([214, 214, 214])],
  ['a “no image” sign for a scene', scene, shape([190, 190, 190], [0.35, 0.4, 0.65, 0.6])],
  ['another colour', plain([200, 40, 40]), plain([40, 40, 200])],
  ['a similar colour', plain([255, 0, 0]), plain([255, 165, 0])],
  ['white', plain([40, 90, 40]), plain(WHITE)],
] as [string, Picture, Picture][])('%s is refused', (_, one, other) => {
  expect(mayShowSame(seen(one, 1.5), large(other, 1.5), true)).toBe(false)
  expect(mayShowSame(seen(one), large(other, 1.5), false)).toBe(false)
})

test('what is not said to be the same file has to agree more closely', () => {
  const darker: Picture = (x, y) => (scene(x, y) as Colour).map((level) => Math.max(0, level - 42)) as Colour
  expect(mayShowSame(seen(darker, 1.5), large(scene, 1.5), true)).toBe(true)
  expect(mayShowSame(seen(darker, 1.5), large(scene, 1.5), false)).toBe(false)
})
