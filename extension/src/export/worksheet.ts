import { CellStyles, MAIN, STYLE } from './cell-styles.ts'
import type { Kind } from './columns.ts'
import { PICTURE_ROW_HEIGHT } from './drawing.ts'
import type { Cell, Rows, Table } from './table.ts'
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
  /** The sheet in pieces, one a row. All else is known once they were taken. */
  pieces(): Generator<string>
  /** The targets of its links and its drawing; empty without any. */
  relationships(): string
  /** The shared strings. */
  texts(): string
  styles(): string
  /** The cells that the filter is for: `A1:AF21`. */
  filtered: string
}

/**
 * The sheet, its link targets and shared strings. The order of its elements is part of the format (ECMA-376, CT_Worksheet):
 * other programs accept any order, but Excel calls the file damaged.
 */
export function worksheet({ columns, rows, pictures }: Table<Rows>): Worksheet {
  const texts = new SharedStrings()
  const styles = new CellStyles()
  const links: { cell: string; url: string }[] = []
  const filtered = `A1:${reference(Math.max(columns.length - 1, 0), rows.length)}`

  function cellOf(cell: Cell, column: number, row: number): string {
    const { kind = 'text', currency = null } = columns[column] ?? {}
    const at = reference(column, row)
    const url = kind === 'url' ? linkTarget(cell) : null
    if (url) links.push({ cell: at, url })
    if (cell === null || cell === '') return ''
    const number = numberOf(cell, kind)
    if (number !== null) return `<c r="${at}" s="${styles.ofNumber(kind, currency)}"><v>${number}</v></c>`
    const style = kind === 'url' ? STYLE.url : String(cell).includes('\n') ? STYLE.lines : STYLE.text
    // Ids and texts are strings in text format, so that nothing becomes a formula, even when it is edited.
    return textCell(texts.indexOf(String(cell)), at, style)
  }

  function* pieces(): Generator<string> {
    const widths = columns.map(
      ({ width, hidden }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
    )
    yield xml(
      `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
        `<cols>${widths.join('')}</cols><sheetData>`,
    )
    const header = columns.map(({ label }, column) =>
      textCell(texts.indexOf(label), reference(column, 0), STYLE.header),
    )
    yield `<row r="1"${HEADER_HEIGHT}>${header.join('')}</row>`
    let index = 0
    for (const row of rows) {
      const place = index++
      const height = pictures?.some(({ jpegs }) => jpegs[place]) ? PICTURE_ROW_HEIGHT : ''
      const cells = row.map((cell, column) => cellOf(cell, column, place + 1))
      yield `<row r="${place + 2}"${height}>${cells.join('')}</row>`
    }
    yield `</sheetData><autoFilter ref="${filtered}"/>`
    yield choicesOf(columns, rows.length)
    if (links.length > 0)
      yield `<hyperlinks>${links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="link${index}"/>`).join('')}</hyperlinks>`
    // Excel marks every number that is text with a triangle: here they are meant to be.
    yield `<ignoredErrors><ignoredError sqref="${filtered}" numberStoredAsText="1"/></ignoredErrors>`
    yield pictures ? '<drawing r:id="drawing"/></worksheet>' : '</worksheet>'
  }

  const relationships = () =>
    links
      .map(
        ({ url }, index) =>
          `<Relationship Id="link${index}" Type="${RELATIONSHIPS}/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`,
      )
      .join('') +
    (pictures
      ? `<Relationship Id="drawing" Type="${RELATIONSHIPS}/drawing" Target="../drawings/drawing1.xml"/>`
      : '')
  return { pieces, relationships, texts: () => texts.xml(), styles: () => styles.xml(), filtered }
}

/** The lists that some cells of a column can be chosen from. */
function choicesOf(columns: Table['columns'], rows: number): string {
  const lists = columns.flatMap(({ choices }, column) => {
    if (!choices || rows === 0) return []
    const cells = `${reference(column, 1)}:${reference(column, rows)}`
    return `<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>"${escapeXml(choices.join(','))}"</formula1></dataValidation>`
  })
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
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
