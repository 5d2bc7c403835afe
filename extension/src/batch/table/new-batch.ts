import type { Batch, BatchRow, ProductInput } from '../../model/batch.ts'

/** A batch of these products, nothing of which is read or searched yet. */
export function newBatch(
  { name, from, columns, settings }: Pick<Batch, 'name' | 'from' | 'columns' | 'settings'>,
  inputs: readonly ProductInput[],
): { batch: Batch; rows: BatchRow[] } {
  const id = crypto.randomUUID()
  return {
    batch: { id, name, createdAt: Date.now(), from, columns, settings, state: 'ready', searches: 0 },
    rows: inputs.map(({ decision = null, note = '', ...input }, index) => ({
      ...input,
      batchId: id,
      index,
      digest: null,
      state: input.failure ? 'failed' : 'waiting',
      decision,
      note,
    })),
  }
}
