import { expect, test } from 'vitest'
import { emptinessOfPixels } from './empty-pixels.ts'

type Pixel = [red: number, green: number, blue: number, alpha: number]

/** Of 100 pixels, the first `count` of which differ. */
function picture(most: Pixel, other: Pixel = most, count = 0): number[] {
  return Array.from({ length: 100 }, (_, at) => (at < count ? other : most)).flat()
}

test('a spacer is clear, whatever colour its transparent pixels have', () => {
  expect(emptinessOfPixels(picture([255, 0, 0, 0]))).toBe('clear')
  expect(emptinessOfPixels(picture([0, 0, 0, 5]))).toBe('clear')
})

test('a watermark is sheer: a few strokes, or a tint over all of it', () => {
  expect(emptinessOfPixels(picture([0, 0, 0, 0], [40, 40, 40, 255], 12))).toBe('sheer')
  expect(emptinessOfPixels(picture([10, 90, 200, 60], [200, 90, 10, 60], 50))).toBe('sheer')
})

test('one colour is plain, also with what compression does to it, and also white on white', () => {
  expect(emptinessOfPixels(picture([200, 30, 40, 255], [206, 33, 36, 255], 40))).toBe('plain')
  expect(emptinessOfPixels(picture([255, 255, 255, 255], [0, 0, 0, 0], 50))).toBe('plain')
})

test('a picture shows something, however pale, and so does a product that was cut out', () => {
  expect(emptinessOfPixels(picture([255, 255, 255, 255], [240, 240, 238, 255], 3))).toBeUndefined()
  expect(emptinessOfPixels(picture([0, 0, 0, 0], [30, 30, 30, 255], 45))).toBeUndefined()
})
