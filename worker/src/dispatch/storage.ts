import * as v from 'valibot'
import type { ImageIds } from '../providers/provider.ts'
import type { Kept } from './scheduler.ts'

export interface Storage {
  /** What the schedule needs after a restart. */
  schedule: { load(): Kept | undefined; save(kept: Kept): void }
  imageIds: ImageIds
  /** Small things by name, as JSON. */
  notes: { load(name: string): unknown; save(name: string, value: unknown): void }
}

/** The platform does not say how long an id lives; a few minutes are safe, and enough to turn pages. */
const IMAGE_ID_MS = 4 * 60_000
/** After a restart with a record that cannot be read, nothing leaves for this long. */
const UNKNOWN_MS = 1000

const Time = v.pipe(v.number(), v.finite())
const KeptSchema = v.object({
  notBeforeMs: Time,
  pace: v.object({ spacingMs: Time, cleanSinceMs: Time }),
  retries: v.object({ left: Time, lastRetryAtMs: Time }),
  breaker: v.object({
    failures: Time,
    pauseMs: Time,
    openedAtMs: Time,
    code: v.picklist(['upstream_unavailable', 'upstream_timeout']),
  }),
})

/** What an object keeps: its schedule, and picture digests with their ids at the platform. No pictures. */
export function openStorage(sql: SqlStorage, now: () => number = Date.now): Storage {
  // Where version 0.1.0 kept its slot.
  sql.exec('DROP TABLE IF EXISTS slot')
  sql.exec('CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, json TEXT NOT NULL)')
  sql.exec(
    'CREATE TABLE IF NOT EXISTS image_id (sha256 TEXT PRIMARY KEY, image_id TEXT NOT NULL, until_ms REAL NOT NULL)',
  )
  const notes: Storage['notes'] = {
    load: (name) => {
      const [row] = sql.exec<{ json: string }>('SELECT json FROM note WHERE name = ?', name).toArray()
      return row && JSON.parse(row.json)
    },
    save: (name, value) => {
      sql.exec('INSERT OR REPLACE INTO note (name, json) VALUES (?, ?)', name, JSON.stringify(value))
    },
  }
  return {
    notes,
    schedule: {
      load: () => {
        const stored = notes.load('schedule')
        if (stored === undefined) return undefined
        const kept = v.safeParse(KeptSchema, stored)
        return kept.success ? kept.output : { notBeforeMs: now() + UNKNOWN_MS }
      },
      save: (kept) => notes.save('schedule', kept),
    },
    imageIds: {
      get: (sha256) =>
        sql
          .exec<{ image_id: string }>(
            'SELECT image_id FROM image_id WHERE sha256 = ? AND until_ms > ?',
            sha256,
            now(),
          )
          .toArray()[0]?.image_id,
      put: (sha256, imageId) => {
        sql.exec('DELETE FROM image_id WHERE until_ms <= ?', now())
        sql.exec('INSERT OR REPLACE INTO image_id VALUES (?, ?, ?)', sha256, imageId, now() + IMAGE_ID_MS)
      },
      forget: (sha256) => {
        sql.exec('DELETE FROM image_id WHERE sha256 = ?', sha256)
      },
    },
  }
}
