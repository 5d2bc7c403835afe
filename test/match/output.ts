import type { Rates } from '@find-on-1688/shared'
import sharp from 'sharp'
import { type Candidate, candidatesOf, chosenOf } from '../../extension/src/batch/decisions/candidates.ts'
import { BATCH_LABELS } from '../../extension/src/export/batch-labels.ts'
import { type BatchTableRow, toBatchTable } from '../../extension/src/export/batch-table.ts'
import { toCsv } from '../../extension/src/export/csv.ts'
import { toXlsx } from '../../extension/src/export/xlsx.ts'
import { DEFAULT_ASSUMPTIONS } from '../../extension/src/model/assumptions.ts'
import type { Batch, BatchRow } from '../../extension/src/model/batch.ts'
import type { Settings } from './arguments.ts'
import { type Journal, writeWhole } from './journal.ts'
import { jsonLine } from './json-line.ts'

/** Twice what a cell shows, for dense screens. */
const THUMB_PX = 144

export interface OutputInput {
  settings: Pick<Settings, 'out' | 'format' | 'candidates' | 'images' | 'language'>
  batch: Batch
  journal: Journal
  rates: Rates | undefined
}

export interface Output {
  /** What a program reads of a row. */
  lineOf(row: BatchRow): string
  /** The file as a whole, in place of the one that was there. */
  write(rows: readonly BatchRow[]): Promise<void>
}

export function outputOf({ settings, batch, journal, rates }: OutputInput): Output {
  const context = { assumptions: DEFAULT_ASSUMPTIONS, rates, currency: null }
  const answerOf = ({ digest, state }: BatchRow) => {
    const answer = digest === null || state !== 'done' ? undefined : journal.answers.get(digest)
    return answer && { offers: answer.offers, verdicts: journal.verdicts.get(answer.digest) ?? {} }
  }
  const bestOf = (row: BatchRow): Candidate[] => {
    const answer = answerOf(row)
    return answer ? candidatesOf(answer, row, batch.settings, context, undefined, settings.candidates) : []
  }
  const lineOf = (row: BatchRow) => jsonLine(batch, row, bestOf(row))
  const withPictures = settings.images && settings.format === 'xlsx'

  async function write(rows: readonly BatchRow[]): Promise<void> {
    if (settings.format === 'jsonl')
      return writeWhole(settings.out, rows.map((row) => `${lineOf(row)}\n`).join(''))
    const thumbs = withPictures ? await thumbsOf(rows, journal) : undefined
    const tableRows = rows.map((row): BatchTableRow => {
      const jpeg = thumbs?.get(row.digest ?? '') ?? null
      const chosen = chosenOf(row, batch.settings, context, answerOf(row))
      return { row, chosen, candidates: bestOf(row), jpeg }
    })
    const table = toBatchTable(
      { batch, rows: tableRows, candidates: settings.candidates, withPictures },
      BATCH_LABELS[settings.language],
    )
    const file = await (settings.format === 'csv' ? toCsv(table) : toXlsx(table))
    writeWhole(settings.out, new Uint8Array(await file.arrayBuffer()))
  }

  return { lineOf, write }
}

async function thumbsOf(
  rows: readonly BatchRow[],
  journal: Journal,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const thumbs = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { digest } of rows) {
    if (digest === null || thumbs.has(digest)) continue
    const jpeg = journal.readJpeg(digest)
    if (!jpeg) continue
    const small = sharp(jpeg, { failOn: 'none' }).resize(THUMB_PX, THUMB_PX, {
      fit: 'inside',
      withoutEnlargement: true,
    })
    thumbs.set(digest, new Uint8Array(await small.jpeg({ quality: 75 }).toBuffer()))
  }
  return thumbs
}
