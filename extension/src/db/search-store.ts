import type { Reading, SavedSearch, Writing } from './schema.ts'

/**
 * A search is in two stores, its picture in one of its own: lists load no pictures, and removing a search frees its
 * space at once, which does not happen while any view holds its Blob.
 */
export const SEARCH_STORES = ['searches', 'pictures'] as const

export async function getSavedSearch(
  transaction: Reading | Writing,
  id: string,
): Promise<SavedSearch | undefined> {
  const [record, beside] = await Promise.all([
    transaction.objectStore('searches').get(id),
    transaction.objectStore('pictures').get(id),
  ])
  return record && beside && { ...record, ...beside }
}

export async function getAllSavedSearches(transaction: Reading | Writing): Promise<SavedSearch[]> {
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

export async function putSavedSearch(transaction: Writing, whole: SavedSearch): Promise<void> {
  const { picture, photoPictures, ...record } = whole
  const additional = photoPictures ? { photoPictures } : {}
  await Promise.all([
    transaction.objectStore('searches').put(record),
    transaction.objectStore('pictures').put({ id: record.id, picture, ...additional }),
  ])
}

export async function deleteSavedSearch(transaction: Writing, id: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('searches').delete(id),
    transaction.objectStore('pictures').delete(id),
  ])
}

export async function clearSavedSearches(transaction: Writing): Promise<void> {
  await Promise.all([
    transaction.objectStore('searches').clear(),
    transaction.objectStore('pictures').clear(),
  ])
}

/** Removes up to `count` of the oldest searches without loading them. @returns how many were removed */
export async function removeOldest(transaction: Writing, count: number): Promise<number> {
  let removed = 0
  let cursor = await transaction.objectStore('searches').index('at').openKeyCursor()
  while (cursor && removed < count) {
    await deleteSavedSearch(transaction, cursor.primaryKey)
    removed++
    cursor = await cursor.continue()
  }
  return removed
}
