import type { KeptSearch } from './search-record.ts'
import type { Reading, Writing } from './transactions.ts'

/**
 * A search stands in two stores, its picture apart from all else: lists load no pictures, and what is removed frees its
 * space at once, which it does not while any view holds a Blob of it.
 */
export const SEARCH = ['searches', 'pictures'] as const

export async function getWhole(transaction: Reading | Writing, id: string): Promise<KeptSearch | undefined> {
  const [record, beside] = await Promise.all([
    transaction.objectStore('searches').get(id),
    transaction.objectStore('pictures').get(id),
  ])
  return record && beside && { ...record, ...beside }
}

export async function getAllWhole(transaction: Reading | Writing): Promise<KeptSearch[]> {
  const [records, pictures] = await Promise.all([
    transaction.objectStore('searches').getAll(),
    transaction.objectStore('pictures').getAll(),
  ])
  const byId = new Map(pictures.map((beside) => [beside.id, beside]))
  return records.flatMap((record) => {
    const beside = byId.get(record.id)
    return beside ? [{ ...record, ...beside }] : []
  })
}

export async function putWhole(transaction: Writing, whole: KeptSearch): Promise<void> {
  const { picture, photoPictures, ...record } = whole
  const further = photoPictures ? { photoPictures } : {}
  await Promise.all([
    transaction.objectStore('searches').put(record),
    transaction.objectStore('pictures').put({ id: record.id, picture, ...further }),
  ])
}

export async function deleteWhole(transaction: Writing, id: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('searches').delete(id),
    transaction.objectStore('pictures').delete(id),
  ])
}

export async function clearWhole(transaction: Writing): Promise<void> {
  await Promise.all([
    transaction.objectStore('searches').clear(),
    transaction.objectStore('pictures').clear(),
  ])
}

/** Removes this many of the oldest searches without loading them, and says how many there were to remove. */
export async function removeOldest(transaction: Writing, count: number): Promise<number> {
  let removed = 0
  let cursor = await transaction.objectStore('searches').index('at').openKeyCursor()
  while (cursor && removed < count) {
    await deleteWhole(transaction, cursor.primaryKey)
    removed++
    cursor = await cursor.continue()
  }
  return removed
}
