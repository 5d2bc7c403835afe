import { expect, test } from 'vitest'
import { lowerBound, upperBound } from './binomial.ts'

test('without a hit in n tries the rate is at most about 3 / n', () => {
  expect(upperBound(0, 10)).toBeCloseTo(1 - 0.05 ** (1 / 10), 9)
  expect(upperBound(0, 400_000) * 400_000).toBeCloseTo(2.996, 3)
})

// One-sided 95% Clopper–Pearson bounds, from published tables.
test.each([
  [1, 20, 0.2161],
  [5, 100, 0.1023],
  [20, 20, 1],
])('%i hits in %i tries are a rate of at most %f', (hits, n, bound) => {
  expect(upperBound(hits, n)).toBeCloseTo(bound, 4)
  expect(lowerBound(n - hits, n)).toBeCloseTo(1 - bound, 4)
})
