/** Values by name, each for a while; the newest are kept. */
export class Recent<T> {
  readonly #maxEntries: number
  readonly #entries = new Map<string, { value: T; untilMs: number }>()

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries
  }

  get(name: string, nowMs: number): T | undefined {
    const entry = this.#entries.get(name)
    return entry && entry.untilMs > nowMs ? entry.value : undefined
  }

  /** Whether there is an entry, even if its time is over. */
  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Returns whether the oldest had to go. */
  put(name: string, value: T, untilMs: number): boolean {
    this.#entries.delete(name)
    this.#entries.set(name, { value, untilMs })
    const [oldest] = this.#entries.size > this.#maxEntries ? this.#entries.keys() : []
    return oldest !== undefined && this.#entries.delete(oldest)
  }

  delete(name: string): void {
    this.#entries.delete(name)
  }
}
