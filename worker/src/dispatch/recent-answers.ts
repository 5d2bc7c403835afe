const MOST = 64
/** Until then every location has heard of an answer that was stored, or looks again for one it missed. */
const LONGEST_MS = 60_000

/** The last few answers, for the minute that the store takes to become known everywhere. */
export class Settled<T> {
  readonly #answers = new Map<string, { answer: T; untilMs: number }>()

  get(name: string, nowMs: number): T | undefined {
    const found = this.#answers.get(name)
    return found && found.untilMs > nowMs ? found.answer : undefined
  }

  put(name: string, answer: T, nowMs: number, lifeMs: number): void {
    this.#answers.delete(name)
    this.#answers.set(name, { answer, untilMs: nowMs + Math.min(LONGEST_MS, lifeMs) })
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest)
  }
}
