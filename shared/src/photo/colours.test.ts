import { expect, test } from 'vitest'
import { colourDistance, coloursOf, isGrey, mirrorColours } from './colours.ts'
import {
  blurred,
  drawing,
  framed,
  greyed,
  mirrorImage,
  noisy,
  paint,
  type Rgba,
  recoloured,
} from './testing/sample.ts'

const oneColour = (...colour: Rgba) => coloursOf(paint(40, 40, () => colour))

test('a cell is blue against grey, then red against grey, and grey is neutral', () => {
  expect(oneColour(90, 90, 90, 255)).toBe('8080'.repeat(16))
  expect(oneColour(255, 0, 0, 255)).toBe('55ff'.repeat(16))
  expect(oneColour(0, 0, 255, 255)).toBe('ff6b'.repeat(16))
  expect(oneColour(0, 255, 0, 255)).toBe('2c15'.repeat(16))
})

test('transparent pixels are white', () => {
  expect(oneColour(255, 0, 0, 0)).toBe('8080'.repeat(16))
  expect(colourDistance(oneColour(255, 0, 0, 51), oneColour(255, 204, 204, 255))).toBe(0)
})

test('cells run from left to right, then down', () => {
  const corner = coloursOf(paint(8, 8, (x, y) => (x >= 6 && y < 2 ? [255, 0, 0, 255] : [0, 0, 0, 255])))
  expect(corner).toBe(`${'8080'.repeat(3)}55ff${'8080'.repeat(12)}`)
  expect(mirrorColours(corner)).toBe(`55ff${'8080'.repeat(15)}`)
})

test('the colours of the mirror image are the mirrored colours', () => {
  expect(mirrorColours(coloursOf(drawing(3)))).toBe(coloursOf(mirrorImage(drawing(3))))
  expect(mirrorColours(coloursOf(drawing(3)))).not.toBe(coloursOf(drawing(3)))
})

test('only the pixels in the box count', () => {
  const red = framed(drawing(4, 120, 80), 33, 21, [255, 0, 0, 255])
  const box = { left: 33, top: 21, width: 120, height: 80 }
  expect(coloursOf(red, box)).toBe(coloursOf(drawing(4, 120, 80)))
  expect(coloursOf(red, { ...box, left: 33.3, width: 119.6 })).toBe(coloursOf(drawing(4, 120, 80)))
})

test.each([
  [1, 1],
  [1, 5000],
  [3, 2],
])('a picture of %i × %i px has colours', (width, height) => {
  expect(coloursOf(paint(width, height, () => [255, 0, 0, 255]))).toBe('55ff'.repeat(16))
})

test('size, noise and blur change little, other colours much, and grey all there is', () => {
  const colours = coloursOf(drawing(5))
  const far = (picture: Parameters<typeof coloursOf>[0]) => colourDistance(colours, coloursOf(picture))
  expect(colourDistance(colours, colours)).toBe(0)
  for (const same of [drawing(5, 640, 480), noisy(drawing(5), 12), blurred(drawing(5))])
    expect(far(same)).toBeLessThan(3)
  expect(far(greyed(drawing(5)))).toBeGreaterThan(70)
  expect(far(recoloured(drawing(5)))).toBeGreaterThan(120)
})

test('a barely visible tint is not another colour', () => {
  expect(colourDistance(oneColour(200, 200, 200, 255), oneColour(204, 200, 196, 255))).toBe(0)
})

test('only a picture without any colour is grey', () => {
  expect(isGrey(coloursOf(greyed(drawing(6))))).toBe(true)
  expect(isGrey(coloursOf(drawing(6)))).toBe(false)
  expect(isGrey(coloursOf(paint(8, 8, (x) => (x < 2 ? [140, 128, 128, 255] : [128, 128, 128, 255]))))).toBe(
    false,
  )
})

// Colours are stored, and compared across browsers and versions, like the hash.
test('the drawing has the same colours as ever', () => {
  expect(coloursOf(drawing(1))).toBe('dc788c8b9b9b777f8e8b738085717553896e907999957b6b616f658aa0a57b74')
})
