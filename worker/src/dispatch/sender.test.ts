import { describe, expect, test } from 'vitest'
import { FakeClock, randomFrom } from '../testing/clock.ts'
import { spacingOf } from './rate-limiter.ts'
import { pacedScheduler, type ScheduleState } from './scheduler.ts'
import { createSender } from './sender.ts'

const SPACING_MS = spacingOf(3)

/** A sender that is killed and started again, with everything that it stored and sent. */
function scene(diskMs = () => 1) {
  const clock = new FakeClock()
  const writes: number[] = []
  const departures: number[] = []
  let stored: ScheduleState | undefined
  let leastCoverMs = Number.POSITIVE_INFINITY
  let written = Promise.resolve()
  const store = {
    save: (state: ScheduleState) => {
      writes.push(clock.now())
      written = clock.sleep(diskMs()).then(() => {
        stored = structuredClone(state)
      })
    },
    written: () => written,
  }
  /** Starts it, asks for some calls, and kills it after a while. */
  const live = async (calls: number, forMs: number, answerMs: number) => {
    const killed = new AbortController()
    const sender = createSender(pacedScheduler(3, clock.now(), structuredClone(stored)), store, clock)
    for (let i = 0; i < calls; i++) {
      const deadlineAtMs = clock.now() + 25_000
      const ticket = { client: `${i}`, lane: 'search' as const, calls: 1, bytes: 0, deadlineAtMs }
      const send = async () => {
        if (killed.signal.aborted) return
        departures.push(clock.now())
        // An object that starts from what is stored now must wait for at least the spacing.
        leastCoverMs = Math.min(leastCoverMs, (stored?.notBeforeMs ?? 0) - clock.now())
        await clock.sleep(answerMs)
      }
      const call = { prepare: () => clock.sleep(3), send, outcomeOf: () => 'answered' as const }
      sender.sendFirst(killed.signal, ticket, call).catch(() => {})
    }
    await clock.run(clock.now() + forMs)
    killed.abort()
  }
  return { clock, live, writes, departures, leastCoverMs: () => leastCoverMs }
}

describe('a sender', () => {
  test('that is killed at any moment keeps the call limit', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = randomFrom(seed)
      const { live, departures, leastCoverMs } = scene(() => random() * 200)
      for (let life = 0; life < 60; life++) await live(1 + random() * 8, random() * 2500, random() * 600)
      expect(departures.length).toBeGreaterThan(60)
      const spans = departures.slice(3).map((at, i) => at - (departures[i] ?? 0))
      expect(Math.min(...spans)).toBeGreaterThan(1000)
      expect(leastCoverMs()).toBeGreaterThanOrEqual(SPACING_MS)
    }
  })

  test('writes to the disk less often than it calls', async () => {
    const { live, writes, departures } = scene()
    await live(12, 10_000, 100)
    expect(departures).toHaveLength(12)
    expect(writes.length).toBeLessThan(8)
  })

  test('does not wait for a slow disk between two calls', async () => {
    const { live, departures } = scene(() => 200)
    await live(12, 10_000, 100)
    const gaps = departures.slice(1).map((at, i) => at - (departures[i] ?? 0))
    // The call is prepared for 3 ms.
    expect(new Set(gaps)).toEqual(new Set([SPACING_MS + 3]))
  })

  test('that was idle when it ended loses no time', async () => {
    const { clock, live, departures } = scene()
    await live(1, 90_000, 100)
    const startedAt = clock.now()
    await live(1, 1000, 100)
    expect((departures[1] ?? 0) - startedAt).toBe(3)
  })
})
