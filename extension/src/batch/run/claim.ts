import { changeBatchAndRows, changeBatchRows, getBatchAnswer, saveBatchAnswer } from '../../db/batches.ts'
import type { Batch, BatchAnswer, BatchRow } from '../../model/batch.ts'
import type { Failure, FailureCode } from '../../model/failure.ts'
import { outcomeOf } from './outcome.ts'
import { mayBeUnderWay, mayHaveCounted } from './retries.ts'

/**
 * Whether the rows with a picture may be searched: `again` if that was sent before and not answered, `stopped` if the batch no longer
 * runs, `gone` if no row waits for it.
 */
type Claim = 'first' | 'again' | 'answered' | 'stopped' | 'over_budget' | 'gone'

/**
 * Notes that the picture is searched, and counts the search, before it leaves: nothing that a kill can part. Rows with a picture
 * that was answered before get that answer.
 */
export async function claim(batchId: string, digest: string, indexes: readonly number[]): Promise<Claim> {
  const known = await getBatchAnswer(batchId, digest)
  if (known) {
    await changeBatchRows(batchId, indexes, (row) => answered(row, known))
    return 'answered'
  }
  let result: Claim = 'stopped'
  await changeBatchAndRows(batchId, indexes, (batch, rows) => {
    if (batch.state !== 'running') return undefined
    const waiting = rows.filter((row) => row.digest === digest && row.state === 'waiting')
    const isCounted = waiting.some((row) => row.isCounted)
    result = stateOf(batch, waiting.length, isCounted)
    if (result !== 'first' && result !== 'again') return undefined
    return {
      ...(!isCounted && { batch: { ...batch, searches: batch.searches + 1 } }),
      rows: waiting.map((row) => ({ ...row, state: 'searching', isCounted: true })),
    }
  })
  return result
}

function stateOf(batch: Batch, waiting: number, isCounted: boolean): Claim {
  if (waiting === 0) return 'gone'
  if (isCounted) return 'again'
  return isOverBudget(batch) ? 'over_budget' : 'first'
}

function isOverBudget({ searches, settings }: Batch): boolean {
  return settings.maxSearches !== null && searches >= settings.maxSearches
}

/** @param searches how many of those that were counted it did not take: 0 or -1 */
export function saveAnswer(answer: BatchAnswer, indexes: readonly number[], searches: number): Promise<void> {
  return saveBatchAnswer(answer, indexes, (row) => answered(row, answer), searches)
}

/**
 * Takes the search off again, unless it may have counted.
 *
 * @param mayBePaid by an earlier attempt, which the worker may still answer
 */
export function failSearch(
  batchId: string,
  digest: string,
  indexes: readonly number[],
  failure: Failure,
  mayBePaid: boolean,
): Promise<void> {
  return endSearch(batchId, digest, indexes, failure.code, mayBePaid, (row) => ({
    ...row,
    state: 'failed',
    failure,
  }))
}

/** The rows wait again. If their search may still be under way, it stays the same one; otherwise it is counted anew. */
export function returnSearch(
  batchId: string,
  digest: string,
  indexes: readonly number[],
  code: FailureCode,
  mayBePaid: boolean,
): Promise<void> {
  return endSearch(batchId, digest, indexes, code, mayBePaid, (row) => ({ ...row, state: 'waiting' }))
}

/** After a kill: what was being searched waits again. */
export function recoverRows(batchId: string, indexes: readonly number[]): Promise<void> {
  return changeBatchRows(batchId, indexes, (row) =>
    row.state === 'searching' ? { ...row, state: 'waiting' } : row,
  )
}

export function pauseBatch(batchId: string, pausedBy: NonNullable<Batch['pausedBy']>): Promise<void> {
  return changeBatchAndRows(batchId, [], ({ waitingFor: _, ...batch }) =>
    batch.state === 'running' ? { batch: { ...batch, state: 'paused', pausedBy } } : undefined,
  )
}

/**
 * Unless a search was given back by now, or the limit was changed.
 *
 * @returns whether it is at its limit
 */
export async function pauseAtBudget(batchId: string): Promise<boolean> {
  let isAtLimit = true
  await changeBatchAndRows(batchId, [], ({ waitingFor: _, ...batch }) => {
    isAtLimit = isOverBudget(batch)
    if (!isAtLimit || batch.state !== 'running') return undefined
    return { batch: { ...batch, state: 'paused', pausedBy: { code: 'budget' } } }
  })
  return isAtLimit
}

/**
 * Unless a row waits again by now.
 *
 * @returns whether it has ended
 */
export async function endBatch(batchId: string, indexes: readonly number[]): Promise<boolean> {
  let isOver = true
  await changeBatchAndRows(batchId, indexes, ({ waitingFor: _, ...batch }, rows) => {
    isOver = rows.every(({ state }) => state === 'done' || state === 'failed')
    return isOver && batch.state === 'running' ? { batch: { ...batch, state: 'done' } } : undefined
  })
  return isOver
}

/** Shown while nothing is searched; `undefined` once something is. */
export function noteWait(batchId: string, waitingFor: Batch['waitingFor']) {
  return changeBatchAndRows(batchId, [], ({ waitingFor: before, ...batch }) =>
    batch.state === 'running' && (before || waitingFor)
      ? { batch: { ...batch, ...(waitingFor && { waitingFor }) } }
      : undefined,
  )
}

function endSearch(
  batchId: string,
  digest: string,
  indexes: readonly number[],
  code: FailureCode,
  mayBePaid: boolean,
  change: (row: BatchRow) => BatchRow,
): Promise<void> {
  const searches = mayBePaid || mayHaveCounted(code) ? 0 : -1
  const isStillTheSame = mayBeUnderWay(code) || (mayBePaid && !mayHaveCounted(code))
  return changeBatchAndRows(batchId, indexes, (batch, rows) => ({
    ...(searches !== 0 && { batch: { ...batch, searches: Math.max(0, batch.searches + searches) } }),
    rows: rows
      .filter((row) => row.digest === digest && row.state === 'searching')
      .map(({ isCounted, ...row }) => change({ ...row, ...(isCounted && isStillTheSame && { isCounted }) })),
  }))
}

function answered(row: BatchRow, answer: BatchAnswer): BatchRow {
  if (row.digest !== answer.digest || row.state === 'reading') return row
  const { failure: _, isCounted: __, ...rest } = row
  return { ...rest, state: 'done', outcome: outcomeOf(answer) }
}
