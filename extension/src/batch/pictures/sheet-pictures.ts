import { readTable } from '../table/read-table.ts'
import { sortFiles } from '../table/sort-files.ts'
import type { EmbeddedPicture, Table } from '../table/table.ts'
import type { NamedFile } from './read-files.ts'

/** Pictures among the files, and those in the cells of workbooks among them, on any sheet. */
export async function picturesIn(files: readonly NamedFile[]): Promise<NamedFile[]> {
  const { pictures, tables } = sortFiles(files)
  const inSheets: NamedFile[] = []
  for (const { file } of tables) inSheets.push(...(await picturesOfWorkbook(file)))
  return [...pictures, ...inSheets]
}

async function picturesOfWorkbook(file: Blob): Promise<EmbeddedPicture[]> {
  // A file that cannot be read has none.
  const read = (sheet?: string): Promise<Partial<Table>> =>
    readTable(file, sheet === undefined ? {} : { sheet }).catch(() => ({}))
  const first = await read()
  const pictures = [...(first.pictures ?? [])]
  for (const sheet of first.sheets ?? [])
    if (sheet !== first.sheet) pictures.push(...((await read(sheet)).pictures ?? []))
  return pictures
}
