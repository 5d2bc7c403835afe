import { createRecent } from '../recent.ts'

/** With the time that a location may cache a record, a revoked key is refused everywhere within a minute. */
const FRESH_MS = 10_000
const MAX_CLIENTS = 20_000
/** Look-ups of keys that may be anyone's: this many at once, then one after another. */
const LOOKUPS = 20
const LOOKUP_EACH_MS = 3000

interface Remembered<Client> {
  /** `undefined` if it has been revoked, or was not read yet. */
  client: Client | undefined
}

export type ClientMemory<Client> = ReturnType<typeof createClientMemory<Client>>

/** What an isolate remembers of clients, so that neither they nor strangers cost a read of storage each time. */
export function createClientMemory<Client>() {
  const { get, has, put, forget } = createRecent<Remembered<Client>>(MAX_CLIENTS)
  let lookupsFullAtMs = 0

  function remember(id: string, client: Client | undefined, untilMs: number): void {
    if (put(id, { client }, untilMs)) memory.isWhole = false
  }

  const memory = {
    /** Whether every client that there was when they were last listed is remembered; when to list them again. */
    isWhole: false,
    listAtMs: 0,
    /** What was read of a client in the last seconds. */
    fresh: get,
    has,
    forget,

    remember(id: string, client: Client | undefined, nowMs: number): void {
      remember(id, client, nowMs + FRESH_MS)
    },

    /** Remembers that there is such a client, and nothing else of it. */
    add(id: string): void {
      if (!has(id)) remember(id, undefined, 0)
    },

    takeLookup(nowMs: number): boolean {
      const fullAtMs = Math.max(lookupsFullAtMs, nowMs) + LOOKUP_EACH_MS
      if (fullAtMs > nowMs + LOOKUPS * LOOKUP_EACH_MS) return false
      lookupsFullAtMs = fullAtMs
      return true
    },
  }
  return memory
}
