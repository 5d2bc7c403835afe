import type { Batch, BatchAnswer, BatchPicture, BatchRow } from '../model/batch.ts'
import { notifyBatch } from './notify-batch.ts'
import { read, writeIfRoom } from './transactions.ts'

/** Above every index, for a range of all rows of a batch. */
const ALL = Number.MAX_SAFE_INTEGER

/**
 * Saves a new batch with all its rows, or nothing of it.
 *
 * @throws StorageFullError, StorageClosedError, like everything here
 */
export async function addBatch(batch: Batch, rows: readonly BatchRow[]): Promise<void> {
  await writeIfRoom(['batches', 'batchRows'], async (transaction) => {
    await transaction.objectStore('batches').add(batch)
    const store = transaction.objectStore('batchRows')
    await Promise.all(rows.map((row) => store.add(row)))
  })
  notifyBatch({ batchId: batch.id })
}

/** The latest first. */
export async function listBatches(): Promise<Batch[]> {
  const all = await read(['batches'], async (transaction) =>
    transaction.objectStore('batches').index('createdAt').getAll(),
  )
  return all.reverse()
}

export function getBatch(id: string): Promise<Batch | undefined> {
  return read(['batches'], async (transaction) => transaction.objectStore('batches').get(id))
}

/** Does nothing for a batch that was removed. */
export async function changeBatch(id: string, change: (batch: Batch) => Batch): Promise<void> {
  await writeIfRoom(['batches'], async (transaction) => {
    const store = transaction.objectStore('batches')
    const batch = await store.get(id)
    if (batch) await store.put(change(batch))
  })
  notifyBatch({ batchId: id })
}

/** With its rows, pictures and answers. */
export async function removeBatch(id: string): Promise<void> {
  await writeIfRoom(['batches', 'batchRows', 'batchPictures', 'batchAnswers'], async (transaction) => {
    await transaction.objectStore('batches').delete(id)
    await transaction.objectStore('batchRows').delete(IDBKeyRange.bound([id, 0], [id, ALL]))
    const digests = IDBKeyRange.bound([id, ''], [id, '\uffff'])
    await transaction.objectStore('batchPictures').delete(digests)
    await transaction.objectStore('batchAnswers').delete(digests)
  })
  notifyBatch({ batchId: id })
}

/** In the user's order. */
export function getBatchRows(id: string): Promise<BatchRow[]> {
  return read(['batchRows'], async (transaction) =>
    transaction.objectStore('batchRows').getAll(IDBKeyRange.bound([id, 0], [id, ALL])),
  )
}

/** Those of these rows that are there. */
export function getBatchRowsAt(id: string, indexes: readonly number[]): Promise<BatchRow[]> {
  return read(['batchRows'], async (transaction) => {
    const store = transaction.objectStore('batchRows')
    const found = await Promise.all(indexes.map((index) => store.get([id, index])))
    return found.flatMap((row) => row ?? [])
  })
}

/**
 * Changes rows in one transaction, so that nothing that another view has written meanwhile is lost.
 *
 * @param change returns the row as it shall be; the same object if it stays as it is
 */
export async function changeBatchRows(
  id: string,
  indexes: readonly number[],
  change: (row: BatchRow) => BatchRow,
): Promise<void> {
  const changed = await writeIfRoom(['batchRows'], async (transaction) => {
    const store = transaction.objectStore('batchRows')
    const rows = await Promise.all(indexes.map((index) => store.get([id, index])))
    const written: number[] = []
    for (const row of rows) {
      const next = row && change(row)
      if (!row || !next || next === row) continue
      await store.put(next)
      written.push(row.index)
    }
    return written
  })
  if (changed.length > 0) notifyBatch({ batchId: id, indexes: changed })
}

/**
 * Changes a batch together with some of its rows, so that no kill can part them. Does nothing for a batch that was removed.
 *
 * @param change gets the rows that are there; returns what of both is to be saved, or nothing
 */
export async function changeBatchAndRows(
  id: string,
  indexes: readonly number[],
  change: (batch: Batch, rows: BatchRow[]) => { batch?: Batch; rows?: BatchRow[] } | undefined,
): Promise<void> {
  const changed = await writeIfRoom(['batches', 'batchRows'], async (transaction) => {
    const [batches, store] = [transaction.objectStore('batches'), transaction.objectStore('batchRows')]
    const batch = await batches.get(id)
    if (!batch) return undefined
    const found = await Promise.all(indexes.map((index) => store.get([id, index])))
    const { batch: next, rows = [] } =
      change(
        batch,
        found.flatMap((row) => row ?? []),
      ) ?? {}
    if (next) await batches.put(next)
    await Promise.all(rows.map((row) => store.put(row)))
    return { isOfBatch: next !== undefined, indexes: rows.map(({ index }) => index) }
  })
  if (changed?.isOfBatch) notifyBatch({ batchId: id })
  if (changed && changed.indexes.length > 0) notifyBatch({ batchId: id, indexes: changed.indexes })
}

/** Does nothing for a batch that was removed. */
export function saveBatchPicture(picture: BatchPicture): Promise<void> {
  return writeIfRoom(['batches', 'batchPictures'], async (transaction) => {
    const batch = await transaction.objectStore('batches').get(picture.batchId)
    if (batch) await transaction.objectStore('batchPictures').put(picture)
  })
}

export function getBatchPicture(id: string, digest: string): Promise<BatchPicture | undefined> {
  return read(['batchPictures'], async (transaction) =>
    transaction.objectStore('batchPictures').get([id, digest]),
  )
}

/**
 * Saves what 1688 found for a picture together with what it means for the rows that have it, and the search that it took, so
 * that no kill can part them.
 *
 * @param change as in `changeBatchRows`
 * @param searches how many searches of the day it took
 */
export async function saveBatchAnswer(
  answer: BatchAnswer,
  indexes: readonly number[],
  change: (row: BatchRow) => BatchRow,
  searches: number,
): Promise<void> {
  const { batchId } = answer
  const isThere = await writeIfRoom(['batches', 'batchRows', 'batchAnswers'], async (transaction) => {
    const batch = await transaction.objectStore('batches').get(batchId)
    if (!batch) return false
    await transaction.objectStore('batches').put({ ...batch, searches: batch.searches + searches })
    await transaction.objectStore('batchAnswers').put(answer)
    const store = transaction.objectStore('batchRows')
    for (const row of await Promise.all(indexes.map((index) => store.get([batchId, index]))))
      if (row) await store.put(change(row))
    return true
  })
  if (isThere && searches !== 0) notifyBatch({ batchId })
  if (isThere) notifyBatch({ batchId, indexes: [...indexes] })
}

export function getBatchAnswer(id: string, digest: string): Promise<BatchAnswer | undefined> {
  return read(['batchAnswers'], async (transaction) =>
    transaction.objectStore('batchAnswers').get([id, digest]),
  )
}
