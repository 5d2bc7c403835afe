import { expect, test } from 'vitest'
import { sinePi } from './sine.ts'

test('the sine is accurate to the last digits over several turns', () => {
  for (let x = -9; x <= 9; x += 1 / 128) expect(sinePi(x)).toBeCloseTo(Math.sin(x * Math.PI), 13)
})

test('the sine of a half turn is exactly zero', () => {
  for (const x of [-3, -2, -1, 0, 1, 2, 3]) expect(Math.abs(sinePi(x))).toBe(0)
})
