import { digestOf } from '../../image/digest.ts'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'

/** A spreadsheet of the user's, with cells as they are shown there. */
export interface Table {
  /** The sheet that was read, and all that can be; both only in workbooks. */
  sheet?: string
  sheets?: string[]
  /** How its text was read, a label of the Encoding Standard; only in text files. */
  encoding?: string
  delimiter?: Delimiter
  /** Where its headers are; `null` if its first row is one of the products. */
  headerLine: number | null
  /** The headers; letters, as in a spreadsheet, if it has none. */
  columns: string[]
  /** Every row has as many cells as there are columns. Empty rows are left out. */
  rows: TableRow[]
  problems: TableProblem[]
  /** Pictures that lie in the sheet itself; missing without any. */
  pictures?: EmbeddedPicture[]
}

/** A picture in a cell, or lying over it. */
export interface EmbeddedPicture {
  line: number
  /** From 0. */
  column: number
  /** That of `sheetPath`, which no file can have. */
  path: string
  file: Blob
}

const IN_SHEET = 'sheet:/'

/** Names a picture by its cell and its bytes, so that neither a file nor another spreadsheet is taken for it. */
export async function sheetPath(cell: string, file: Blob): Promise<string> {
  const hash = await digestOf(file)
  return `${IN_SHEET}${hash.slice(0, 16)}/${cell}.${file.type.slice('image/'.length)}`
}

/** The cell of a `sheetPath`; `undefined` for the name of a file. */
export function cellOfPath(path: string): string | undefined {
  return path.startsWith(IN_SHEET) ? /([^/]*)\.[^./]*$/.exec(path)?.[1] : undefined
}

export interface TableRow {
  /** From 1, as an editor or a spreadsheet counts. */
  line: number
  cells: string[]
}

export type Delimiter = ',' | ';' | '\t' | '|'

/** What is wrong with a line that is kept all the same. */
interface TableProblem {
  code:
    | 'quote_unclosed'
    /** A quoted cell has lines that look like rows of their own. */
    | 'rows_in_cell'
    /** More cells than there are headers. */
    | 'extra_cells'
    /** Cells beyond `MAX_COLUMNS` are left out. */
    | 'too_many_columns'
    /** This row and those below it are left out. */
    | 'too_many_rows'
    /** Characters that do not exist in the encoding. */
    | 'undecodable'
  line: number
}

/** Why a file cannot be read at all. */
export type TableFault =
  | 'too_large'
  | 'expands_too_far'
  | 'empty'
  | 'encrypted'
  | 'damaged'
  /** Neither text nor a workbook that can be read. */
  | 'not_a_table'

export class TableError extends Error {
  override name = 'TableError'
  readonly code: TableFault

  constructor(code: TableFault, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** What is recognized if it is not given. */
export interface TableOptions {
  sheet?: string
  encoding?: string
  delimiter?: Delimiter
  hasHeader?: boolean
}

/** Rows as a file has them, before headers and products are told apart. */
export interface RawTable
  extends Pick<Table, 'sheet' | 'sheets' | 'encoding' | 'delimiter' | 'problems' | 'pictures'> {
  rows: TableRow[]
}

/** So many rows are read: the products, the headers, and some lines above them. */
export const MAX_RAW_ROWS = MAX_BATCH_ROWS + 32

/** A stray cell far to the right must not make every row that wide. */
export const MAX_COLUMNS = 500

/** `A` to `Z`, then `AA`. */
export function letters(column: number): string {
  let name = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name
  return name
}
