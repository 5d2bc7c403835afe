import { expect, test } from 'vitest'
import { sinePi } from './sine.ts'

test('the sine is right to the last digits, over several turns', () => {
  for (let x = -9; x <= 9; x += 1 / 128) expect(sinePi(x)).toBeCloseTo(Math.sin(x * Math.PI), 13)
})

test('whole half turns are exactly nothing', () => {
  for (const x of [-3, -2, -1, 0, 1, 2, 3]) expect(Math.abs(sinePi(x))).toBe(0)
})
