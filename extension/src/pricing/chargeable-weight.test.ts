import { expect, test } from 'vitest'
import { chargeableWeight, enteredWeight } from './chargeable-weight.ts'

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

test('if volume is not charged, only the weight counts', () => {
  expect(chargeableWeight(size(0.4, 30, 20, 10), null)).toMatchObject({ exact: true })
  expect(kgOf(size(0.4, 30, 20, 10), null)).toBe('0.4')
})

test('with an incomplete size the weight counts, and is not exact', () => {
  expect(chargeableWeight(size(0.4, 30, 20, null), '6000')).toMatchObject({ exact: false })
  expect(kgOf(size(0.4, 30, 20, null), '6000')).toBe('0.4')
  expect(chargeableWeight(size(0.4, 30, 20, 10), '6000')).toMatchObject({ exact: true })
})

test('an unknown weight stays unknown, whatever the size', () => {
  expect(chargeableWeight(null, '6000')).toBeNull()
  expect(chargeableWeight(size(null, 30, 20, 10), '6000')).toBeNull()
  expect(chargeableWeight(size(0, 30, 20, 10), '6000')).toBeNull()
})

test('a tiny weight is still valid', () => {
  expect(kgOf(size(1e-7, null, null, null), '6000')).toBe('0.0000001')
})

test('an entered weight is exact, and zero is invalid', () => {
  expect(enteredWeight('0.35')?.kg.toFixed()).toBe('0.35')
  expect(enteredWeight('0')).toBeNull()
  expect(enteredWeight('')).toBeNull()
})
