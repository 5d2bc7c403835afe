import { expect, test } from 'vitest'
import { createRetryBudget } from './retry-budget.ts'

test('three retries at once, then one for every ten first attempts', () => {
  const budget = createRetryBudget()
  expect([1, 2, 3, 4].map((at) => budget.take(at))).toEqual([true, true, true, false])
  for (let i = 0; i < 9; i++) budget.firstAttempt()
  expect(budget.take(10)).toBe(false)
  budget.firstAttempt()
  expect(budget.take(11)).toBe(true)
  expect(budget.take(12)).toBe(false)
})

test('no more than three are ever saved up', () => {
  const budget = createRetryBudget()
  for (let i = 0; i < 1000; i++) budget.firstAttempt()
  expect([1, 2, 3, 4].map((at) => budget.take(at))).toEqual([true, true, true, false])
})

test('after a minute without retries there are three again, even after an eviction', () => {
  const budget = createRetryBudget()
  for (let i = 0; i < 3; i++) budget.take(1000)
  expect(createRetryBudget(budget.state).take(61_000)).toBe(false)
  expect(createRetryBudget(budget.state).take(61_001)).toBe(true)
})
