import { expect, test } from 'vitest'
import { type Pixels, resample } from './lanczos.ts'

const PILLOW = [15, 41, 116, 185, 46, 71, 156, 166]
function painted(width: number, height: number, value: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([value(x, y), value(y, x), 7, 255], (y * width + x) * 4)
  return { data, width, height }
}

test.each([
  [40, 30, 8, 6],
  [40, 30, 40, 30],
  [12, 900, 1, 80],
  [1, 1, 1, 1],
  [4000, 2, 800, 1],
])('a single-coloured %i×%i picture stays so at %i×%i', (width, height, toWidth, toHeight) => {
  const { data } = resample(
    painted(width, height, () => 200),
    toWidth,
    toHeight,
  )
  for (let i = 0; i < data.length; i += 4) expect([...data.subarray(i, i + 4)]).toEqual([200, 200, 7, 255])
})

test('the same size changes nothing', () => {
  const picture = painted(20, 20, (x, y) => (x * 37 + y * 91) % 256)
  expect(resample(picture, 20, 20).data).toEqual(picture.data)
})

test('detail finer than the result vanishes instead of becoming moiré', () => {
  const stripes = painted(400, 400, (x) => (x % 2 ? 255 : 0))
  const { data, width } = resample(stripes, 100, 100)
  for (let x = 5; x < 95; x++) expect(Math.abs((data[(50 * width + x) * 4] ?? 0) - 127.5)).toBeLessThan(2)
})

test('mirroring commutes with resizing', () => {
  const value = (x: number, y: number) => (x * x + 3 * y) % 256
  const { data } = resample(painted(90, 60, value), 31, 17)
  const mirrored = resample(
    painted(90, 60, (x, y) => value(89 - x, y)),
    31,
    17,
  ).data
  for (let y = 0; y < 17; y++)
    for (let x = 0; x < 31; x++)
      expect(Math.abs((data[(y * 31 + x) * 4] ?? 0) - (mirrored[(y * 31 + 30 - x) * 4] ?? 0))).toBeLessThan(2)
})

/** Pillow 9.4: `Image.resize((4, 2), LANCZOS)` of the ramp below, first channel. */
test('the kernel is Pillow’s', () => {
  const ramp = painted(12, 6, (x, y) => (x * x * 2 + y * 11) % 256)
  const { data } = resample(ramp, 4, 2)
  const own = [...data].filter((_, i) => i % 4 === 0)
  // Pillow rounds between its two passes.
  for (const [at, value] of own.entries()) expect(Math.abs(value - (PILLOW[at] ?? 0))).toBeLessThanOrEqual(1)
})
