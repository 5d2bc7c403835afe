import type { IDBPDatabase, IDBPTransaction } from 'idb'
import { searchTextOf } from './search-text.ts'

export type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>

/**
 * Brings the database from one version to the next. It may wait for requests of the transaction and for nothing else:
 * during any other wait the browser ends the transaction.
 */
export type Migration = (database: IDBPDatabase, transaction: Upgrade) => void | Promise<void>

/** Step n makes version n out of version n - 1. A step that was released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('searches', { keyPath: 'id' }).createIndex('at', 'at')
    database.createObjectStore('shortlist', { keyPath: 'offerId' }).createIndex('at', 'at')
  },
  // Digests take Web Crypto, which no upgrade can wait for: `fillDigests` adds them afterwards.
  async (database, transaction) => {
    const pictures = database.createObjectStore('pictures', { keyPath: 'id' })
    const searches = transaction.objectStore('searches')
    searches.createIndex('digest', 'digest')
    for await (const cursor of searches) {
      const { picture, ...record } = cursor.value
      await pictures.put({ id: record.id, picture })
      await cursor.update({ ...record, digest: null, words: searchTextOf(record.listing, record.lists) })
    }
  },
]

/** Runs the steps that a database of version `from` lacks, one after the other. */
export async function migrate(
  migrations: readonly Migration[],
  database: IDBPDatabase,
  from: number,
  transaction: Upgrade,
): Promise<void> {
  for (const migration of migrations.slice(from)) {
    const work = migration(database, transaction)
    if (work) await work
  }
}
