import { slices } from '../async/serialize.ts'
import type { Cell, Column, Progress, Rows, Table } from './table.ts'

/** Characters that begin a formula. Some programs also accept full-width and small forms and the true minus sign. */
const SIGN = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫−]`
/** Characters that a program may skip before one: white space, quotes, control and format characters. */
const SKIPPED = String.raw`[\s\p{Cc}\p{Cf}"]`
/** The same without line breaks and separators. */
const SKIPPED_WITHIN = String.raw`[${SKIPPED}--[;\t\r\n]]`
/**
 * Places where a formula could begin: at the start, where OWASP also advises against a tab or line break whatever follows,
 * and inside, after what a program may take for the end of a cell. Excel splits at `;` in locales with decimal commas, and
 * then at line breaks even within quotes.
 */
const DANGEROUS = new RegExp(
  `^(?=[\\t\\r\\n]|${SKIPPED}*${SIGN})|(?<=[;\\t\\r\\n])(?=${SKIPPED_WITHIN}*${SIGN})`,
  'gv',
)

/** The apostrophes that were put there. */
const ESCAPED = new RegExp(
  `^'(?=[\\t\\r\\n]|${SKIPPED}*${SIGN})|(?<=[;\\t\\r\\n])'(?=${SKIPPED_WITHIN}*${SIGN})`,
  'gv',
)

const PLAIN_NUMBER = /^[-+]?\d+([.,]\d+)?$/

/** Without it Excel reads UTF-8 in the system's code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The table as CSV: UTF-8 with a byte order mark, commas, CRLF (RFC 4180), money and numbers unformatted. Ids are plain
 * digits, so that any program can read them. Excel takes them for numbers: up to 15 digits none is lost, but long ones
 * show as 7.1E+11, and leading zeros of product numbers are dropped. The XLSX file has them as text.
 */
export async function toCsv({ columns, rows }: Table<Rows>, progress: Progress = {}): Promise<Blob> {
  const header = columns.map(({ label }) => escapeFormula(label))
  const text = await linesOf(rows, progress, ',', header, (row) =>
    row.map((cell, index) => defused(cell, columns[index])),
  )
  return new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' })
}

/**
 * The table as Excel opens it in columns wherever its locale splits at semicolons: tabs and UTF-16LE with a byte order mark,
 * and numbers with the given decimal separator, without which Excel takes 10.10 for a date. Tabs and line breaks in texts
 * become spaces. docs/decisions/csv-for-excel.md says why.
 */
export async function toExcelCsv(
  { columns, rows }: Table<Rows>,
  decimalSeparator: '.' | ',',
  progress: Progress = {},
): Promise<Blob> {
  const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ')
  const header = columns.map(({ label }) => escapeFormula(oneLine(label)))
  const text = await linesOf(rows, progress, '\t', header, (row) =>
    row.map((cell, index) => {
      const isNumber = typeof cell === 'number' || columns[index]?.kind === 'money'
      if (isNumber && /^-?\d+(\.\d+)?$/.test(`${cell}`)) return `${cell}`.replace('.', decimalSeparator)
      return defused(typeof cell === 'string' ? oneLine(cell) : cell, columns[index])
    }),
  )
  return new Blob([utf16(BYTE_ORDER_MARK + text)], { type: 'text/csv;charset=utf-16le' })
}

async function linesOf(
  rows: Rows,
  { signal, onRows }: Progress,
  separator: ',' | '\t',
  header: string[],
  cellsOf: (row: Cell[]) => Cell[],
): Promise<string> {
  const { rest } = slices()
  const line = (cells: Cell[]) => cells.map((cell) => field(cell, separator)).join(separator)
  const lines = [line(header)]
  for (const row of rows) {
    signal?.throwIfAborted()
    lines.push(line(cellsOf(row)))
    await rest()
    onRows?.(lines.length - 1)
  }
  return lines.join('\r\n')
}

function utf16(text: string): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++) bytes.setUint16(index * 2, text.charCodeAt(index), true)
  return bytes.buffer
}

/** Quoted where a program may need it, also for white space at either end. */
function field(cell: Cell, separator: ',' | '\t'): string {
  const text = String(cell ?? '')
  const isPlain = !text.includes(separator) && !/["\r\n]|^\s|\s$/.test(text)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}

/** A cell that no program runs. A number of the user's own stays as it is: `-5` is a formula to nobody. */
function defused(cell: Cell, column: Column | undefined): Cell {
  if (typeof cell !== 'string' || (column?.kind === 'own' && PLAIN_NUMBER.test(cell))) return cell
  return escapeFormula(cell)
}

/** Puts an apostrophe wherever a spreadsheet could see a formula begin (OWASP, "CSV Injection"). */
function escapeFormula(text: string): string {
  return text.replace(DANGEROUS, "'")
}

/** The text as it was before it was written to a CSV file of ours. */
export function unescapeFormula(text: string): string {
  return text.replace(ESCAPED, '')
}
