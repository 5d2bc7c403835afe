import { database } from './database.ts'
import { isWatched, notifyChange } from './notify.ts'
import type { Reading, StoreName, Writing } from './schema.ts'
import { removeOldest, SEARCH_STORES } from './search-store.ts'
import { isFull, storageErrorOf } from './storage-error.ts'

/** Storage was full even without the oldest searches: the others stay until something fits again. */
let clearedInVain = false

/**
 * Runs `work` in one transaction, which lasts as long as `work` awaits only the transaction's requests.
 *
 * @throws StorageClosedError
 */
export async function read<T>(
  stores: readonly StoreName[],
  work: (transaction: Reading) => Promise<T>,
): Promise<T> {
  try {
    const transaction = (await database()).transaction([...stores])
    transaction.done.catch(() => {})
    return await work(transaction)
  } catch (error) {
    throw storageErrorOf(error)
  }
}

/**
 * Like `read`, but writes, all or nothing, and notifies watchers. If storage is full, the oldest quarter of the searches is
 * removed and `work` runs again, so it must not change anything but the stores. The shortlist is never removed.
 *
 * @throws StorageFullError, StorageClosedError
 */
export async function write<T>(
  stores: readonly StoreName[],
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  try {
    const result = await attempt(stores, work).catch(async (error) => {
      if (isFull(error) && !clearedInVain && (await clearQuarter())) return attempt(stores, work)
      if (mayOnlyDelete(error)) return attempt(stores, work)
      throw error
    })
    clearedInVain = false
    for (const store of stores) if (isWatched(store)) notifyChange(store)
    return result
  } catch (error) {
    clearedInVain ||= isFull(error)
    throw storageErrorOf(error)
  }
}

/**
 * Like `write`, but removes no search: what it writes may be larger than the whole history.
 *
 * @throws StorageFullError, StorageClosedError
 */
export async function writeIfRoom<T>(
  stores: readonly StoreName[],
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  try {
    return await attempt(stores, work).catch((error) => {
      if (mayOnlyDelete(error)) return attempt(stores, work)
      throw error
    })
  } catch (error) {
    throw storageErrorOf(error)
  }
}

async function attempt<T>(
  stores: readonly StoreName[],
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  const transaction = (await database()).transaction([...stores], 'readwrite')
  transaction.done.catch(() => {})
  const end = endOf(transaction)
  try {
    const result = await work(transaction)
    await transaction.done
    return result
  } catch (error) {
    // A transaction that is out of space aborts by itself. If we abort it, Firefox refuses even deletions in the next one.
    if (!isFull(error)) abort(transaction)
    const reason = await end
    throw isFull(reason) ? reason : error
  }
}

/**
 * Why a transaction ended; `null` on success. Its requests may fail with AbortError, and only this says that space ran out.
 * `done` comes too early: it rejects with the first request, before the transaction is over.
 */
function endOf(transaction: Writing): Promise<DOMException | null> {
  return new Promise((resolve) => {
    transaction.addEventListener('complete', () => resolve(null))
    transaction.addEventListener('abort', () => resolve(transaction.error))
  })
}

/** After a transaction that ran out of space, Firefox lets the next one only delete. */
function mayOnlyDelete(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}

/** @returns whether there was a search to remove */
async function clearQuarter(): Promise<boolean> {
  const cleared = await attempt(SEARCH_STORES, async (transaction) => {
    const count = await transaction.objectStore('searches').count()
    return removeOldest(transaction, Math.ceil(count / 4))
  })
  if (cleared > 0) notifyChange('searches')
  return cleared > 0
}

function abort(transaction: Writing): void {
  try {
    transaction.abort()
  } catch {
    // It has already ended.
  }
}
