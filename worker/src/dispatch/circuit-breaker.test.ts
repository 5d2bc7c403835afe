import { describe, expect, test } from 'vitest'
import { CircuitBreaker } from './circuit-breaker.ts'

const CODE = 'upstream_unavailable'

function opened(): CircuitBreaker {
  const breaker = new CircuitBreaker()
  for (let i = 0; i < 9; i++) expect(breaker.failed(CODE, i, i)).toBeUndefined()
  expect(breaker.failed(CODE, 9, 10)).toBe(2000)
  return breaker
}

describe('after ten failures in a row', () => {
  test('nothing leaves for two seconds, and whoever asks is told so', () => {
    const breaker = opened()
    expect(breaker.openFor(10)).toEqual({ code: CODE, leftMs: 2000 })
    expect(breaker.openFor(2009)).toEqual({ code: CODE, leftMs: 1 })
    expect(breaker.openFor(2010)).toBeUndefined()
    expect(breaker.probing).toBe(true)
  })

  test('an answer of the probe ends it, a failure doubles the pause up to ten seconds', () => {
    const breaker = opened()
    const pauses = [3000, 8000, 17_000, 30_000].map((at) => breaker.failed(CODE, at - 100, at))
    expect(pauses).toEqual([4000, 8000, 10_000, 10_000])
    breaker.answered()
    expect(breaker.probing).toBe(false)
    expect(breaker.failed(CODE, 50_000, 50_000)).toBeUndefined()
  })

  test('calls that were on their way already say nothing new', () => {
    const breaker = opened()
    expect(breaker.failed(CODE, 5, 500)).toBeUndefined()
    expect(breaker.openFor(500)?.leftMs).toBe(1510)
  })

  test('the pause outlives the object', () => {
    expect(new CircuitBreaker(opened().state).openFor(10)?.leftMs).toBe(2000)
  })
})

test('an answer between failures begins the count anew', () => {
  const breaker = new CircuitBreaker()
  for (let i = 0; i < 40; i++) {
    if (i % 9 === 8) breaker.answered()
    else expect(breaker.failed(CODE, i, i)).toBeUndefined()
  }
  expect(breaker.probing).toBe(false)
})

test('a pause that a clock set back made endless is none', () => {
  expect(new CircuitBreaker({ ...opened().state, openedAtMs: 1e12 }).openFor(0)).toBeUndefined()
})
