import type { Clock } from '../dispatch/clock.ts'

/** A clock that stands still until `run`, and then jumps from one sleeper to the next. */
export class FakeClock implements Clock {
  #nowMs: number
  #sleepers: { at: number; wake: () => void }[] = []

  constructor(nowMs = 1_000_000) {
    this.#nowMs = nowMs
  }

  now(): number {
    return this.#nowMs
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((wake) => {
      const sleeper = { at: this.#nowMs + Math.max(0, ms), wake }
      this.#sleepers.push(sleeper)
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper)
      })
    })
  }

  /** Lets time pass, waking each sleeper in turn, until `untilMs` or until no one sleeps. */
  async run(untilMs = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await microtasks()
      const next = this.#sleepers.reduce((a, b) => (b.at < a.at ? b : a), { at: untilMs, wake: () => {} })
      if (!this.#sleepers.includes(next)) break
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1)
      this.#nowMs = next.at
      next.wake()
    }
    if (Number.isFinite(untilMs)) this.#nowMs = Math.max(this.#nowMs, untilMs)
  }
}

/** Resolves once everything that needs no time to pass has happened. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await null
}

/** Seeded, so that a failure can be reproduced (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
