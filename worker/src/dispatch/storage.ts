import type { ImageIds } from '../providers/provider.ts'
import type { SlotStore } from './queue.ts'

export interface Storage {
  slot: SlotStore
  imageIds: ImageIds
}

/** The platform does not say how long an id lives; a few minutes are safe, and enough to turn pages. */
const IMAGE_ID_MS = 4 * 60_000

/** What an object keeps: the next free slot, and picture digests with their ids at the platform. No pictures. */
export function openStorage(sql: SqlStorage, now: () => number = Date.now): Storage {
  sql.exec('CREATE TABLE IF NOT EXISTS slot (id INTEGER PRIMARY KEY CHECK (id = 1), at_ms REAL NOT NULL)')
  sql.exec(
    'CREATE TABLE IF NOT EXISTS image_id (sha256 TEXT PRIMARY KEY, image_id TEXT NOT NULL, until_ms REAL NOT NULL)',
  )
  return {
    slot: {
      load: () => sql.exec<{ at_ms: number }>('SELECT at_ms FROM slot').toArray()[0]?.at_ms ?? 0,
      save: (slotMs) => {
        sql.exec('INSERT OR REPLACE INTO slot (id, at_ms) VALUES (1, ?)', slotMs)
      },
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
