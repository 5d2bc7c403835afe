const MOST = 64
/** By then every location sees a stored answer, or looks again for one it missed. */
const LONGEST_MS = 60_000

/** The latest answers, for the minute that KV takes to spread them. */
export class RecentAnswers<T> {
  readonly #answers = new Map<string, { answer: T; untilMs: number }>()

  get(key: string, nowMs: number): T | undefined {
    const found = this.#answers.get(key)
    return found && found.untilMs > nowMs ? found.answer : undefined
  }

  put(key: string, answer: T, nowMs: number, lifeMs: number): void {
    this.#answers.delete(key)
    this.#answers.set(key, { answer, untilMs: nowMs + Math.min(LONGEST_MS, lifeMs) })
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest)
  }
}
