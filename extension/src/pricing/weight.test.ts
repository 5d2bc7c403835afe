import { expect, test } from 'vitest'
import { chargeableWeight, typedWeight } from './weight.ts'

const size = (
  weightKg: number | null,
  lengthCm: number | null,
  widthCm: number | null,
  heightCm: number | null,
) => ({
  weightKg,
  lengthCm,
  widthCm,
  heightCm,
})
const kgOf = (...of: Parameters<typeof chargeableWeight>) => chargeableWeight(...of)?.kg.toFixed()

test('the larger of weight and volume is charged', () => {
  // 30 × 20 × 10 = 6000 cm³, over 6000 = 1 kg
  expect(kgOf(size(0.4, 30, 20, 10), '6000')).toBe('1')
  expect(kgOf(size(1, 30, 20, 10), '6000')).toBe('1')
  expect(kgOf(size(1.2, 30, 20, 10), '6000')).toBe('1.2')
  // 12.5 × 8 × 3 = 300, over 6000 = 0.05
  expect(kgOf(size(0.01, 12.5, 8, 3), '6000')).toBe('0.05')
})

test('where space is not charged, the weight alone counts', () => {
  expect(chargeableWeight(size(0.4, 30, 20, 10), null)).toMatchObject({ sure: true })
  expect(kgOf(size(0.4, 30, 20, 10), null)).toBe('0.4')
})

test('without the whole size the weight counts, and may be too low', () => {
  expect(chargeableWeight(size(0.4, 30, 20, null), '6000')).toMatchObject({ sure: false })
  expect(kgOf(size(0.4, 30, 20, null), '6000')).toBe('0.4')
  expect(chargeableWeight(size(0.4, 30, 20, 10), '6000')).toMatchObject({ sure: true })
})

test('an unknown weight stays unknown, whatever the size', () => {
  expect(chargeableWeight(null, '6000')).toBeNull()
  expect(chargeableWeight(size(null, 30, 20, 10), '6000')).toBeNull()
  expect(chargeableWeight(size(0, 30, 20, 10), '6000')).toBeNull()
})

test('a weight that is tiny for a number is one all the same', () => {
  expect(kgOf(size(1e-7, null, null, null), '6000')).toBe('0.0000001')
})

test('a typed weight is sure, and zero is none', () => {
  expect(typedWeight('0.35')?.kg.toFixed()).toBe('0.35')
  expect(typedWeight('0')).toBeNull()
  expect(typedWeight('')).toBeNull()
})
