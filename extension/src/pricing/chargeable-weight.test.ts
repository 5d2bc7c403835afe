import { expect, test } from 'vitest'
import type { Divisor } from '../model/assumptions.ts'
import { chargeableWeight, packedPiece } from './chargeable-weight.ts'
import { isKnown } from './figure.ts'

type Measures = [number | null, number | null, number | null, number | null]
const shipping = ([weightKg, lengthCm, widthCm, heightCm]: Measures) => ({
  weightKg,
  lengthCm,
  widthCm,
  heightCm,
})
const weightOf = (measures: Measures, divisor: Divisor) =>
  chargeableWeight(packedPiece(shipping(measures), {}), divisor)
const kgOf = (measures: Measures, divisor: Divisor) => {
  const weight = weightOf(measures, divisor)
  return isKnown(weight) ? weight.range.high.toFixed() : weight
}

test('the larger of weight and volume is charged', () => {
  // 30 × 20 × 10 = 6000 cm³, over 6000 = 1 kg
  expect(kgOf([0.4, 30, 20, 10], '6000')).toBe('1')
  expect(kgOf([1.2, 30, 20, 10], '6000')).toBe('1.2')
  // 12.5 × 8 × 3 = 300, over 6000 = 0.05
  expect(kgOf([0.01, 12.5, 8, 3], '6000')).toBe('0.05')
  // 40 × 30 × 15 = 18,000: 3 kg by air, 3.6 by courier, 2.25 on some lines
  expect(kgOf([0.3, 40, 30, 15], '6000')).toBe('3')
  expect(kgOf([0.3, 40, 30, 15], '5000')).toBe('3.6')
  expect(kgOf([0.3, 40, 30, 15], '8000')).toBe('2.25')
  expect(kgOf([0.3, 40, 30, 15], 'none')).toBe('0.3')
})

test('with an incomplete size it is at least the weight', () => {
  const doubtful = { bound: 'atLeast', doubts: ['size'] }
  expect(weightOf([0.3, null, null, null], '6000')).toMatchObject(doubtful)
  expect(weightOf([0.3, 30, 20, null], '5000')).toMatchObject(doubtful)
  expect(kgOf([0.3, 30, 20, null], '6000')).toBe('0.3')
  expect(weightOf([0.3, null, null, null], 'none')).not.toHaveProperty('doubts')
})

test('an unknown weight stays unknown, whatever the size', () => {
  expect(chargeableWeight(packedPiece(null, {}), '6000')).toEqual({ missingInputs: ['weight'] })
  expect(weightOf([null, 30, 20, 10], '6000')).toEqual({ missingInputs: ['weight'] })
  expect(weightOf([0, 30, 20, 10], 'none')).toEqual({ missingInputs: ['weight'] })
})

test('what the user enters replaces what the offer says, the size as a whole', () => {
  const ofOffer = shipping([0.4, 30, 20, 10])
  const entered = (figures: Parameters<typeof packedPiece>[1]) =>
    chargeableWeight(packedPiece(ofOffer, figures), '6000')
  expect(entered({ weightKg: '1.5' })).toMatchObject({ range: { high: { c: [1, 5] } } })
  // 60 × 20 × 10 = 12,000: 2 kg
  expect(entered({ lengthCm: '60', widthCm: '20', heightCm: '10' })).toMatchObject({
    range: { high: { c: [2] } },
  })
  expect(entered({ lengthCm: '60' })).toMatchObject({ bound: 'atLeast' })
})

test.each([
  [{ weightKg: 'x' }, ['invalidWeight']],
  [{ weightKg: '0' }, ['invalidWeight']],
  [{ weightKg: '' }, ['invalidWeight']],
  [{ lengthCm: 'long' }, ['invalidSize']],
  [{ lengthCm: '10', widthCm: '0', heightCm: '3' }, ['invalidSize']],
  [{ weightKg: 'x', heightCm: 'y' }, ['invalidWeight', 'invalidSize']],
])('%j is invalid, not zero', (figures, missingInputs) => {
  const piece = packedPiece(shipping([0.4, 30, 20, 10]), figures)
  expect(chargeableWeight(piece, '6000')).toEqual({ missingInputs })
})

test('an invalid size matters only where volume is charged', () => {
  const piece = packedPiece(shipping([0.4, 30, 20, 10]), { lengthCm: 'long' })
  expect(chargeableWeight(piece, 'none')).toMatchObject({ range: { high: { c: [4] } } })
})

test('a tiny weight is still valid', () => {
  expect(kgOf([1e-7, null, null, null], 'none')).toBe('0.0000001')
})
