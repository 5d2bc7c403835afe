import { describe, expect, test } from 'vitest'
import { readDecimal, readQuantity } from './read-decimal.ts'

describe('a number typed by a user', () => {
  test.each([
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1\u202f234\u00a0567', '1234567'],
    ["1'234.50", '1234.50'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['12,34,567.5', '1234567.5'],
    ['1,234', '1234'],
    ['999,999', '999999'],
    ['0,250', '0.250'],
    ['1.234', '1.234'],
    ['1234,567', '1234.567'],
    ['1,23', '1.23'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['0', '0'],
    ['00.50', '0.50'],
    ['  3  ', '3'],
    ['１２．５', '12.5'],
    ['１，２３４', '1234'],
    ['　３。５　', '3.5'],
    ['123456789012.123456789012', '123456789012.123456789012'],
  ])('%j is %s', (text, number) => {
    expect(readDecimal(text)).toBe(number)
  })

  test.each([
    '',
    '   ',
    '.',
    ',',
    '-1',
    '−1',
    '+1',
    '1e3',
    '12kg',
    '$5',
    '5%',
    'abc',
    '1,2,3',
    '1.2.3',
    '1,234,5',
    '1 2',
    '12 ,5',
    '1,,234',
    '1.234.5',
    '1,234.567.8',
    '½',
    '5²',
    '٣',
    'Infinity',
    'NaN',
    '0x10',
    '1234567890123',
    '0.1234567890123',
  ])('%j is invalid', (text) => {
    expect(readDecimal(text)).toBeUndefined()
  })

  test('an absurdly long one is invalid', () => {
    expect(readDecimal('9'.repeat(10_000))).toBeUndefined()
    expect(readDecimal('1,'.repeat(10_000))).toBeUndefined()
  })
})

test.each([
  ['1', 1],
  ['200', 200],
  ['1,000', 1000],
  ['１００', 100],
  ['5.0', 5],
  ['0', undefined],
  ['1.5', undefined],
  ['-3', undefined],
  ['', undefined],
  ['10000000', undefined],
])('%j pieces are %s', (text, quantity) => {
  expect(readQuantity(text)).toBe(quantity)
})
