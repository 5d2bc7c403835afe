import { DurableObject } from 'cloudflare:workers'
import { AppError, type ErrorCode } from '@find-on-1688/shared'
import type { EnvVars } from '../env-vars.ts'
import type { StoredClient } from './store.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** How long an object remembers that its client was revoked: longer than any location caches the client's record. */
const REVOKED_MS = 3_600_000

export interface Limits {
  dailySearches: number | null
  searchesPerMinute: number | null
}

export type Reservation = 'reserved' | { refused: 'day' | 'rate' | 'revoked'; retryAfterMs: number }

/** Counts are written this much later, while 1688 works on the call: the disk would hold up the call itself. */
const WRITE_AFTER_MS = 2

/** A reservation that nobody released, because its worker ended, is forgotten once its search must be over. */
const RESERVED_MS = 30_000

/**
 * One object per client counts its searches of the day (UTC), so that no client's count is a hot spot for others. A search
 * is reserved while it waits, counted once its first call has left, and on the disk before it is answered.
 */
export class ClientUsage extends DurableObject<EnvVars> {
  #counted: { day: number; used: number } | undefined
  /** When each search was reserved that is not counted yet; the oldest first. */
  #reserved: number[] = []
  #fullAtMs: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #written: PromiseWithResolvers<void> | undefined
  #isRevoked: boolean | undefined

  constructor(ctx: DurableObjectState, env: EnvVars) {
    super(ctx, env)
    this.#createTables()
  }

  used(day: number): number {
    return this.#countOf(day).used
  }

  /** Reserves a search, unless a limit is reached. */
  reserve({ dailySearches, searchesPerMinute }: Limits, nowMs: number): Reservation {
    this.#isRevoked ??= this.#state('revoked') !== undefined
    if (this.#isRevoked) return { refused: 'revoked', retryAfterMs: 0 }
    const day = dayOf(nowMs)
    this.#reserved = this.#reserved.filter((atMs) => nowMs - atMs < RESERVED_MS)
    if (dailySearches !== null && this.used(day) + this.#reserved.length >= dailySearches)
      return { refused: 'day', retryAfterMs: resetsAt(day) - nowMs }
    if (searchesPerMinute !== null) {
      const retryAfterMs = this.#takeFromMinute(searchesPerMinute, nowMs)
      if (retryAfterMs > 0) return { refused: 'rate', retryAfterMs }
    }
    this.#reserved.push(nowMs)
    return 'reserved'
  }

  /** Counts a reserved search; resolves once it is on the disk: the runtime holds the reply back until then. */
  async count(nowMs: number): Promise<void> {
    this.#reserved.shift()
    this.#countOf(dayOf(nowMs)).used++
    this.#written ??= Promise.withResolvers()
    this.#timer ??= setTimeout(() => this.#write(), WRITE_AFTER_MS)
    await this.#written.promise
  }

  /** Gives a reserved search back, for which no call left. */
  release(searchesPerMinute: number | null): void {
    this.#reserved.shift()
    if (searchesPerMinute !== null && this.#fullAtMs !== undefined)
      this.#fullAtMs -= MINUTE_MS / searchesPerMinute
  }

  async revoke(): Promise<void> {
    this.#isRevoked = true
    this.#save('revoked', 1)
    await this.ctx.storage.setAlarm(Date.now() + REVOKED_MS)
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll()
    this.#createTables()
    this.#counted = undefined
    this.#isRevoked = undefined
  }

  /**
   * A bucket of a minute's searches: all of them may be used at once, and they come back evenly over the minute.
   *
   * @returns how long until there is a search left; 0 if there is one
   */
  #takeFromMinute(perMinute: number, nowMs: number): number {
    const eachMs = MINUTE_MS / perMinute
    const fullAtMs = Math.min(
      Math.max(this.#fullAtMs ?? this.#state('full_at_ms') ?? 0, nowMs),
      nowMs + MINUTE_MS,
    )
    const retryAfterMs = fullAtMs + eachMs - MINUTE_MS - nowMs
    if (retryAfterMs <= 0) this.#fullAtMs = fullAtMs + eachMs
    return Math.max(0, retryAfterMs)
  }

  #state(name: string): number | undefined {
    const rows = this.ctx.storage.sql.exec<{ value: number }>('SELECT value FROM state WHERE name = ?', name)
    return rows.toArray()[0]?.value
  }

  #save(name: string, value: number): void {
    this.ctx.storage.sql.exec('REPLACE INTO state VALUES (?, ?)', name, value)
  }

  #createTables(): void {
    const { sql } = this.ctx.storage
    sql.exec('CREATE TABLE IF NOT EXISTS searches (day INTEGER PRIMARY KEY, used INTEGER NOT NULL)')
    sql.exec('CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value REAL NOT NULL)')
  }

  #countOf(day: number): { day: number; used: number } {
    if (this.#counted?.day === day) return this.#counted
    this.#write()
    const rows = this.ctx.storage.sql.exec<{ used: number }>('SELECT used FROM searches WHERE day = ?', day)
    this.#counted = { day, used: rows.toArray()[0]?.used ?? 0 }
    return this.#counted
  }

  #write(): void {
    clearTimeout(this.#timer ?? null)
    this.#timer = undefined
    const written = this.#written
    this.#written = undefined
    try {
      if (this.#fullAtMs !== undefined) this.#save('full_at_ms', this.#fullAtMs)
      if (!this.#counted) return
      const { sql } = this.ctx.storage
      const { day, used } = this.#counted
      sql.exec('DELETE FROM searches WHERE day < ?', day)
      sql.exec('REPLACE INTO searches VALUES (?, ?)', day, used)
    } finally {
      written?.resolve()
    }
  }
}

type Namespace = DurableObjectNamespace<ClientUsage>

/**
 * Reserves a search, which the dispatcher counts when its first call leaves. Returns how to give it back.
 *
 * @throws AppError `quota_exhausted`, `rate_limited`, or `unauthorized` if the client has just been revoked
 */
export async function reserveSearch(
  namespace: Namespace,
  client: StoredClient,
): Promise<() => Promise<void>> {
  const { dailySearches, searchesPerMinute } = client
  const object = usageOf(namespace, client)
  const reserved = await object.reserve({ dailySearches, searchesPerMinute }, Date.now())
  if (reserved === 'reserved') return async () => object.release(searchesPerMinute)
  const { refused, retryAfterMs } = reserved
  if (refused === 'revoked') throw unauthorizedClient()
  const [code, detail]: [ErrorCode, string] =
    refused === 'day'
      ? [
          'quota_exhausted',
          `Today's ${dailySearches} searches of this client are used up. They reset at midnight UTC.`,
        ]
      : ['rate_limited', `This client may search ${searchesPerMinute} times a minute. Try again in a moment.`]
  throw new AppError(code, detail, { retryAfterMs })
}

/** Counts a reserved search of a client; resolves once it is on the disk. */
export async function countSearch(namespace: Namespace, id: string): Promise<void> {
  await usageOf(namespace, { id }).count(Date.now())
}

export function unauthorizedClient(): AppError {
  return new AppError('unauthorized', 'The client key is missing, invalid, revoked or expired.')
}

/** Refuses the client's searches from now on, even where its record is still cached. */
export async function revokeUsage(namespace: Namespace, id: string): Promise<void> {
  await usageOf(namespace, { id }).revoke()
}

export async function searchesToday(
  namespace: Namespace,
  client: { id: string },
): Promise<{ used: number; resetsAt: string }> {
  const day = dayOf(Date.now())
  return { used: await usageOf(namespace, client).used(day), resetsAt: new Date(resetsAt(day)).toISOString() }
}

function usageOf(namespace: Namespace, { id }: { id: string }): DurableObjectStub<ClientUsage> {
  return namespace.getByName(id)
}

function resetsAt(day: number): number {
  return (day + 1) * DAY_MS
}

function dayOf(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS)
}
