import { expect, test } from 'vitest'
import { slotAfterDispatch, slotAfterThrottle, spacingMs, waitForSlot } from './slots.ts'

test.each([1, 2, 3, 5, 10])(
  '%i calls a second: so many gaps outlast a second and 100 ms of jitter',
  (maxQps) => {
    expect(maxQps * spacingMs(maxQps)).toBeGreaterThanOrEqual(1100)
  },
)

test('three calls a second leave 367 ms apart; an even third of a second would not do', () => {
  expect(spacingMs(3)).toBe(367)
  expect(3 * 334).toBeLessThan(1100)
})

test('part of a call more a second is none, part of one call is a longer wait', () => {
  expect(spacingMs(3.9)).toBe(spacingMs(3))
  expect(spacingMs(0.5)).toBe(2100)
})

test('the slot after a departure counts from when the call left', () => {
  expect(slotAfterDispatch(5000, 3)).toBe(5367)
})

test('a throttle moves the next departure a second away, and never closer than it was', () => {
  expect(slotAfterThrottle(5100, 5000)).toBe(6000)
  expect(slotAfterThrottle(7000, 5000)).toBe(7000)
})

test('a slot of the past is free; one of a clock set back does not block for hours', () => {
  expect(waitForSlot(4000, 5000)).toBe(0)
  expect(waitForSlot(5400, 5000)).toBe(400)
  expect(waitForSlot(5000 + 3_600_000, 5000)).toBe(1000)
})
