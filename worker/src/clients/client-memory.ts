import { Recent } from '../recent.ts'

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

/** What an isolate remembers of clients, so that neither they nor strangers cost a read of storage each time. */
export class ClientMemory<Client> {
  readonly #remembered = new Recent<Remembered<Client>>(MAX_CLIENTS)
  #lookupsFullAtMs = 0
  /** Whether every client that there was when they were last listed is remembered; when to list them again. */
  isWhole = false
  listAtMs = 0

  /** What was read of a client in the last seconds. */
  fresh(id: string, nowMs: number): Remembered<Client> | undefined {
    return this.#remembered.get(id, nowMs)
  }

  has(id: string): boolean {
    return this.#remembered.has(id)
  }

  remember(id: string, client: Client | undefined, nowMs: number): void {
    this.#put(id, client, nowMs + FRESH_MS)
  }

  /** Remembers that there is such a client, and nothing else of it. */
  add(id: string): void {
    if (!this.has(id)) this.#put(id, undefined, 0)
  }

  forget(id: string): void {
    this.#remembered.delete(id)
  }

  takeLookup(nowMs: number): boolean {
    const fullAtMs = Math.max(this.#lookupsFullAtMs, nowMs) + LOOKUP_EACH_MS
    if (fullAtMs > nowMs + LOOKUPS * LOOKUP_EACH_MS) return false
    this.#lookupsFullAtMs = fullAtMs
    return true
  }

  #put(id: string, client: Client | undefined, untilMs: number): void {
    if (this.#remembered.put(id, { client }, untilMs)) this.isWhole = false
  }
}
