import { escapeFormula } from './escape-formula.ts'
import type { Cell, Table } from './rows.ts'

/** Without it Excel takes UTF-8 for the system's code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The table as CSV: UTF-8 with a byte order mark, commas, CRLF (RFC 4180), money and numbers as they are. Ids are plain
 * digits, so that any program reads them; Excel takes them for numbers, which loses no digit up to 15 but shows long
 * ones as 7.1E+11 and drops leading zeros of product numbers. Where that matters, the XLSX has them as text.
 */
export async function toCsv({ columns, rows }: Table): Promise<Blob> {
  const lines: Cell[][] = [
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell))),
  ]
  const text = lines.map((line) => line.map(field).join(',')).join('\r\n')
  return new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' })
}

/** In quotation marks where another program may need them, blanks at an end included. */
function field(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
