import { inputOfProduct, type ProductTab, pagePictures } from '../../batch/pictures/page-pictures.ts'
import { readPictures } from '../../batch/pictures/row-picture.ts'
import { newBatch } from '../../batch/table/new-batch.ts'
import { addBatch, getBatchRows } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import type { BatchRow, BatchSettings } from '../../model/batch.ts'
import type { PageProduct } from '../../model/page-product.ts'

/** Products that become a list, and where their pictures are. */
export interface ChosenProducts {
  name: string
  products: readonly PageProduct[]
  tab: ProductTab
  settings: BatchSettings
}

/** The one currency of the page counts for prices without one too: its marks stand for several. */
export function pageCurrency(products: readonly PageProduct[]): string | null {
  const [currency = null, ...others] = new Set(products.flatMap((each) => each.currency ?? []))
  return others.length === 0 ? currency : null
}

/** @returns the id of the new batch, with a row for each product in their order */
export async function addPageProducts({ name, products, settings }: ChosenProducts): Promise<string> {
  const { batch, rows } = newBatch(
    { name, from: 'page', columns: [], settings },
    products.map(inputOfProduct),
  )
  await addBatch(batch, rows)
  return batch.id
}

/**
 * Reads their pictures, or those of some rows again.
 *
 * @param onProgress is called with the rows that are read or have failed
 * @returns the rows whose pictures could not be read
 */
export async function readPagePictures(
  signal: AbortSignal,
  batchId: string,
  { products, tab }: ChosenProducts,
  onProgress: (done: number) => void,
  indexes?: readonly number[],
): Promise<BatchRow[]> {
  const isDone = ({ digest, state }: BatchRow) => digest !== null || state === 'failed'
  const report = async () => onProgress((await getBatchRows(batchId)).filter(isDone).length)
  const stop = watchBatches((change) => change.batchId === batchId && change.indexes && report())
  try {
    await readPictures(signal, batchId, pagePictures(products, tab, indexes))
  } finally {
    stop()
  }
  return (await getBatchRows(batchId)).filter(({ state }) => state === 'failed')
}
