import type { Cell as SheetCell } from 'write-excel-file/universal'
// The public doors of the package pack in a worker that is made of a blob, as soon as a sheet has 160 kB, and an
// extension's page may run no such worker. This way, which packs where it is called, has no public door.
import { generateXlsxFileSync } from '../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js'
import type { Kind } from './columns.ts'
import { links } from './links.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import type { Cell, Table } from './table.ts'

/** At least two decimals as on a price tag, and up to four because small parts cost less than a cent. */
const NUMBER_FORMATS: Partial<Record<Kind, string>> = { money: '#,##0.00##', count: '#,##0', rate: '0%' }
const LINK = { textColor: '#0563c1', textDecoration: { underline: true } } as const

/**
 * The table as a workbook of one sheet with its header row frozen. Ids and all words are text cells in text format, so
 * that nothing becomes a formula, not even when it is edited; prices and counts are numbers.
 */
export function workbook(table: Table): Promise<Blob> {
  const header = table.columns.map(
    ({ label }): SheetCell => ({ value: label, fontWeight: 'bold', wrap: true }),
  )
  const rows = table.rows.map((row) =>
    row.map((cell, index) => sheetCell(cell, table.columns[index]?.kind ?? 'text')),
  )
  return generateXlsxFileSync(
    [header, ...rows],
    { sheet: table.name, columns: table.columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    { features: [links(table)] },
    refused,
  )
}

function sheetCell(cell: Cell, kind: Kind): SheetCell {
  if (cell === null || cell === '') return null
  const number = numberOf(cell, kind)
  if (number !== null) {
    const format = NUMBER_FORMATS[kind]
    return { value: number, type: Number, ...(format && { format }) }
  }
  const wrap = typeof cell === 'string' && cell.includes('\n')
  return {
    value: spreadsheetText(String(cell)),
    type: String,
    format: '@',
    ...(wrap && { wrap }),
    ...(kind === 'address' && LINK),
  }
}

/** Excel keeps numbers as floats, so the cell of a price is one; nothing is computed with it here. */
function numberOf(cell: string | number, kind: Kind): number | null {
  if (typeof cell === 'number') return cell
  return kind === 'money' && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null
}

/** Called for pictures and the like, of which there are none. */
function refused(): never {
  throw new TypeError('A workbook of text and numbers has nothing to convert.')
}
