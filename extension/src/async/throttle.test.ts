import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from './throttle.ts'

const work = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  work.mockClear()
})
afterEach(() => vi.useRealTimers())

test('the first time is at once', () => {
  throttle(200, work).ask()
  expect(work).toHaveBeenCalledOnce()
})

test('what is asked for meanwhile is done once, when the span is over', () => {
  const paced = throttle(200, work)
  for (let i = 0; i < 5; i++) paced.ask()
  vi.advanceTimersByTime(199)
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('after a pause it is at once again', () => {
  const paced = throttle(200, work)
  paced.ask()
  vi.advanceTimersByTime(201)
  paced.ask()
  expect(work).toHaveBeenCalledTimes(2)
})

test('what is left at the end is dropped', () => {
  const paced = throttle(200, work)
  paced.ask()
  paced.ask()
  paced.end()
  vi.advanceTimersByTime(1000)
  expect(work).toHaveBeenCalledTimes(1)
})
