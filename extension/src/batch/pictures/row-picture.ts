import { pictureLimit } from '../../api/picture-limit.ts'
import { limitConcurrency } from '../../async/limit-concurrency.ts'
import { changeBatchRows, saveBatchPicture } from '../../db/batches.ts'
import type { BatchRow, RowFailure, RowProblem } from '../../model/batch.ts'
import { type Failure, failureOf } from '../../model/failure.ts'
import { reducePicture } from './off-thread.ts'

/** A picture is decoded and reduced within some 100 ms: more at once would only take memory. */
const MAX_AT_ONCE = 3

/** A problem of a row as it is thrown. */
export class RowError extends Error {
  readonly failure: RowFailure

  constructor(code: RowProblem, detail?: string) {
    super(code)
    this.failure = { code, ...(detail && { detail }) }
  }
}

/** Rows that have the same picture, and how it is read. */
export interface PictureToRead {
  indexes: readonly number[]
  /** @throws AppError, RowError */
  read(signal: AbortSignal): Promise<Blob>
}

/**
 * Makes the JPEG that is sent from a picture, and saves it with its digest and a thumbnail for these rows, which then wait to be
 * searched. If it cannot be made, they have failed and say why.
 *
 * @returns why it failed
 */
export async function storeRowPicture(
  batchId: string,
  indexes: readonly number[],
  picture: Blob,
): Promise<RowFailure | undefined> {
  const { signal } = new AbortController()
  return storePicture(signal, batchId, { indexes, read: async () => picture })
}

/**
 * Reads pictures, a few at a time; their rows are `reading` meanwhile. Holds a lock by which a runner knows that this document is
 * still there to finish them.
 */
export async function readPictures(
  signal: AbortSignal,
  batchId: string,
  pictures: readonly PictureToRead[],
): Promise<void> {
  await navigator.locks.request(readingLock(batchId), { mode: 'shared' }, async () => {
    const indexes = pictures.flatMap((each) => each.indexes)
    await changeBatchRows(batchId, indexes, reading)
    await limitConcurrency(signal, MAX_AT_ONCE, pictures, async (each) => {
      await storePicture(signal, batchId, each)
    })
    if (signal.aborted) await changeBatchRows(batchId, indexes, waiting)
  })
}

/** Shared by all that read pictures of the batch; exclusive for whoever wants to know that nobody does. */
export function readingLock(batchId: string): string {
  return `find-on-1688-reading-${batchId}`
}

/** @returns why it failed */
export async function storePicture(
  signal: AbortSignal,
  batchId: string,
  { indexes, read }: PictureToRead,
): Promise<RowFailure | undefined> {
  try {
    const { jpeg, digest, thumb } = await reducePicture(await read(signal), await pictureLimit())
    await saveBatchPicture({ batchId, digest, jpeg, thumb })
    await changeBatchRows(batchId, indexes, (row) => withPicture(row, digest))
    return undefined
  } catch (error) {
    // It is neither read nor failed: whoever comes next reads it.
    if (signal.aborted) return undefined
    const failure = rowFailureOf(error)
    await changeBatchRows(batchId, indexes, (row) => failed(row, failure))
    return failure
  }
}

/** Notes for each of these rows what is wrong with it, unless its picture was read meanwhile or is being read. */
export function failRows(
  batchId: string,
  rows: readonly BatchRow[],
  failureOfRow: (row: BatchRow) => RowFailure,
): Promise<void> {
  const indexes = rows.map(({ index }) => index)
  return changeBatchRows(batchId, indexes, (row) =>
    row.digest === null && row.state !== 'reading' ? failed(row, failureOfRow(row)) : row,
  )
}

function reading(row: BatchRow): BatchRow {
  const { failure: _, ...rest } = row
  return row.state === 'waiting' || row.state === 'failed' ? { ...rest, state: 'reading' } : row
}

/** What was being read and is not any more. */
export function waiting(row: BatchRow): BatchRow {
  return row.state === 'reading' ? { ...row, state: 'waiting' } : row
}

/** What was found for another picture is no longer that of the row. */
function withPicture(row: BatchRow, digest: string): BatchRow {
  if (row.digest === digest && row.state !== 'reading' && row.state !== 'failed') return row
  const { failure: _, outcome: __, isCounted: ___, ...rest } = row
  return { ...rest, digest, state: 'waiting' }
}

function failed(row: BatchRow, failure: RowFailure): BatchRow {
  return { ...row, state: 'failed', failure }
}

function rowFailureOf(error: unknown): RowFailure {
  return error instanceof RowError ? error.failure : storageFailureOf(error)
}

/** The failure of a search or of the database. */
export function storageFailureOf(error: unknown): Failure {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'storage_full' || code === 'storage_closed' || code === 'storage_newer'
    ? { code }
    : failureOf(error)
}
