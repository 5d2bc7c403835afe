import type { IDBPDatabase, IDBPTransaction } from 'idb'
import { searchTextOf } from './search-text.ts'

export type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>

/**
 * Takes the database from one version to the next. It may await only requests of the transaction: during any other wait
 * the browser commits the transaction.
 */
export type Migration = (database: IDBPDatabase, transaction: Upgrade) => void | Promise<void>

/** Migration n leads to version n. Never change one that was released. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('searches', { keyPath: 'id' }).createIndex('at', 'at')
    database.createObjectStore('shortlist', { keyPath: 'offerId' }).createIndex('at', 'at')
  },
  // Digests need Web Crypto, which an upgrade cannot await: `backfillDigests` adds them afterwards.
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
  (database) => {
    const products = database.createObjectStore('products', { keyPath: 'id' })
    products.createIndex('at', 'at')
    products.createIndex('keys', 'keys', { multiEntry: true })
  },
  (database) => {
    database.createObjectStore('offerDetails', { keyPath: 'offerId' }).createIndex('until', 'until')
  },
  (database) => {
    database.createObjectStore('batches', { keyPath: 'id' }).createIndex('createdAt', 'createdAt')
    database.createObjectStore('batchRows', { keyPath: ['batchId', 'index'] })
    database.createObjectStore('batchPictures', { keyPath: ['batchId', 'digest'] })
    database.createObjectStore('batchAnswers', { keyPath: ['batchId', 'digest'] })
  },
]

/** Runs the migrations that a database of version `from` lacks, one after the other. */
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
