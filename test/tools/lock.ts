import { DatabaseSync } from 'node:sqlite'

const SQLITE_BUSY = 5

export interface FileLock {
  close(): void
}

/**
 * Locks a file against other processes. The kernel releases a lock of SQLite's when the process that holds it ends, however it
 * ends. `undefined` if another process holds it.
 */
export function takeLock(file: string): FileLock | undefined {
  const lock = new DatabaseSync(file)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
}
