import { describe, expect, test } from 'vitest'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts'

const CODE = 'upstream_unavailable'

function opened(): CircuitBreaker {
  const breaker = createCircuitBreaker()
  for (let i = 0; i < 9; i++) expect(breaker.failed(CODE, i, i)).toBeUndefined()
  expect(breaker.failed(CODE, 9, 10)).toBe(2000)
  return breaker
}

describe('after ten failures in a row', () => {
  test('nothing is sent for two seconds, and callers get an error that says so', () => {
    const breaker = opened()
    expect(breaker.openFor(10)).toEqual({ code: CODE, leftMs: 2000 })
    expect(breaker.openFor(2009)).toEqual({ code: CODE, leftMs: 1 })
    expect(breaker.openFor(2010)).toBeUndefined()
    expect(breaker.probing()).toBe(true)
  })

  test('an answer to the probe ends the pause, a failure doubles it up to ten seconds', () => {
    const breaker = opened()
    const pauses = [3000, 8000, 17_000, 30_000].map((at) => breaker.failed(CODE, at - 100, at))
    expect(pauses).toEqual([4000, 8000, 10_000, 10_000])
    breaker.answered()
    expect(breaker.probing()).toBe(false)
    expect(breaker.failed(CODE, 50_000, 50_000)).toBeUndefined()
  })

  test('calls already under way say nothing new', () => {
    const breaker = opened()
    expect(breaker.failed(CODE, 5, 500)).toBeUndefined()
    expect(breaker.openFor(500)?.leftMs).toBe(1510)
  })

  test('the pause outlives the object', () => {
    expect(createCircuitBreaker(opened().state).openFor(10)?.leftMs).toBe(2000)
  })
})

test('an answer between failures resets the count', () => {
  const breaker = createCircuitBreaker()
  for (let i = 0; i < 40; i++) {
    if (i % 9 === 8) breaker.answered()
    else expect(breaker.failed(CODE, i, i)).toBeUndefined()
  }
  expect(breaker.probing()).toBe(false)
})

test('a pause made endless by a clock set back is ignored', () => {
  expect(createCircuitBreaker({ ...opened().state, openedAtMs: 1e12 }).openFor(0)).toBeUndefined()
})
