import { digestOf } from '../image/digest.ts'
import type { Database } from './schema.ts'

/**
 * Adds the digests that searches lack which were kept before there were any. What is not reached, because the background
 * ends or a picture cannot be read, stays `null` and is tried at the next opening.
 */
export async function backfillDigests(database: Database): Promise<void> {
  for (const id of await withoutDigest(database)) {
    const beside = await database.get('pictures', id)
    const digest = beside && (await digestOf(beside.picture).catch(() => undefined))
    if (digest) await fill(database, id, digest)
  }
}

/** `null` is no key: an index leaves out the records that have it. */
async function withoutDigest(database: Database): Promise<string[]> {
  const { store, done } = database.transaction('searches')
  const [all, filled] = await Promise.all([store.getAllKeys(), store.index('digest').getAllKeys(), done])
  const known = new Set(filled)
  return all.filter((id) => !known.has(id))
}

/** Reads the record once more: another view may have added to it or removed it while its picture was digested. */
async function fill(database: Database, id: string, digest: string): Promise<void> {
  const { store, done } = database.transaction('searches', 'readwrite')
  const add = async () => {
    const record = await store.get(id)
    if (record) await store.put({ ...record, digest })
  }
  await Promise.all([add(), done])
}
