import { describe, expect, test } from 'vitest'
import { seeded } from '../../fakes/gateway/catalogue/random.ts'
import { DAY_S, PICTURES, SPACING_MS, ZIPF_EXPONENT } from './assumptions.ts'
import { playDays } from './day.ts'
import { hitRate } from './hits.ts'
import { playLists } from './lists.ts'
import { playOneKey } from './one-key.ts'
import { planFor } from './plan.ts'
import { choose, equalKeys } from './routing.ts'
import { meanWait, waitQuantile } from './waiting.ts'
import { zipf } from './zipf.ts'

const pictures = zipf(PICTURES, ZIPF_EXPONENT)

describe('the formula agrees with the simulation', () => {
  test('on the share of searches answered from the cache', () => {
    const few = zipf(10_000, ZIPF_EXPONENT)
    const days = {
      pictures: few,
      searchesADay: 5000,
      lifeS: DAY_S,
      warmHours: 24,
      countedHours: 24,
      startHour: 0,
    }
    expect(Math.abs(playDays(days, seeded('hits')) - hitRate(few, 5000))).toBeLessThan(0.02)
  })

  test.each([0.5, 0.7, 0.9])('on the wait at one key with a load of %d', (load) => {
    const played = playOneKey(load, 400_000, seeded(`wait ${load}`))
    expect(Math.abs(played.mean - meanWait(load)) / meanWait(load)).toBeLessThan(0.1)
    expect(Math.abs(played.p95 - waitQuantile(load, 0.95)) / waitQuantile(load, 0.95)).toBeLessThan(0.1)
  })
})

test('more users need more keys, a longer cache lifetime fewer', () => {
  const keys = (users: number, lifeS: number) => planFor(users, lifeS, pictures).keys
  expect(keys(1e6, DAY_S)).toBeGreaterThan(keys(1e5, DAY_S))
  expect(keys(1e6, DAY_S)).toBeLessThan(keys(1e6, 0))
})

test('removing a key moves only its own pictures', () => {
  const [all, fewer] = [equalKeys(6), equalKeys(5)]
  for (let picture = 1; picture <= 2000; picture++) {
    const [first] = choose(picture, all)
    if (first.id !== 5) expect(choose(picture, fewer)[0].id).toBe(first.id)
  }
})

describe('lists of products beside people', () => {
  const play = (lists: number, keys = 1) => {
    const startsAtMs = Array.from({ length: lists }, () => 0)
    const world = { keys, callsASearch: 2, startsAtMs, rows: 100, peopleRate: 0.3, forMs: 600_000 }
    return playLists(world, seeded(`${lists} lists, ${keys} keys`))
  }
  const longest = ({ tookMs }: { tookMs: number[] }) => Math.max(...tookMs)

  test('take what people leave of the allowed rate', () => {
    const one = play(1)
    expect(one.used).toBeGreaterThan(0.97)
    expect(one.used).toBeLessThan(1.01)
    // Two calls every 367 ms, and people take a fifth of them.
    expect(longest(one) / (100 * 2 * SPACING_MS)).toBeGreaterThan(1.1)
    expect(longest(play(10)) / longest(one)).toBeGreaterThan(8)
    expect(longest(play(10, 4)) / longest(play(10))).toBeLessThan(0.35)
  })

  test('refuse no person, and keep none waiting', () => {
    const [without, beside] = [play(0), play(10)]
    expect(without.people).toBeGreaterThan(100)
    expect(beside.people).toBeGreaterThan(200)
    expect([without.peopleRefused, beside.peopleRefused]).toEqual([0, 0])
    expect(beside.waits.p95).toBeLessThan(without.waits.p95 + 1000)
    expect(beside.answers.p95).toBeLessThan(2500)
  })
})
