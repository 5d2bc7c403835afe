import { digestOf } from '../image/digest.ts'
import type { Database } from './schema.ts'

/**
 * Adds the digests that older searches lack. Those that are not reached, because the background ends or a picture cannot
 * be read, stay `null` and are tried the next time.
 */
export async function backfillDigests(database: Database): Promise<void> {
  for (const id of await withoutDigest(database)) {
    const beside = await database.get('pictures', id)
    const digest = beside && (await digestOf(beside.picture).catch(() => undefined))
    if (digest) await fill(database, id, digest)
  }
}

/** `null` is not a key: an index leaves out records with it. */
async function withoutDigest(database: Database): Promise<string[]> {
  const { store, done } = database.transaction('searches')
  const [all, filled] = await Promise.all([store.getAllKeys(), store.index('digest').getAllKeys(), done])
  const known = new Set(filled)
  return all.filter((id) => !known.has(id))
}

/** Reads the record again: another view may have changed or removed it meanwhile. */
async function fill(database: Database, id: string, digest: string): Promise<void> {
  const { store, done } = database.transaction('searches', 'readwrite')
  const add = async () => {
    const record = await store.get(id)
    if (record) await store.put({ ...record, digest })
  }
  await Promise.all([add(), done])
}
