import { readFile, writeFile } from 'node:fs/promises'
import { unzipSync, zipSync } from 'fflate'

/** The earliest date that a zip can hold; it is written in local time. */
const DATE = new Date(1980, 0, 1)

/**
 * Packs a zip again so that the same files give the same bytes on any machine. Node compresses with a zlib whose output
 * depends on the processor and on how Node was built; fflate is plain JavaScript.
 */
export async function makeReproducible(file: string): Promise<void> {
  const files = Object.entries(unzipSync(await readFile(file))).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(file, zipSync(Object.fromEntries(files), { level: 9, mtime: DATE }))
}
