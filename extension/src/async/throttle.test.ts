import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from './throttle.ts'

const work = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  work.mockClear()
})
afterEach(() => vi.useRealTimers())

test('the first call runs at once', () => {
  throttle(200, work).ask()
  expect(work).toHaveBeenCalledOnce()
})

test('calls in the meantime run once, when the interval is over', () => {
  const paced = throttle(200, work)
  for (let i = 0; i < 5; i++) paced.ask()
  vi.advanceTimersByTime(199)
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('after a pause a call runs at once again', () => {
  const paced = throttle(200, work)
  paced.ask()
  vi.advanceTimersByTime(201)
  paced.ask()
  expect(work).toHaveBeenCalledTimes(2)
})

test('a pending call is dropped at the end', () => {
  const paced = throttle(200, work)
  paced.ask()
  paced.ask()
  paced.end()
  vi.advanceTimersByTime(1000)
  expect(work).toHaveBeenCalledTimes(1)
})
