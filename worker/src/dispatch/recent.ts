const MOST = 64
/** By then every location sees a stored answer, or looks again for one it missed. */
const LONGEST_MS = 60_000

/** What the platform said last, for the minute that KV takes to spread an answer. */
export class Recent<T> {
  readonly #values = new Map<string, { value: T; untilMs: number }>()

  get(key: string, nowMs: number): T | undefined {
    const found = this.#values.get(key)
    return found && found.untilMs > nowMs ? found.value : undefined
  }

  put(key: string, value: T, nowMs: number, lifeMs: number): void {
    this.#values.delete(key)
    this.#values.set(key, { value, untilMs: nowMs + Math.min(LONGEST_MS, lifeMs) })
    const [oldest] = this.#values.keys()
    if (this.#values.size > MOST && oldest !== undefined) this.#values.delete(oldest)
  }
}
