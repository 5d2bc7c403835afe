export type FairQueue<T extends { client: string }> = ReturnType<typeof createFairQueue<T>>

/** The waiting entries of many clients, served round robin: one entry per client and round, its oldest first. */
export function createFairQueue<T extends { client: string }>() {
  /** In the order of their turns. */
  const clients = new Map<string, T[]>()
  let size = 0

  /** Everything served before the client's entry at this index, which need not exist yet. */
  function before(client: string, index: number): T[] {
    const queues = [...clients]
    const turn = queues.findIndex(([name]) => name === client)
    const ownTurn = turn < 0 ? queues.length : turn
    const ahead: T[] = []
    for (let round = 0; round <= index; round++)
      for (const [at, [, own]] of queues.entries()) {
        const entry = own[round]
        const isBefore = round < index || at < ownTurn
        if (entry && isBefore) ahead.push(entry)
      }
    return ahead
  }

  return {
    before,

    add(entry: T): void {
      const own = clients.get(entry.client)
      if (own) own.push(entry)
      else clients.set(entry.client, [entry])
      size++
    },

    waitingOf(client: string): number {
      return clients.get(client)?.length ?? 0
    },

    take(): T | undefined {
      const [turn] = clients
      if (!turn) return undefined
      const [client, own] = turn
      const entry = own.shift()
      clients.delete(client)
      if (own.length > 0) clients.set(client, own)
      size--
      return entry
    },

    remove(entry: T): boolean {
      const own = clients.get(entry.client)
      const at = own?.indexOf(entry) ?? -1
      if (!own || at < 0) return false
      own.splice(at, 1)
      if (own.length === 0) clients.delete(entry.client)
      size--
      return true
    },

    /** The newest entry of the client with the most entries, if it has more than `fair`. */
    newestOfLongest(fair: number): T | undefined {
      let longest: T[] = []
      for (const own of clients.values()) if (own.length > longest.length) longest = own
      return longest.length > fair ? longest.at(-1) : undefined
    },

    /** In the order in which they are served. */
    entries(): T[] {
      return before('', Math.max(0, ...[...clients.values()].map((own) => own.length)))
    },

    get size() {
      return size
    },
  }
}
