import * as v from 'valibot'
import type { ImageIds } from '../providers/provider.ts'
import { outputOf } from '../schema.ts'
import { PLATFORM_FAILURES } from './circuit-breaker.ts'
import type { ScheduleState } from './scheduler.ts'
import type { ScheduleStore } from './sender.ts'

export interface Storage {
  /** What the scheduler needs after a restart. */
  schedule: ScheduleStore & { load(): ScheduleState | undefined }
  imageIds: ImageIds
  /** Small values by name, as JSON. */
  notes: { load(name: string): unknown; save(name: string, value: unknown): void }
}

/** How long an id lives is not documented; a few minutes are safe, and enough to page through results. */
const IMAGE_ID_TTL_MS = 4 * 60_000
/** After a restart with an unreadable record nothing is sent for this long. */
const UNREADABLE_HOLD_MS = 1000

const Time = v.number()
const ScheduleStateSchema = v.object({
  notBeforeMs: Time,
  pace: v.object({ spacingMs: Time, cleanSinceMs: Time }),
  retries: v.object({ left: Time, lastRetryAtMs: Time }),
  breaker: v.object({
    failures: Time,
    pauseMs: Time,
    openedAtMs: Time,
    code: v.picklist(PLATFORM_FAILURES),
  }),
})

/** What an object stores: its schedule, notes, and picture digests with the platform's ids. No pictures. */
export function openStorage(storage: DurableObjectStorage, now: () => number = Date.now): Storage {
  const { sql } = storage
  // Version 0.1.0 stored its slot here.
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
      sql.exec('REPLACE INTO note VALUES (?, ?)', name, JSON.stringify(value))
    },
  }
  return {
    notes,
    schedule: {
      load: () => {
        const stored = notes.load('schedule')
        if (stored === undefined) return undefined
        return outputOf(ScheduleStateSchema, stored) ?? { notBeforeMs: now() + UNREADABLE_HOLD_MS }
      },
      save: (state) => notes.save('schedule', state),
      written: () => storage.sync(),
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
        sql.exec('REPLACE INTO image_id VALUES (?, ?, ?)', sha256, imageId, now() + IMAGE_ID_TTL_MS)
      },
      forget: (sha256) => {
        sql.exec('DELETE FROM image_id WHERE sha256 = ?', sha256)
      },
    },
  }
}
