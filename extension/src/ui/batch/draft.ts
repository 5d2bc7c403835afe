import { type ReadBack, readBack, withDecisions } from '../../batch/decisions/read-back.ts'
import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { type ColumnMap, guessColumns, inputsOf } from '../../batch/table/columns.ts'
import { readTable, tableOfLines } from '../../batch/table/read-table.ts'
import type { Table, TableOptions } from '../../batch/table/table.ts'
import type { ProductInput } from '../../model/batch.ts'

/** A table that is looked at before it becomes a list. */
export interface Draft {
  name: string
  from: 'table' | 'lines'
  /** Reads it again with other settings. */
  read: (options: TableOptions) => Promise<Table>
  options: TableOptions
  table: Table
  map: ColumnMap
  /** It was exported by us: these are its decisions and notes. */
  exported: ReadBack | null
  /** Pictures that came along with it. */
  files: readonly NamedFile[]
}

/** @throws TableError */
export function draftOfFile({ path, file }: NamedFile, files: readonly NamedFile[]): Promise<Draft> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return draftOf({ name, from: 'table', files, read: (options) => readTable(file, options) })
}

/** @throws TableError */
export function draftOfLines(text: string, name: string): Promise<Draft> {
  return draftOf({ name, from: 'lines', files: [], read: (options) => tableOfLines(text, options) })
}

/**
 * The table read in another way; its columns are recognized anew.
 *
 * @throws TableError
 */
export function rereadDraft(draft: Draft, change: TableOptions): Promise<Draft> {
  // Another sheet is another table.
  const options = change.sheet === undefined ? { ...draft.options, ...change } : change
  return draftOf(draft, options)
}

async function draftOf(
  about: Pick<Draft, 'name' | 'from' | 'read' | 'files'>,
  options: TableOptions = {},
): Promise<Draft> {
  const read = await about.read(options)
  const exported = readBack(read)
  const table = exported?.own ?? read
  return { ...about, options, table, map: guessColumns(table), exported }
}

/** The products of a draft, with what an exported file says was decided. */
export function productsOf({
  table,
  map,
  exported,
}: Pick<Draft, 'table' | 'map' | 'exported'>): ProductInput[] {
  const inputs = inputsOf(table, map)
  return exported ? withDecisions(inputs, exported) : inputs
}
