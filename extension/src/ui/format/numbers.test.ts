import { expect, test } from 'vitest'
import { kilobytes, money, percent, whole } from './numbers.ts'

test('yuan keep their digits and have at least two decimals', () => {
  expect(money('10.1')).toBe('10.10')
  expect(money('7')).toBe('7.00')
  expect(money('0.085')).toBe('0.085')
  expect(money('1234567.5')).toBe('1,234,567.50')
  expect(money('123456789012345678.99')).toBe('123,456,789,012,345,678.99')
})

test('counts, shares and sizes are written for people', () => {
  expect(whole(12_345)).toBe('12,345')
  expect(percent(0.13)).toBe('13%')
  expect(kilobytes(51_400)).toBe('51')
  expect(kilobytes(820)).toBe('0.8')
})
