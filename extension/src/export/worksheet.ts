import type { Kind } from './columns.ts'
import type { Cell, Table } from './rows.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import { webUrl } from './url.ts'
import { escapeXml, xml } from './xml.ts'

/** Where each style stands in `STYLES`. */
const STYLE = { header: 1, text: 2, lines: 3, address: 4, money: 5, count: 6, rate: 7 }
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const FONT = '<sz val="11"/><name val="Calibri"/>'
const WRAPPED = '<alignment wrapText="1"/>'

/** How cells look and what they are: `STYLE` counts the last list. Two fills are there because Excel wants them. */
export const STYLES = xml(
  `<styleSheet xmlns="${MAIN}">` +
    // At least two decimals as on a price tag, and up to four because small parts cost less than a cent.
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00##"/><numFmt numFmtId="165" formatCode="#,##0"/></numFmts>' +
    `<fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font>` +
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    `<cellStyleXfs count="1">${style(0, 0).replace(' xfId="0"', '')}</cellStyleXfs>` +
    // In every program 49 is text, and 9 a whole percentage.
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
  /** What its links lead to; empty where there are none. */
  relationships: string
  texts: string
}

/**
 * The sheet and what its links lead to. The order of its elements is part of the format (ECMA-376, CT_Worksheet): other
 * readers forgive another one, and Excel calls the file damaged.
 */
export function worksheet({ columns, rows }: Table): Worksheet {
  const texts = new Texts()
  const links: { cell: string; address: string }[] = []
  const header = columns.map(({ label }, column) => textCell(texts.at(label), place(column, 0), STYLE.header))
  const body = rows.map((row, index) =>
    row.map((cell, column) => {
      const { kind = 'text' } = columns[column] ?? {}
      const address = kind === 'address' ? webUrl(cell) : null
      if (address) links.push({ cell: place(column, index + 1), address })
      return cellXml(cell, kind, place(column, index + 1), texts)
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
    ({ address }, index) =>
      `<Relationship Id="link${index}" Type="${RELATIONSHIPS}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
  )
  return { sheet: xml(sheet), relationships: targets.join(''), texts: texts.xml() }
}

/** Ids and all words are text in text format, so that nothing becomes a formula, not even when it is edited. */
function cellXml(cell: Cell, kind: Kind, at: string, texts: Texts): string {
  if (cell === null || cell === '') return ''
  const number = numberOf(cell, kind)
  if (number === null) {
    const text = String(cell)
    const words = text.includes('\n') ? STYLE.lines : STYLE.text
    return textCell(texts.at(text), at, kind === 'address' ? STYLE.address : words)
  }
  const style = kind === 'money' || kind === 'count' || kind === 'rate' ? ` s="${STYLE[kind]}"` : ''
  return `<c r="${at}"${style}><v>${number}</v></c>`
}

function textCell(index: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`
}

/** Excel keeps numbers as floats, so the cell of a price is one; nothing is computed with it here. */
function numberOf(cell: string | number, kind: Kind): number | null {
  if (typeof cell === 'number') return cell
  return kind === 'money' && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null
}

/** `AB12`: the column in letters, the row from 1. */
function place(column: number, row: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return `${letters}${row + 1}`
}

/** Every text of a workbook once. In cells of their own they would be read too, but not their escapes by every program. */
class Texts {
  readonly #places = new Map<string, number>()
  #count = 0

  at(text: string): number {
    this.#count++
    const place = this.#places.get(text) ?? this.#places.size
    this.#places.set(text, place)
    return place
  }

  xml(): string {
    const items = [...this.#places.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(spreadsheetText(text))}</t></si>`,
    )
    return xml(
      `<sst xmlns="${MAIN}" count="${this.#count}" uniqueCount="${items.length}">${items.join('')}</sst>`,
    )
  }
}
