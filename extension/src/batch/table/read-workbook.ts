import { unzipSync } from 'fflate'
import type { CellImage } from 'hucre'
import { EncryptedFileError, formatValue } from 'hucre'
import { type Cell, type CellValue, readXls, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import { cellImagesOf } from './cell-images.ts'
import { columnWord } from './column-words.ts'
import { looksLikePicture } from './picture-cell.ts'
import {
  type EmbeddedPicture,
  letters,
  MAX_COLUMNS,
  MAX_RAW_ROWS,
  type RawTable,
  sheetPath,
  TableError,
  type TableRow,
} from './table.ts'

/** What all parts of a workbook may unpack to: a table of 5,000 products takes a few megabytes. */
export const MAX_UNPACKED_BYTES = 400 * 1024 * 1024
/** Beyond it a stray cell would make the sheet too large for the library. */
const READ_RANGE = `A1:${letters(MAX_COLUMNS - 1)}1048576`
/** Excel shows so many digits, and computes with no more. */
const SHOWN_DIGITS = 15

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Reads the sheet of that name, or the first that is not hidden and has pictures, else something in it. Formulas are as they were computed
 * last; macros are not looked at.
 *
 * @throws TableError
 */
export async function readWorkbook(bytes: Bytes, chosen?: string): Promise<RawTable> {
  const read = bytes[0] === 0x50 ? readXlsx : readXls
  if (read === readXlsx) checkUnpackedSize(bytes)
  try {
    const sheets: string[] = []
    const options = {
      readStyles: true,
      maxRows: MAX_RAW_ROWS,
      ...(read === readXlsx && { range: READ_RANGE }),
    }
    let wanted = chosen
    let workbook = await read(bytes, {
      ...options,
      sheets: ({ name, hidden, veryHidden }) => {
        if (!hidden && !veryHidden) sheets.push(name)
        wanted ??= sheets[0]
        return name === wanted
      },
    })
    const cellImages = read === readXlsx ? cellImagesOf(bytes) : []
    let first: RawTable | undefined
    for (const sheet of chosen === undefined ? sheets : [chosen]) {
      if (sheet !== wanted) workbook = await read(bytes, { ...options, sheets: [sheet] })
      const pictures = await picturesOf(workbook, cellImages)
      const rows = withRowsOf(pictures, rowsOf(workbook))
      const table = { sheet, sheets, rows, problems: [], ...(pictures.length > 0 && { pictures }) }
      if (hasPictures(table)) return table
      if (rows.length > 0) first ??= table
    }
    if (first) return first
  } catch (error) {
    throw new TableError(error instanceof EncryptedFileError ? 'encrypted' : 'damaged', { cause: error })
  }
  throw new TableError('empty')
}

/** Whether these may be products: a cover has no more than a logo. */
function hasPictures({ rows, pictures = [] }: RawTable): boolean {
  const lines = new Set(pictures.map(({ line }) => line))
  const columns = new Set<number>()
  for (const { line, cells } of rows)
    for (const [column, cell] of cells.entries()) {
      if (looksLikePicture(cell) || (columns.has(column) && /^https?:/i.test(cell))) lines.add(line)
      if (lines.size >= 2) return true
      if (columnWord(cell)?.field === 'picture') columns.add(column)
    }
  return lines.size > 0 && lines.size * 3 >= rows.length
}

/**
 * Refuses what is no workbook, and an archive whose parts say that they unpack to more. The reader gives up on a part that turns out larger than it
 * says, so that is all that they can unpack to.
 */
function checkUnpackedSize(bytes: Bytes): void {
  let unpacked = 0
  let isWorkbook = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        isWorkbook ||= /workbook[^/]*\.xml$/i.test(name)
        return false
      },
    })
  } catch (error) {
    throw new TableError('damaged', { cause: error })
  }
  if (unpacked > MAX_UNPACKED_BYTES) throw new TableError('expands_too_far')
  // OpenDocument, a text of Word's, a folder of pictures.
  if (!isWorkbook) throw new TableError('not_a_table')
}

/** Those that lie over the cells, and those that WPS keeps in them. Of several in a cell the first. */
async function picturesOf(
  { sheets: [sheet] }: Workbook,
  cellImages: readonly CellImage[],
): Promise<EmbeddedPicture[]> {
  const pictures = new Map<string, Omit<EmbeddedPicture, 'path'>>()
  const merged = sheet ? mergedRows(sheet) : new Map<string, number>()
  const set = (row: number, column: number, file: Blob) => {
    const name = `${letters(column)}${row + 1}`
    if (!pictures.has(name)) pictures.set(name, { line: row + 1, column, file })
  }
  const add = (row: number, column: number, { type, data }: Pick<CellImage, 'type' | 'data'>) =>
    set(merged.get(`${row},${column}`) ?? row, column, new Blob([data as Bytes], { type: `image/${type}` }))
  for (const [place, { value, formula }] of sheet?.cells ?? []) {
    const id = /DISPIMG\(\s*"([^"]+)"/i.exec(`${formula ?? ''} ${value ?? ''}`)?.[1]
    const image = id && cellImages.find((each) => each.id === id)
    const [row = 0, column = 0] = place.split(',').map(Number)
    if (image) add(row, column, image)
  }
  for (const { anchor, ...image } of sheet?.images ?? []) {
    const { from, to = from } = anchor
    // It may reach into the next cell.
    add(Math.floor((from.row + to.row) / 2), Math.floor((from.col + to.col) / 2), image)
  }
  for (const [place, start] of merged) {
    const [row = 0, column = 0] = place.split(',').map(Number)
    const above = pictures.get(`${letters(column)}${start + 1}`)
    if (above && isFilled(sheet?.rows[row])) set(row, column, above.file)
  }
  const named = [...pictures].map(async ([cell, picture]) => ({
    ...picture,
    path: await sheetPath(cell, picture.file),
  }))
  return (await Promise.all(named)).toSorted((one, other) => one.line - other.line)
}

/** A row may have nothing but a picture. */
function withRowsOf(pictures: readonly EmbeddedPicture[], rows: readonly TableRow[]): TableRow[] {
  const lines = new Set(rows.map(({ line }) => line))
  const others = new Set(pictures.map(({ line }) => line).filter((line) => !lines.has(line)))
  const added = [...others].map((line): TableRow => ({ line, cells: [] }))
  return [...rows, ...added].toSorted((one, other) => one.line - other.line)
}

function rowsOf({ sheets: [sheet], dateSystem }: Workbook): TableRow[] {
  if (!sheet) return []
  const is1904 = dateSystem === '1904'
  const merged = mergedRows(sheet)
  return sheet.rows.flatMap((values, at) => {
    // A sheet whose last rows are formatted and empty has a million of them.
    if (!values || !isFilled(values)) return []
    const cells = values.map((_, column) => shownText(sheet, at, column, is1904))
    for (const [column, cell] of cells.entries()) {
      const start = cell === '' ? merged.get(`${at},${column}`) : undefined
      const above = start === undefined ? '' : shownText(sheet, start, column, is1904)
      // Only the picture is of all of them: a quantity may be their sum.
      if (looksLikePicture(above) || /^https?:/i.test(above)) cells[column] = above
    }
    return [{ line: at + 1, cells }]
  })
}

function isFilled(values: readonly CellValue[] | undefined): boolean {
  return values?.some((value) => value !== null && value !== '') ?? false
}

/** Where cells begin that are merged over several rows: the row, by the places below it. */
function mergedRows({ merges = [], rows }: Sheet): Map<string, number> {
  const starts = new Map<string, number>()
  for (const { startRow, startCol, endRow } of merges)
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row++)
      starts.set(`${row},${startCol}`, startRow)
  return starts
}

/** As the spreadsheet shows it, but numbers that stand for something, such as long ids, with all their digits. */
function shownText(sheet: Sheet, row: number, column: number, is1904: boolean): string {
  const cell = sheet.cells?.get(`${row},${column}`)
  const value = sheet.rows[row]?.[column] ?? null
  const address = addressOf(cell, value)
  if (address) return address
  if (typeof value === 'string') return value
  if (value === null) return ''
  const format = withSign(cell?.style?.numFmt ?? 'General')
  if (typeof value === 'number' && (isPlain(format) || (format === '0' && Number.isInteger(value))))
    return plainNumber(value)
  return formatValue(value, value instanceof Date && isPlain(format) ? 'yyyy-mm-dd' : format, { is1904 })
}

/** A cell that only says "picture" may still lead to it: by its link, or by `IMAGE("https://…")`. */
function addressOf(cell: Cell | undefined, value: CellValue): string | undefined {
  const target = cell?.hyperlink?.target
  if (target && /^https?:/i.test(target) && !/^https?:/i.test(String(value ?? ''))) return target
  // What is put together with `&` is another address in every row.
  return /\b(?:IMAGE|HYPERLINK)\s*\(\s*"(https?:[^"]+)"\s*[,;)]/i.exec(cell?.formula ?? '')?.[1]
}

/** The library leaves out a currency that is written with its locale: `[$€-407]` is `€`. */
function withSign(format: string): string {
  return format.replace(/\[\$([^\]-]*)[^\]]*\]/g, (_, sign: string) => (sign ? `"${sign}"` : ''))
}

/** `General`, or scientific, which is no way to write an id. */
function isPlain(format: string): boolean {
  return /^(?:general|@)$/i.test(format) || /e[+-]/i.test(format)
}

/** Without exponent, and without the digits that only binary numbers have. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  if (Number.isInteger(value)) {
    const [digits = '', exponent] = value.toExponential(SHOWN_DIGITS - 1).split('e')
    return digits.replace('.', '') + '0'.repeat(Number(exponent) - SHOWN_DIGITS + 1)
  }
  const shown = Number(value.toPrecision(SHOWN_DIGITS))
  const text = String(shown)
  return text.includes('e') ? shown.toFixed(20).replace(/0+$/, '') : text
}
