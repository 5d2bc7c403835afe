import { expect, test } from 'vitest'
import { compare, comparisons, distance } from './distance.ts'
import type { PhotoHash, Variant } from './variants.ts'

const ZERO = '0'.repeat(64)
const variant = (first: string, quality = 90, mirrored = 'f'.repeat(64)): Variant => ({
  hash: first + ZERO.slice(first.length),
  mirrored,
  quality,
  colours: '80'.repeat(32),
})
const photo = (plain: Variant, trimmed?: Variant): PhotoHash => ({
  method: 'test',
  plain,
  ...(trimmed && { trimmed }),
  thumbnail: { width: 1, height: 1, grey: 'A'.repeat(1024), colours: '80'.repeat(128) },
})

test('the distance is the number of differing bits', () => {
  expect(distance(ZERO, ZERO)).toBe(0)
  expect(distance(ZERO, `1${ZERO.slice(1)}`)).toBe(1)
  expect(distance(`a${ZERO.slice(1)}`, `5${ZERO.slice(1)}`)).toBe(4)
  expect(distance('f'.repeat(64), ZERO)).toBe(256)
})

test('the comparison with the least distance counts, and says which it was', () => {
  const query = photo(variant('ff'), variant('0f', 90, ZERO))
  expect(compare(query, photo(variant('ffff'), variant('0f')))).toMatchObject({
    distance: 0,
    mirrored: false,
    trimmed: true,
  })
  expect(compare(query, photo(variant('')))).toMatchObject({ distance: 0, mirrored: true, trimmed: true })
})

test('of equal comparisons the simplest counts', () => {
  const both = photo(variant('ff', 90, variant('ff').hash), variant('ff', 90, variant('ff').hash))
  expect(compare(both, both)).toMatchObject({ distance: 0, mirrored: false, trimmed: false })
  expect(comparisons(both, both)).toHaveLength(8)
})

test('too little quality is not compared', () => {
  const flat = photo(variant('ff', 20), variant('0f', 70))
  const other = photo(variant('ff', 80))
  expect(compare(flat, other, 50)).toMatchObject({ distance: 4, trimmed: true })
  expect(compare(flat, other, 75)).toBeUndefined()
})
