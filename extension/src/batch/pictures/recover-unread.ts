import { changeBatchRows, getBatchRows, getBatchRowsAt } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import type { BatchRow } from '../../model/batch.ts'
import { readingLock, waiting } from './row-picture.ts'

/**
 * Lets rows wait again whose picture was being read by a document that is gone, now and later: nobody else would ever end that.
 *
 * @returns ends it
 */
export function recoverUnread(batchId: string, onError: (error: unknown) => void = () => {}): () => void {
  const abort = new AbortController()
  const { signal } = abort
  let isAwaited = false
  const awaitReaders = async (rows: readonly BatchRow[]) => {
    if (isAwaited || signal.aborted || !rows.some(({ state }) => state === 'reading')) return
    isAwaited = true
    // Nobody reads while it is held, and rows are `reading` only under it.
    await navigator.locks.request(readingLock(batchId), { signal }, async () => {
      try {
        const unread = (await getBatchRows(batchId)).filter(({ state }) => state === 'reading')
        const indexes = unread.map(({ index }) => index)
        await changeBatchRows(batchId, indexes, waiting)
      } finally {
        isAwaited = false
      }
    })
  }
  const report = (error: unknown) => {
    if (!signal.aborted) onError(error)
  }
  const unwatch = watchBatches((change) => {
    if (change.batchId !== batchId || !change.indexes) return
    getBatchRowsAt(batchId, change.indexes).then(awaitReaders).catch(report)
  })
  getBatchRows(batchId).then(awaitReaders).catch(report)
  return () => {
    abort.abort()
    unwatch()
  }
}
