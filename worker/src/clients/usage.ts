import { DurableObject } from 'cloudflare:workers'
import { AppError } from '@find-on-1688/shared'
import type { Bindings } from '../bindings.ts'
import type { StoredClient } from './store.ts'

const DAY_MS = 86_400_000

/** One object a client counts its searches of the day (UTC), so that no client's count is another's hot spot. */
export class ClientUsage extends DurableObject<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS searches (day INTEGER PRIMARY KEY, used INTEGER NOT NULL)',
    )
  }

  used(day: number): number {
    const rows = this.ctx.storage.sql.exec<{ used: number }>('SELECT used FROM searches WHERE day = ?', day)
    return rows.toArray()[0]?.used ?? 0
  }

  /** Counts a search unless the limit is reached; says whether it did. */
  take(day: number, limit: number | null): boolean {
    if (limit !== null && this.used(day) >= limit) return false
    this.#add(day, 1)
    return true
  }

  giveBack(day: number): void {
    this.#add(day, -1)
  }

  #add(day: number, searches: number): void {
    const { sql } = this.ctx.storage
    sql.exec('DELETE FROM searches WHERE day < ?', day)
    sql.exec(
      'INSERT INTO searches VALUES (?, max(0, ?)) ON CONFLICT (day) DO UPDATE SET used = max(0, used + ?)',
      day,
      searches,
      searches,
    )
  }
}

type Namespace = DurableObjectNamespace<ClientUsage>

export interface TakenSearch {
  /** For a search that brought nothing. */
  giveBack(): Promise<void>
}

/** @throws AppError `quota_exhausted` where the client's day is used up */
export async function takeSearch(namespace: Namespace, client: StoredClient): Promise<TakenSearch> {
  const day = Math.floor(Date.now() / DAY_MS)
  const object = usageOf(namespace, client)
  if (await object.take(day, client.dailySearches)) return { giveBack: async () => object.giveBack(day) }
  const detail = `The ${client.dailySearches} searches a day of this client are used up. They start anew at midnight UTC.`
  throw new AppError('quota_exhausted', detail, { retryAfterMs: resetsAt(day) - Date.now() })
}

export async function searchesToday(
  namespace: Namespace,
  client: StoredClient,
): Promise<{ used: number; resetsAt: string }> {
  const day = Math.floor(Date.now() / DAY_MS)
  return { used: await usageOf(namespace, client).used(day), resetsAt: new Date(resetsAt(day)).toISOString() }
}

function usageOf(namespace: Namespace, { id }: StoredClient): DurableObjectStub<ClientUsage> {
  return namespace.get(namespace.idFromName(id))
}

function resetsAt(day: number): number {
  return (day + 1) * DAY_MS
}
