import { CellStyles, MAIN, STYLE } from './cell-styles.ts'
import type { Kind } from './columns.ts'
import type { Table } from './table.ts'
import { escapeXml, xml } from './xml.ts'

/** A longer text makes Excel call the file damaged. */
const MAX_CELL_CHARACTERS = 32_767
/** Three lines of wrapped labels: not every program makes the row as high as they need. */
const HEADER_HEIGHT = ' ht="45" customHeight="1"'
/** A longer URL in a link does too. */
const MAX_URL_CHARACTERS = 2_079
/** Characters that XML cannot contain, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface Worksheet {
  sheet: string
  /** The targets of its links; empty without links. */
  relationships: string
  /** The shared strings. */
  texts: string
  styles: string
  /** The cells that the filter is for: `A1:AF21`. */
  filtered: string
}

/**
 * The sheet, its link targets and shared strings. The order of its elements is part of the format (ECMA-376, CT_Worksheet):
 * other programs accept any order, but Excel calls the file damaged.
 */
export function worksheet({ columns, rows }: Table): Worksheet {
  const texts = new SharedStrings()
  const styles = new CellStyles()
  const links: { cell: string; url: string }[] = []
  const header = columns.map(({ label }, column) =>
    textCell(texts.indexOf(label), reference(column, 0), STYLE.header),
  )
  const body = rows.map((row, index) =>
    row.map((cell, column) => {
      const { kind = 'text', currency = null } = columns[column] ?? {}
      const at = reference(column, index + 1)
      const url = kind === 'url' ? linkTarget(cell) : null
      if (url) links.push({ cell: at, url })
      if (cell === null || cell === '') return ''
      const number = numberOf(cell, kind)
      if (number !== null) return `<c r="${at}" s="${styles.ofNumber(kind, currency)}"><v>${number}</v></c>`
      const style = kind === 'url' ? STYLE.url : String(cell).includes('\n') ? STYLE.lines : STYLE.text
      // Ids and texts are strings in text format, so that nothing becomes a formula, even when it is edited.
      return textCell(texts.indexOf(String(cell)), at, style)
    }),
  )
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const filtered = `A1:${reference(Math.max(columns.length - 1, 0), rows.length)}`
  const sheet =
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols>` +
    `<sheetData>${[header, ...body].map((cells, row) => `<row r="${row + 1}"${row === 0 ? HEADER_HEIGHT : ''}>${cells.join('')}</row>`).join('')}</sheetData>` +
    `<autoFilter ref="${filtered}"/>` +
    (links.length > 0
      ? `<hyperlinks>${links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="link${index}"/>`).join('')}</hyperlinks>`
      : '') +
    '</worksheet>'
  const targets = links.map(
    ({ url }, index) =>
      `<Relationship Id="link${index}" Type="${RELATIONSHIPS}/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`,
  )
  return {
    sheet: xml(sheet),
    relationships: targets.join(''),
    texts: texts.xml(),
    styles: styles.xml(),
    filtered,
  }
}

function textCell(index: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`
}

/** A price cell is a float, because Excel has no other numbers; nothing is computed with it here. */
function numberOf(cell: string | number, kind: Kind): number | null {
  if (typeof cell === 'number') return cell
  return kind === 'money' && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null
}

/** `AB12`: the column in letters, the row from 1. */
function reference(column: number, row: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return `${letters}${row + 1}`
}

/** Shared strings, each text once. As inline strings not every program would decode their escapes. */
class SharedStrings {
  readonly #indexes = new Map<string, number>()
  #count = 0

  indexOf(text: string): number {
    this.#count++
    const index = this.#indexes.get(text) ?? this.#indexes.size
    this.#indexes.set(text, index)
    return index
  }

  xml(): string {
    const items = [...this.#indexes.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(cellText(text))}</t></si>`,
    )
    return xml(
      `<sst xmlns="${MAIN}" count="${this.#count}" uniqueCount="${items.length}">${items.join('')}</sst>`,
    )
  }
}

/**
 * Text escaped so that a workbook shows it unchanged: Excel reads `_x0041_` as `A` (ECMA-376, ST_Xstring), so the start of
 * such an escape is escaped itself.
 */
function cellText(text: string): string {
  const valid = text.slice(0, MAX_CELL_CHARACTERS).toWellFormed().replace(NOT_IN_XML, '')
  return valid.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** The normalized URL if a cell can link to it; anything else stays plain text. */
function linkTarget(cell: unknown): string | null {
  const url = typeof cell === 'string' ? URL.parse(cell) : null
  if (!url || !/^https?:$/.test(url.protocol)) return null
  return url.href.length <= MAX_URL_CHARACTERS ? url.href : null
}
