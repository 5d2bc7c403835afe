import { constants, copyFileSync, openAsBlob, statSync } from 'node:fs'
import { extname } from 'node:path'
import {
  type ReadBack,
  type ReadBackRow,
  readBack,
  storedDecision,
} from '../../extension/src/batch/decisions/read-back.ts'
import { readTable } from '../../extension/src/batch/table/read-table.ts'
import { BATCH_LABELS } from '../../extension/src/export/batch-labels.ts'
import { decisionCode, noteHash, whose } from '../../extension/src/export/batch-row-id.ts'
import { type Batch, type BatchRow, namedPicture } from '../../extension/src/model/batch.ts'
import { type Settings, UsageError } from './arguments.ts'
import type { Journal } from './journal.ts'

/**
 * What a person wrote into the output of an earlier run, which the next one replaces; `null` if there is none.
 *
 * @throws UsageError if what is there is none of our files
 */
export async function earlierOutput({
  out,
  format,
}: Pick<Settings, 'out' | 'format'>): Promise<ReadBack | null> {
  const found = statSync(out, { throwIfNoEntry: false })
  if (!found?.isFile() || found.size === 0) return null
  const file = await openAsBlob(out)
  if (format === 'jsonl') {
    if (isOurLine((await file.slice(0, FIRST_LINE_BYTES).text()).split('\n', 1)[0] ?? '')) return null
    throw new UsageError(notOurs(out))
  }
  let sheets: (string | undefined)[] = [undefined]
  for (let at = 0; at < sheets.length; at++) {
    const sheet = sheets[at]
    const table = await readTable(file, sheet === undefined ? {} : { sheet }).catch(() => undefined)
    const written = table && readBack(table)
    if (written) return written
    if (sheet === undefined) sheets = [undefined, ...(table?.sheets ?? [])]
  }
  throw new UsageError(notOurs(out))
}

const FIRST_LINE_BYTES = 1_000_000

function isOurLine(text: string): boolean {
  try {
    const line: unknown = JSON.parse(text)
    return typeof line === 'object' && line !== null && 'own' in line && 'candidates' in line
  } catch {
    return false
  }
}

function notOurs(out: string): string {
  return `${out} is there already, and cannot be recognized as written by this command: move it away, or choose another --out.`
}

/**
 * Writes the decisions and notes of an earlier output into the rows that they were made for. What was changed in the file
 * counts more than what the input says, as in the extension.
 *
 * @returns what the next output would not have, in words
 */
export function takeOver(
  { batch, rows }: { batch: Pick<Batch, 'columns'>; rows: readonly BatchRow[] },
  written: ReadBack,
  { answers }: Pick<Journal, 'answers'>,
): string[] {
  const offers = new Map(
    [...answers.values()].flatMap((answer) => answer.offers.map((offer) => [offer.offerId, offer] as const)),
  )
  const rowOf = rowsByLine(batch.columns, rows, written)
  const unreadable = new Set(written.problems.map(({ line }) => line))
  const lost = written.rows.filter((each) => !takeRow(rowOf.get(each.line), each))
  const addedColumns = written.own.columns.filter(
    (header, at) =>
      !isKnown(header, batch.columns) && written.own.rows.some(({ cells }) => cells[at]?.trim()),
  )
  return [...lost.map(({ line }) => `line ${line}`), ...addedColumns.map((header) => `column ${header}`)]

  function takeRow(row: BatchRow | undefined, { line, id, decision, note }: ReadBackRow): boolean {
    if (!row) return !decision && !unreadable.has(line) && !note
    if (note !== undefined && whose(noteHash(note), id?.noteHash ?? '', noteHash(row.note)) === 'file')
      row.note = note
    // Without its column, what was decided before is lost.
    if (decision === undefined) return !unreadable.has(line) && !id?.decision
    const code = decisionCode(decision)
    if (whose(code, id?.decision ?? '', decisionCode(row.decision)) !== 'file') return true
    const stored = storedDecision(decision, offers.get(code), Date.now())
    if (decision && !stored) return false
    row.decision = stored
    return true
  }
}

const LANGUAGES = Object.values(BATCH_LABELS)

function isKnown(header: string, columns: readonly string[]): boolean {
  if (columns.length > 0) return columns.includes(header)
  return LANGUAGES.some(({ products }) => Object.values(products).includes(header))
}

/**
 * The products that the lines of a file are about. The list may have other rows now: a product is known by its own cells, and
 * where a program has changed those, by its picture in the same place.
 */
function rowsByLine(
  columns: readonly string[],
  rows: readonly BatchRow[],
  { own, rows: lines }: Pick<ReadBack, 'own' | 'rows'>,
): Map<number, BatchRow> {
  const { keyOfRow, keyOfCells } = keys(columns, own.columns)
  const byKey = Map.groupBy(rows, keyOfRow)
  const found = new Map<number, BatchRow>()
  const taken = new Set<BatchRow>()
  const pair = (rowFor: (cells: readonly string[], place: number) => BatchRow | undefined) => {
    for (const [at, { line, cells }] of own.rows.entries()) {
      const row = found.has(line) ? undefined : rowFor(cells, lines[at]?.id?.index ?? -1)
      if (!row || taken.has(row)) continue
      found.set(line, row)
      taken.add(row)
    }
  }
  const isUnchanged = rows.length === own.rows.length
  pair((cells, place) => {
    const row = rows[place]
    const key = keyOfCells(cells)
    return row && keyOfRow(row) === key && (key.trim() !== '' || isUnchanged) ? row : undefined
  })
  pair((cells) => {
    const key = keyOfCells(cells)
    return key.trim() === '' ? undefined : byKey.get(key)?.find((row) => !taken.has(row))
  })
  pair((cells, place) => {
    const picture = rows[place] && nameOf(rows[place])
    return picture && cells.some((cell) => plain(cell) === plain(picture)) ? rows[place] : undefined
  })
  return found
}

function keys(columns: readonly string[], exported: readonly string[]) {
  const shared = columns.flatMap((header, at) => {
    const there = exported.indexOf(header)
    return there < 0 || columns.indexOf(header) < at ? [] : [{ here: at, there }]
  })
  const sources = LANGUAGES.map(({ products }) => products.picture)
  const source = exported.findIndex((header) => sources.includes(header))
  const isTable = columns.length > 0
  return {
    keyOfRow: (row: BatchRow) =>
      isTable ? shared.map(({ here }) => plain(row.own[here])).join('\n') : plain(nameOf(row)),
    keyOfCells: (cells: readonly string[]) =>
      isTable ? shared.map(({ there }) => plain(cells[there])).join('\n') : plain(cells[source]),
  }
}

function nameOf({ picture }: Pick<BatchRow, 'picture'>): string {
  return namedPicture(picture) ?? ''
}

/** Programs change line breaks and spaces. */
function plain(text = ''): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Beside it, under a name that is free. */
export function keepCopy(out: string): string {
  const ending = extname(out)
  for (let number = 1; ; number++) {
    const copy = `${out.slice(0, -ending.length)}.before${number > 1 ? `-${number}` : ''}${ending}`
    try {
      copyFileSync(out, copy, constants.COPYFILE_EXCL)
      return copy
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
