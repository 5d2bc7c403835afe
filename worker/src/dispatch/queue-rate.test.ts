import { describe, expect, test } from 'vitest'
import { FakeClock, memorySlot, randomFrom } from '../testing/clock.ts'
import { CallQueue } from './queue.ts'

/** The most calls that reach the platform within any second, as it would count them. */
function mostInASecond(arrivals: number[]): number {
  const sorted = arrivals.toSorted((a, b) => a - b)
  return Math.max(...sorted.map((first, i) => sorted.findLastIndex((at) => at < first + 1000) - i + 1))
}

/** Calls in bursts and lulls, of which the last leaves hours later by the fake clock. */
async function departuresOf(calls: number, maxQps: number, seed: number): Promise<number[]> {
  const [clock, random] = [new FakeClock(), randomFrom(seed)]
  const queue = new CallQueue(memorySlot(), maxQps, clock)
  const departures: number[] = []
  const call = () => ({
    deadlineAt: clock.now() + 25_000,
    repeated: random() < 0.1,
    prepare: async () => clock.sleep(random() * 5),
    send: async () => {
      departures.push(clock.now())
      if (random() < 0.01) queue.throttled()
      await clock.sleep(50 + random() * 800)
    },
  })
  const arrive = async () => {
    for (let i = 0; i < calls; i++) {
      if (random() < 0.6) await clock.sleep(random() * (2000 / maxQps))
      void queue.run(new AbortController().signal, call()).catch(() => {})
    }
  }
  await Promise.all([arrive(), clock.run()])
  return departures
}

describe('never more than the allowed calls in any second', () => {
  test.each([1, 2, 3, 7])('%i a second, calls that come at random', async (maxQps) => {
    const calls = maxQps === 3 ? 5000 : 500
    const departures = await departuresOf(calls, maxQps, 1688 + maxQps)
    // More come than may leave, so some are refused; most are not.
    expect(departures.length).toBeGreaterThan(calls / 2)
    expect(mostInASecond(departures)).toBeLessThanOrEqual(maxQps)
    const random = randomFrom(7)
    // Nor as the platform counts them, when the way there takes up to 100 ms longer for one than for another.
    expect(mostInASecond(departures.map((at) => at + random() * 100))).toBeLessThanOrEqual(maxQps)
  })

  test('the check would see an even third of a second fail', () => {
    const random = randomFrom(3)
    const even = Array.from({ length: 5000 }, (_, i) => i * 334)
    expect(mostInASecond(even)).toBe(3)
    expect(mostInASecond(even.map((at) => at + random() * 50))).toBeGreaterThan(3)
  })
})
