import { expect, test } from 'vitest'
import { bestOf } from './best-values.ts'

test('the lowest or the highest is the best, by value and not alphabetically', () => {
  expect(bestOf(['10.10', '9.80', '100'], 'lowest')).toEqual([false, true, false])
  expect(bestOf([0.4, 0.09, 0.21], 'highest')).toEqual([true, false, false])
})

test('ties are marked alike', () => {
  expect(bestOf(['9.8', '9.80', '12'], 'lowest')).toEqual([true, true, false])
})

test('what is not known is never the best, and does not count', () => {
  expect(bestOf([null, 2, 5], 'lowest')).toEqual([false, true, false])
  expect(bestOf([null, 2, null], 'lowest')).toEqual([false, false, false])
  expect(bestOf([null, null], 'highest')).toEqual([false, false])
})

test('zero is a value', () => {
  expect(bestOf([0, 3], 'lowest')).toEqual([true, false])
})

test('where all are alike there is nothing to choose by', () => {
  expect(bestOf([2, 2, null], 'lowest')).toEqual([false, false, false])
})
