import { MAX_BATCH_ROWS } from '../../model/batch.ts'
import { headerAt } from './header-row.ts'
import {
  letters,
  MAX_COLUMNS,
  type RawTable,
  type Table,
  TableError,
  type TableOptions,
  type TableRow,
} from './table.ts'

/** A larger file is refused before it is read. */
export const MAX_TABLE_BYTES = 50 * 1024 * 1024

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of `.xls`, and of encrypted workbooks. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a CSV file or a workbook. What it is, is told by its bytes: many a file called `.xls` is text.
 *
 * @throws TableError
 */
export async function readTable(file: Blob, options: TableOptions = {}): Promise<Table> {
  if (file.size > MAX_TABLE_BYTES) throw new TableError('too_large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (startsWith(bytes, ZIP) || startsWith(bytes, OLE2)) {
    const { readWorkbook } = await import('./read-workbook.ts')
    return withHeaders(await readWorkbook(bytes, options.sheet), options)
  }
  const { readText } = await import('./read-text.ts')
  return withHeaders(readText(bytes, options), options)
}

/** Pasted lines: addresses, or cells that were copied from a spreadsheet. */
export async function tableOfLines(text: string, options: TableOptions = {}): Promise<Table> {
  const { parseText } = await import('./read-text.ts')
  return withHeaders(parseText(text, options), options)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function withHeaders({ rows: read, problems, ...raw }: RawTable, { hasHeader }: TableOptions): Table {
  const { pictures = [] } = raw
  const withPicture = new Set(pictures.map(({ line }) => line))
  const filled = read.filter(
    ({ line, cells }) => withPicture.has(line) || cells.some((cell) => cell.trim() !== ''),
  )
  const [first] = filled
  if (!first) throw new TableError('empty')
  const at = hasHeader === false ? -1 : headerAt(filled, hasHeader)
  const products = filled.slice(at + 1)
  const whole = Math.max(widthOf(filled.slice(Math.max(at, 0))), ...pictures.map(({ column }) => column + 1))
  const width = Math.min(whole, MAX_COLUMNS)
  const header = filled[at]
  const rows = products.slice(0, MAX_BATCH_ROWS)
  const [left] = products.slice(MAX_BATCH_ROWS)
  const wide = rows.filter((row) => widthOf([row]) > MAX_COLUMNS)
  const extra = header ? rows.filter((row) => widthOf([row]) > widthOf([header])).map(({ line }) => line) : []
  return {
    ...raw,
    headerLine: header?.line ?? null,
    columns: Array.from({ length: width }, (_, column) =>
      header ? (header.cells[column] ?? '').trim() : letters(column),
    ),
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    })),
    problems: [
      ...problems,
      ...extra.map((line) => ({ code: 'extra_cells' as const, line })),
      ...wide.map(({ line }) => ({ code: 'too_many_columns' as const, line })),
      ...(left ? [{ code: 'too_many_rows' as const, line: left.line }] : []),
    ],
  }
}

/** Up to the last column with something in it. */
function widthOf(rows: readonly TableRow[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1))
}
