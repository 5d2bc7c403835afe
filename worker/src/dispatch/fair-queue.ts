/** The waiting entries of many clients, served round robin: one entry per client and round, its oldest first. */
export class FairQueue<T extends { client: string }> {
  /** In the order of their turns. */
  readonly #clients = new Map<string, T[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(entry: T): void {
    const own = this.#clients.get(entry.client)
    if (own) own.push(entry)
    else this.#clients.set(entry.client, [entry])
    this.#size++
  }

  waitingOf(client: string): number {
    return this.#clients.get(client)?.length ?? 0
  }

  take(): T | undefined {
    const [turn] = this.#clients
    if (!turn) return undefined
    const [client, own] = turn
    const entry = own.shift()
    this.#clients.delete(client)
    if (own.length > 0) this.#clients.set(client, own)
    this.#size--
    return entry
  }

  remove(entry: T): boolean {
    const own = this.#clients.get(entry.client)
    const at = own?.indexOf(entry) ?? -1
    if (!own || at < 0) return false
    own.splice(at, 1)
    if (own.length === 0) this.#clients.delete(entry.client)
    this.#size--
    return true
  }

  /** Everything served before the client's entry at this index, which need not exist yet. */
  before(client: string, index: number): T[] {
    const queues = [...this.#clients]
    const turn = queues.findIndex(([name]) => name === client)
    const ownTurn = turn < 0 ? queues.length : turn
    const ahead: T[] = []
    for (let round = 0; round <= index; round++)
      for (const [at, [, entries]] of queues.entries()) {
        const entry = entries[round]
        const isBefore = round < index || at < ownTurn
        if (entry && isBefore) ahead.push(entry)
      }
    return ahead
  }

  /** The newest entry of the client with the most entries, if it has more than `fair`. */
  newestOfLongest(fair: number): T | undefined {
    let longest: T[] = []
    for (const own of this.#clients.values()) if (own.length > longest.length) longest = own
    return longest.length > fair ? longest.at(-1) : undefined
  }

  /** In the order in which they are served. */
  entries(): T[] {
    return this.before('', Math.max(0, ...[...this.#clients.values()].map((own) => own.length)))
  }
}
