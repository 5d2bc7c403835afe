import { titleLanguage } from '../../api/title-language.ts'
import { changeBatch, changeBatchAndRows, getBatchRows } from '../../db/batches.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'

/** Lets a batch run, or go on. Whichever tab holds the runner's lock does it: see `runner.ts`. */
export function start(batchId: string): Promise<void> {
  return changeBatch(batchId, running)
}

/** Searches that have left are still answered and saved. */
export function pause(batchId: string): Promise<void> {
  return changeBatch(batchId, ({ waitingFor: _, pausedBy: __, ...batch }) =>
    batch.state === 'running' ? { ...batch, state: 'paused' } : batch,
  )
}

/** Lets a batch that had ended go on with what was added to it; one that waits to be started, or was paused, stays so. */
export function goOn(batchId: string): Promise<void> {
  return changeBatch(batchId, (batch) => (batch.state === 'done' ? running(batch) : batch))
}

/**
 * Lets all rows wait again that have failed and can be read or searched again, and runs the batch.
 *
 * @param indexes only these rows
 */
export async function retryFailed(batchId: string, indexes?: readonly number[]): Promise<void> {
  const chosen = indexes ?? (await getBatchRows(batchId)).filter(isRetryable).map(({ index }) => index)
  if (chosen.length === 0) return
  await changeBatchAndRows(batchId, chosen, (batch, rows) => ({
    batch: running(batch),
    rows: rows.filter(isRetryable).map(({ failure: _, ...row }) => ({ ...row, state: 'waiting' })),
  }))
}

/** @param maxSearches of the whole batch, those that it has taken included; `null`: no limit of its own */
export function setBudget(batchId: string, maxSearches: number | null): Promise<void> {
  return changeBatch(batchId, (batch) => ({ ...batch, settings: { ...batch.settings, maxSearches } }))
}

/** Without its picture, only an address can be read once more; a file has to be dropped again. */
export function isRetryable({ state, digest, picture }: BatchRow): boolean {
  return state === 'failed' && (digest !== null || picture.kind === 'address')
}

function running({ pausedBy: _, waitingFor: __, ...batch }: Batch): Batch {
  const { language = titleLanguage(), ...settings } = batch.settings
  return { ...batch, settings: { ...settings, language }, state: 'running' }
}
