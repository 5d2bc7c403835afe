import { openDB } from 'idb'
import { backfillDigests } from './backfill-digests.ts'
import { MIGRATIONS, type Migration, migrate, type Upgrade } from './migrations.ts'
import type { Database } from './schema.ts'
import { openingErrorOf, StorageClosedError } from './storage-error.ts'

export const DATABASE = 'find-on-1688'
/** How long another view may take to finish writing and close an older database. */
const CLOSE_TIMEOUT_MS = 5000
let connection: Promise<Database> | undefined

/**
 * This document's connection, opened when it is first needed, and again after the browser or a newer version of the
 * extension has closed it.
 *
 * @throws StorageClosedError (also StorageNewerError), StorageFullError
 */
export function database(): Promise<Database> {
  if (connection) return connection
  const forget = () => {
    if (connection === opening) connection = undefined
  }
  const opening = openDatabase(MIGRATIONS, forget)
  connection = opening
  opening.catch(forget)
  return opening
}

/**
 * Opens the database at the version that the migrations lead to. `whenClosed` is called when the connection was closed
 * from outside.
 */
export async function openDatabase(
  migrations: readonly Migration[],
  whenClosed: () => void,
  closeTimeoutMs = CLOSE_TIMEOUT_MS,
): Promise<Database> {
  const tooLong = Promise.withResolvers<never>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken: unknown
  try {
    const opening = openDB(DATABASE, migrations.length, {
      upgrade(database, from, _to, transaction) {
        migrate(migrations, database, from, transaction).catch((error) => {
          broken = error
          abort(transaction)
        })
        // Opening fails with it too: this must not count as an unhandled rejection.
        transaction.done.catch(() => {})
      },
      blocked() {
        timer = setTimeout(() => {
          tooLong.reject(new StorageClosedError('another view holds an older database'))
          opening.then((late) => late.close()).catch(() => {})
        }, closeTimeoutMs)
      },
      blocking(_from, _to, event) {
        // Running transactions still finish; the newer version waits for them.
        ;(event.target as IDBDatabase).close()
        whenClosed()
      },
      terminated: whenClosed,
    })
    const opened = (await Promise.race([opening, tooLong.promise])) as unknown as Database
    await backfillDigests(opened).catch(() => {})
    return opened
  } catch (error) {
    throw openingErrorOf(broken ?? error)
  } finally {
    clearTimeout(timer)
  }
}

function abort(transaction: Upgrade): void {
  try {
    transaction.abort()
  } catch {
    // It has already ended.
  }
}
