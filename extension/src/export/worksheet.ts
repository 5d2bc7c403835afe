import type { Kind } from './columns.ts'
import type { Cell, Table } from './table.ts'

/** A longer text makes Excel call the file damaged. */
const MAX_CELL_CHARACTERS = 32_767
/** A longer URL in a link does too. */
const MAX_URL_CHARACTERS = 2_079
/** Characters that XML cannot contain, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The index of each style in `STYLES`. */
const STYLE = { header: 1, text: 2, lines: 3, url: 4, money: 5, count: 6, rate: 7 }
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const FONT = '<sz val="11"/><name val="Calibri"/>'
const WRAPPED = '<alignment wrapText="1"/>'

/** The formats of cells, numbered by `STYLE`. Excel requires the two fills. */
export const STYLES = xml(
  `<styleSheet xmlns="${MAIN}">` +
    // Two decimals as on a price tag, up to four because small parts cost less than a cent.
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00##"/><numFmt numFmtId="165" formatCode="#,##0"/></numFmts>' +
    `<fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font>` +
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    `<cellStyleXfs count="1">${style(0, 0).replace(' xfId="0"', '')}</cellStyleXfs>` +
    // Built-in formats: 49 is text, 9 a whole percentage.
    `<cellXfs count="8">${style(0, 0)}${style(0, 1, WRAPPED)}${style(49, 0)}${style(49, 0, WRAPPED)}${style(49, 2)}` +
    `${style(164, 0)}${style(165, 0)}${style(9, 0)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
)

function style(format: number, font: number, alignment = ''): string {
  const applied = `applyNumberFormat="1" applyFont="1"${alignment && ' applyAlignment="1"'}`
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" ${applied}>${alignment}</xf>`
}

export interface Worksheet {
  sheet: string
  /** The targets of its links; empty without links. */
  relationships: string
  /** The shared strings. */
  texts: string
}

/**
 * The sheet, its link targets and shared strings. The order of its elements is part of the format (ECMA-376, CT_Worksheet):
 * other programs accept any order, but Excel calls the file damaged.
 */
export function worksheet({ columns, rows }: Table): Worksheet {
  const texts = new SharedStrings()
  const links: { cell: string; url: string }[] = []
  const header = columns.map(({ label }, column) =>
    textCell(texts.indexOf(label), reference(column, 0), STYLE.header),
  )
  const body = rows.map((row, index) =>
    row.map((cell, column) => {
      const { kind = 'text' } = columns[column] ?? {}
      const url = kind === 'url' ? linkTarget(cell) : null
      if (url) links.push({ cell: reference(column, index + 1), url })
      return cellXml(cell, kind, reference(column, index + 1), texts)
    }),
  )
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const sheet =
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols>` +
    `<sheetData>${[header, ...body].map((cells, row) => `<row r="${row + 1}">${cells.join('')}</row>`).join('')}</sheetData>` +
    (links.length > 0
      ? `<hyperlinks>${links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="link${index}"/>`).join('')}</hyperlinks>`
      : '') +
    '</worksheet>'
  const targets = links.map(
    ({ url }, index) =>
      `<Relationship Id="link${index}" Type="${RELATIONSHIPS}/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`,
  )
  return { sheet: xml(sheet), relationships: targets.join(''), texts: texts.xml() }
}

/** Ids and texts are strings in text format, so that nothing becomes a formula, even when it is edited. */
function cellXml(cell: Cell, kind: Kind, at: string, texts: SharedStrings): string {
  if (cell === null || cell === '') return ''
  const number = numberOf(cell, kind)
  if (number === null) {
    const text = String(cell)
    const style = text.includes('\n') ? STYLE.lines : STYLE.text
    return textCell(texts.indexOf(text), at, kind === 'url' ? STYLE.url : style)
  }
  const style = kind === 'money' || kind === 'count' || kind === 'rate' ? ` s="${STYLE[kind]}"` : ''
  return `<c r="${at}"${style}><v>${number}</v></c>`
}

function textCell(index: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`
}

/** A price cell is a float, because Excel has no other numbers; nothing is computed with it here. */
function numberOf(cell: string | number, kind: Kind): number | null {
  if (typeof cell === 'number') return cell
  return kind === 'money' && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null
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

/** Text for an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
}

/** A whole XML file. */
export function xml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`
}
