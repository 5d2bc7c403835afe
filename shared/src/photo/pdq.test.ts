import { expect, test } from 'vitest'
import { lumaOf } from './luma.ts'
import { bitsOf, pdq } from './pdq.ts'
import { toSquare } from './resample.ts'
import { drawing, mirrorImage, paint } from './testing/sample.ts'

test('bits above the lower median are set, and the highest frequency comes first', () => {
  const rising = Float64Array.from({ length: 256 }, (_, at) => at)
  expect(bitsOf(rising)).toBe('f'.repeat(32) + '0'.repeat(32))
  expect(bitsOf(rising.map((value) => (value === 0 ? 1000 : value)))).toBe(
    `${'f'.repeat(31)}e${'0'.repeat(31)}1`,
  )
})

test('half of the bits are set', () => {
  const ones = [...pdq(toSquare(lumaOf(drawing(5)))).hash].reduce(
    (sum, digit) => sum + Number.parseInt(digit, 16).toString(2).replaceAll('0', '').length,
    0,
  )
  expect(ones).toBe(128)
})

test('the mirrored hash is the hash of the mirrored picture', () => {
  const [picture, mirrored] = [
    pdq(toSquare(lumaOf(drawing(6)))),
    pdq(toSquare(lumaOf(mirrorImage(drawing(6))))),
  ]
  expect(picture.mirrored).toBe(mirrored.hash)
  expect(picture.hash).toBe(mirrored.mirrored)
  expect(picture.hash).not.toBe(mirrored.hash)
})

// Every engine and every later version must compute the same: hashes are stored, and compared across browsers.
test.each([
  ['drawing', drawing(1), '18772252c7ace1992a7e34a677a1cb1ec95114f33c8e6ad9c3b1dd685a747530'],
  ['rings', paint(301, 97, ringsAt), '4cdeb72126f6bb01b7e13fb19b01bb01481e8819d8a2677f6edeb301bb01552e'],
])('the %s has the same hash as ever', (_, picture, hash) => {
  expect(pdq(toSquare(lumaOf(picture))).hash).toBe(hash)
})

function ringsAt(x: number, y: number): [number, number, number, number] {
  const far = Math.floor(((x - 90) ** 2 + 9 * (y - 40) ** 2) / 97)
  return [far & 255, (far * 3) & 255, 255 - (far & 255), 255 - (x & 127)]
}
