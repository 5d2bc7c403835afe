import { decodeTable } from './decode-table.ts'
import { looksLikePicture } from './picture-cell.ts'
import type { Delimiter, RawTable, TableOptions, TableRow } from './table.ts'
import { MAX_RAW_ROWS, TableError } from './table.ts'

const DELIMITERS: Delimiter[] = ['\t', ',', ';', '|']
/** So many records tell the separator. */
const SAMPLE_RECORDS = 30
/** A description in HTML has hundreds: a quote that stays open longer was never meant as one. */
const MAX_LINES_IN_CELL = 2000

/** A page or XML that is called `.xls`, as many an ERP exports it, and JSON. */
const MARKUP =
  /^\s*(?:<(?:!doctype|\?xml|html|head|body|meta|style|table|workbook)\b|\[?\s*\{\s*["}]|\[\s*["[])/i

/** Text whose cells are separated by commas, semicolons, tabs or bars (RFC 4180, and what programs write instead). */
export function readText(bytes: Uint8Array<ArrayBuffer>, options: TableOptions): RawTable {
  const { text, encoding } = decodeTable(bytes, options.encoding)
  const table = parseText(text, options)
  // A table has no control characters; a picture or an archive does.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant.
  if (/[\u0000-\u0008\u000E-\u001A]/.test(text.slice(0, 4096))) throw new TableError('not_a_table')
  if (MARKUP.test(text)) throw new TableError('not_a_table')
  const undecodable = linesOf(text).flatMap((line, at) =>
    line.includes('\uFFFD') ? [{ code: 'undecodable' as const, line: at + 1 }] : [],
  )
  return { ...table, encoding, problems: [...undecodable, ...table.problems] }
}

export function parseText(text: string, options: Pick<TableOptions, 'delimiter'> = {}): RawTable {
  const lines = linesOf(text)
  // Excel's own way to say it: https://superuser.com/questions/773644
  const stated = /^"?sep=([,;\t|])"?$/i.exec(lines[0] ?? '')?.[1] as Delimiter | undefined
  if (stated) lines[0] = ''
  const delimiter = options.delimiter ?? stated ?? recognizeDelimiter(lines)
  return { delimiter, ...parseLines(lines, delimiter, MAX_RAW_ROWS) }
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

/** The one by which most records have the same number of cells, and of several the one with more cells. */
function recognizeDelimiter(lines: readonly string[]): Delimiter {
  const inAddresses = DELIMITERS.filter((delimiter) => isPartOfAddresses(lines, delimiter))
  let best = { delimiter: inAddresses.includes(',') ? ('\t' as const) : (',' as Delimiter), score: 0 }
  for (const delimiter of DELIMITERS) {
    if (inAddresses.includes(delimiter)) continue
    const { rows } = parseLines(lines, delimiter, SAMPLE_RECORDS)
    const counts = rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ cells }) => cells.length)
    const usual = mostFrequent(counts)
    if (usual < 2) continue
    const share = counts.filter((count) => count === usual).length / counts.length
    // Nothing else has tabs in every line.
    const score = share * 100 + Math.min(usual, 50) / 100 + (delimiter === '\t' ? 1 : 0)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** As the commas of Cloudinary (`/w_400,h_300/a.jpg`): every line but a header is an address and nothing else. */
function isPartOfAddresses(lines: readonly string[], delimiter: Delimiter): boolean {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE_RECORDS)
  const [first = ''] = filled
  const hasHeader = !first.includes('://')
  if (hasHeader && first.includes(delimiter)) return false
  const addresses = (hasHeader ? filled.slice(1) : filled).map((line) => line.trim())
  return addresses.some((line) => line.includes(delimiter)) && addresses.every(isAddress)

  function isAddress(line: string): boolean {
    if (!/^https?:\/\/\S+$/i.test(line) || line.indexOf('://') !== line.lastIndexOf('://')) return false
    const at = line.indexOf(delimiter)
    if (at < 0) return true
    const before = line.slice(0, at)
    const hasQuery = before.includes('?')
    // https://a.test/1.jpg,Cup
    if (!hasQuery && looksLikePicture(before)) return false
    const after = line.slice(line.lastIndexOf(delimiter) + 1)
    return hasHeader || after.includes('/') || (!hasQuery && looksLikePicture(line))
  }
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0
}

/**
 * Takes lines, not characters, so that a quote that is never closed costs its own line alone and not the rest of the file:
 * such a line is read as if quotes meant nothing. No CSV library recovers from that. Where an inch mark further down looks
 * like its end, the lines between look like rows, and that is told.
 */
function parseLines(
  lines: readonly string[],
  delimiter: Delimiter,
  maxRows: number,
): Pick<RawTable, 'rows' | 'problems'> {
  const rows: TableRow[] = []
  const problems: RawTable['problems'] = []
  const spanning: { line: number; widths: Set<number>; count: number }[] = []
  for (let at = 0; at < lines.length && rows.length < maxRows; ) {
    const line = at + 1
    const record = readRecord(lines, at, delimiter)
    if (record) {
      rows.push({ line, cells: record.cells })
      const own = lines.slice(at, record.next).filter((each) => each.trim() !== '')
      if (own.length > 1)
        spanning.push({
          line,
          widths: new Set(own.map((each) => each.split(delimiter).length)),
          count: own.length,
        })
      at = record.next
    } else {
      problems.push({ code: 'quote_unclosed', line })
      rows.push({ line, cells: (lines[at] ?? '').split(delimiter) })
      at++
    }
  }
  const usual = usualWidth(rows)
  // Two lines with a comma each are a sentence rather than two rows of two cells.
  for (const { line, widths, count } of spanning)
    if (widths.size === 1 && widths.has(usual) && usual > 1 && (usual > 2 || count > 2))
      problems.push({ code: 'rows_in_cell', line })
  return { rows, problems }
}

function usualWidth(rows: readonly TableRow[]): number {
  return mostFrequent(
    rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(({ cells }) => cells.length),
  )
}

interface Record {
  cells: string[]
  /** The line after it. */
  next: number
}

/** `undefined` if a quote stays open. */
function readRecord(lines: readonly string[], start: number, delimiter: Delimiter): Record | undefined {
  const cells: string[] = []
  let at = start
  let text = lines[at] ?? ''
  let position = 0
  for (;;) {
    if (text[position] !== '"') {
      const end = text.indexOf(delimiter, position)
      cells.push(text.slice(position, end < 0 ? undefined : end))
      if (end < 0) return { cells, next: at + 1 }
      position = end + 1
      continue
    }
    let cell = ''
    position++
    for (;;) {
      const end = text.indexOf('"', position)
      if (end < 0) {
        cell += `${text.slice(position)}\n`
        at++
        if (at >= lines.length || at - start > MAX_LINES_IN_CELL) return undefined
        text = lines[at] ?? ''
        position = 0
      } else if (text[end + 1] === '"') {
        cell += text.slice(position, end + 1)
        position = end + 2
      } else {
        // In a later line only what ends a cell closes it: else the quote that opened it was none.
        if (at > start && !isCellEnd(text, end + 1, delimiter)) return undefined
        cell += text.slice(position, end)
        position = end + 1
        break
      }
    }
    // What follows the closing quote belongs to the cell, as Excel reads it: "5" x 7 is 5 x 7.
    const end = text.indexOf(delimiter, position)
    cells.push(cell + text.slice(position, end < 0 ? undefined : end))
    if (end < 0) return { cells, next: at + 1 }
    position = end + 1
  }
}

function isCellEnd(text: string, position: number, delimiter: Delimiter): boolean {
  const end = text.indexOf(delimiter, position)
  return text.slice(position, end < 0 ? undefined : end).trim() === ''
}
