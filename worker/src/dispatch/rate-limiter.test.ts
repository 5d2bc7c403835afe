import { describe, expect, test } from 'vitest'
import { createRateLimiter, JITTER_MS, spacingOf } from './rate-limiter.ts'

describe('the spacing', () => {
  test.each([1, 2, 3, 5, 10, 100])(
    'for %d a second lets no second hold one more, however late the first is',
    (qps) => {
      expect(qps * spacingOf(qps) - JITTER_MS).toBeGreaterThanOrEqual(1000)
      expect(qps * (spacingOf(qps) - 1) - JITTER_MS).toBeLessThan(1000)
    },
  )

  test('is as long as needed for less than one call a second', () => {
    expect(spacingOf(0.5)).toBe(2100)
    expect(spacingOf(3.9)).toBe(spacingOf(3))
  })
})

describe('after a throttled call', () => {
  test('the spacing grows by 1.6 up to two seconds, and shrinks by 10 ms in each clean half minute', () => {
    const pace = createRateLimiter(367, 0)
    pace.throttled(0)
    expect(pace.spacingMs(0)).toBeCloseTo(587.2)
    for (let i = 0; i < 10; i++) pace.throttled(0)
    expect(pace.spacingMs(29_999)).toBe(2000)
    expect(pace.spacingMs(30_000)).toBe(1990)
    expect(pace.spacingMs(150_000)).toBe(1950)
    expect(pace.spacingMs(1e9)).toBe(367)
  })

  test('another one on the way back starts over', () => {
    const pace = createRateLimiter(367, 0)
    pace.throttled(0)
    pace.throttled(29_000)
    const wide = pace.spacingMs(29_000)
    expect(pace.spacingMs(58_999)).toBe(wide)
    expect(pace.spacingMs(59_000)).toBe(wide - 10)
  })

  test('the spacing outlives the object, and a clock set back does not keep it for ever', () => {
    const pace = createRateLimiter(367, 1e9)
    pace.throttled(1e9)
    const later = createRateLimiter(367, 0, pace.state)
    expect(later.spacingMs(0)).toBeCloseTo(587.2)
    expect(later.spacingMs(30_000)).toBeCloseTo(577.2)
  })
})
