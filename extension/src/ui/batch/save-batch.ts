import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { newBatch } from '../../batch/table/new-batch.ts'
import { addBatch } from '../../db/batches.ts'
import type { ProductInput } from '../../model/batch.ts'

/**
 * Saves a new batch, and begins to read the pictures that are among the files. That goes on in this document, whatever it shows.
 *
 * @param onFailure reading has ended although not all of them were read
 * @returns its id
 */
export async function saveBatch(
  about: Parameters<typeof newBatch>[0],
  inputs: readonly ProductInput[],
  files: readonly NamedFile[],
  onFailure: (error: unknown) => void,
): Promise<string> {
  const { batch, rows } = newBatch(about, inputs)
  await addBatch(batch, rows)
  if (files.length > 0) {
    const { readFiles } = await import('../../batch/pictures/read-files.ts')
    readFiles(new AbortController().signal, batch.id, files).catch(onFailure)
  }
  return batch.id
}
