import { openDB } from 'idb'
import { backfillDigests } from './backfill-digests.ts'
import { MIGRATIONS, type Migration, migrate, type Upgrade } from './migrations.ts'
import type { Database } from './schema.ts'
import { openingErrorOf, StorageClosedError } from './storage-error.ts'

export const DATABASE = 'find-on-1688'
/** For how long another view may finish what it is writing before it lets go of an older database. */
const PATIENCE_MS = 5000
let connection: Promise<Database> | undefined

/**
 * The one connection of this document, opened when it is first needed, and again after the browser or a newer version of
 * the extension has ended it.
 *
 * @throws StorageClosedError, and of it StorageNewerError; StorageFullError
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
 * Opens the database at the version that the migrations lead to. `whenClosed` is called when the connection has ended
 * although nobody here closed it.
 */
export async function openDatabase(
  migrations: readonly Migration[],
  whenClosed: () => void,
  patienceMs = PATIENCE_MS,
): Promise<Database> {
  const tooLong = Promise.withResolvers<never>()
  let patience: ReturnType<typeof setTimeout> | undefined
  let broken: unknown
  try {
    const opening = openDB(DATABASE, migrations.length, {
      upgrade(database, from, _to, transaction) {
        migrate(migrations, database, from, transaction).catch((error) => {
          broken = error
          abort(transaction)
        })
        // The opening fails with it; nobody else is to hear of it.
        transaction.done.catch(() => {})
      },
      blocked() {
        patience = setTimeout(() => {
          tooLong.reject(new StorageClosedError('another view holds an older database'))
          opening.then((late) => late.close()).catch(() => {})
        }, patienceMs)
      },
      blocking(_from, _to, event) {
        // What is under way is still finished; the newer version waits for it.
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
    clearTimeout(patience)
  }
}

function abort(transaction: Upgrade): void {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
}
