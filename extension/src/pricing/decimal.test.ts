import { expect, test } from 'vitest'
import { Decimal, decimal, notNegative, positive } from './decimal.ts'

test('a float throws instead of being taken for money', () => {
  expect(() => new Decimal(0.1)).toThrow()
  expect(() => new Decimal('0.1').plus(0.2)).toThrow()
  expect(new Decimal('0.1').plus('0.2').toFixed()).toBe('0.3')
})

test.each(['', ' ', '1e3', '.5', '5.', '+1', '1,5', 'NaN', '0x1', null, undefined])(
  '%j is no decimal',
  (text) => {
    expect(decimal(text)).toBeNull()
  },
)

test('zero is neither negative nor positive', () => {
  expect(['-1', '0', '1'].map((text) => [notNegative(text) !== null, positive(text) !== null])).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ])
})
