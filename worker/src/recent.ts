/** Values by name, each for a while; the newest are kept. */
export function createRecent<T>(maxEntries: number) {
  const entries = new Map<string, { value: T; untilMs: number }>()

  return {
    get(name: string, nowMs: number): T | undefined {
      const entry = entries.get(name)
      return entry && entry.untilMs > nowMs ? entry.value : undefined
    },

    /** Whether there is an entry, even if its time is over. */
    has(name: string): boolean {
      return entries.has(name)
    },

    /** Returns whether the oldest had to go. */
    put(name: string, value: T, untilMs: number): boolean {
      entries.delete(name)
      entries.set(name, { value, untilMs })
      const [oldest] = entries.size > maxEntries ? entries.keys() : []
      return oldest !== undefined && entries.delete(oldest)
    },

    forget(name: string): void {
      entries.delete(name)
    },
  }
}
