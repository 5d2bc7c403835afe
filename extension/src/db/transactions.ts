import { database } from './database.ts'
import { announce } from './notify.ts'
import type { Reading, StoreName, Writing } from './schema.ts'
import { removeOldest, SEARCH_STORES } from './search-store.ts'
import { isFull, storageErrorOf } from './storage-error.ts'

/** Storage was full even without the oldest searches: the rest of them is left alone until something fits again. */
let clearedInVain = false

/**
 * Does `work` in one transaction, which lasts for as long as `work` waits for nothing but the transaction's requests.
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
 * Like `read`, but writes, all of it or nothing, and tells who watches. Where storage is full the oldest quarter of the
 * searches goes and `work` is done once more, so it must not change anything but the stores. The shortlist is never
 * touched for that.
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
    for (const store of stores) if (store !== 'pictures') announce(store)
    return result
  } catch (error) {
    clearedInVain ||= isFull(error)
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
    // One that is out of space ends by itself. Only if nobody else ends it does Firefox allow the next one to delete.
    if (!isFull(error)) abort(transaction)
    const reason = await end
    throw isFull(reason) ? reason : error
  }
}

/**
 * Why a transaction has ended; `null` where all is well. It may fail its requests with AbortError and say only here that
 * it was out of space. `done` would come too early: it fails with the first request, before the transaction is over.
 */
function endOf(transaction: Writing): Promise<DOMException | null> {
  return new Promise((resolve) => {
    transaction.addEventListener('complete', () => resolve(null))
    transaction.addEventListener('abort', () => resolve(transaction.error))
  })
}

/** After a transaction that was out of space Firefox makes the next one for deleting alone: it refuses to put. */
function mayOnlyDelete(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}

/** Whether there was a search to let go. */
async function clearQuarter(): Promise<boolean> {
  const cleared = await attempt(SEARCH_STORES, async (transaction) => {
    const count = await transaction.objectStore('searches').count()
    return removeOldest(transaction, Math.ceil(count / 4))
  })
  if (cleared > 0) announce('searches')
  return cleared > 0
}

function abort(transaction: Writing): void {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
}
