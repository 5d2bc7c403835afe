import type { Offer } from '@find-on-1688/shared'
import type { BatchColumn } from '../../export/batch-columns.ts'
import { type RowId, readRowId } from '../../export/batch-row-id.ts'
import { unescapeFormula } from '../../export/csv.ts'
import type { ProductInput, RowDecision } from '../../model/batch.ts'
import type { Table } from '../table/table.ts'
import { ourColumns } from './our-columns.ts'
import { type WrittenDecision, writtenDecision } from './written-decision.ts'

/** An exported product list that a person may have changed. */
export interface ReadBack {
  /** The user's own columns, without ours and their pictures: a table as it was before it was exported. */
  own: Table
  /** The list that its rows are of; `null` if no row says so any more. */
  batchId: string | null
  rows: ReadBackRow[]
  /** Headers of ours that were renamed or removed, and are needed for decisions and notes. */
  missing: string[]
  problems: ReadBackProblem[]
}

export interface ReadBackRow {
  line: number
  /** `null` for a row that was added to the file. */
  id: RowId | null
  /** `null` while it is undecided; `undefined` if the cell cannot be read, or there is no such column any more. */
  decision: WrittenDecision | null | undefined
  /** `undefined` if the file has no such column any more, which says nothing of the notes. */
  note: string | undefined
}

export interface ReadBackProblem {
  line: number
  code: /** Neither taken, none, nor the number of a candidate. */
    | 'decision_unknown'
    /** Taken, but nothing is known of the offer. */
    | 'offer_unknown'
    /** Of another list than most rows of the file. */
    | 'row_of_other_list'
    | 'row_twice'
    | 'row_not_in_list'
}

/** @returns `null` if it is none of our files */
export function readBack(table: Table): ReadBack | null {
  const ours = ourColumns(table.columns)
  if (!ours) return null
  const plain = (text: string) => (table.encoding === undefined ? text : unescapeFormula(text))
  const problems: ReadBackProblem[] = []
  const rows = table.rows.map(({ line, cells }): ReadBackRow => {
    const cell = (name: BatchColumn, candidate?: number) => {
      const at = candidate === undefined ? ours.columns[name] : ours.candidates[candidate]?.[name]
      return at === undefined ? '' : plain(cells[at] ?? '').trim()
    }
    const isDecided = ours.columns.decision !== undefined
    const decision = isDecided ? writtenDecision(cell) : undefined
    if (isDecided && decision === undefined) problems.push({ line, code: 'decision_unknown' })
    const note = ours.columns.note === undefined ? undefined : cell('note')
    return { line, id: readRowId(cell('rowId')), decision, note }
  })
  const batchId = mostFrequent(rows.flatMap(({ id }) => id?.batchId ?? []))
  const isOwn = (_: unknown, at: number) => !ours.all.has(at)
  // Its pictures are ours, and too small to search with.
  const { pictures: _, ...withoutPictures } = table
  const own = {
    ...withoutPictures,
    columns: table.columns.filter(isOwn).map(plain),
    rows: table.rows.map(({ line, cells }) => ({ line, cells: cells.filter(isOwn).map(plain) })),
  }
  return { own, batchId, rows, missing: ours.missing, problems }
}

/** The products of a file whose list is gone, with what was decided and noted. */
export function withDecisions(
  inputs: readonly ProductInput[],
  { rows }: Pick<ReadBack, 'rows'>,
  at = Date.now(),
): ProductInput[] {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  return inputs.map((input) => {
    const row = byLine.get(input.line ?? 0)
    if (!row) return input
    return { ...input, decision: storedDecision(row.decision, undefined, at), note: row.note ?? '' }
  })
}

/** What of a file is not in a new list that is made of it: decisions for offers that it does not tell of have nothing to show. */
export function problemsOfNewList({
  rows,
  problems,
}: Pick<ReadBack, 'rows' | 'problems'>): ReadBackProblem[] {
  const unknown = rows.filter(({ decision }) => decision?.kind === 'offer' && decision.offer === null)
  return [...problems, ...unknown.map(({ line }) => ({ line, code: 'offer_unknown' }) as const)].toSorted(
    (one, other) => one.line - other.line,
  )
}

/** @param known the offer, as it is known here; it is worth more than what the cells say of it */
export function storedDecision(
  decision: ReadBackRow['decision'],
  known: Offer | undefined,
  at: number,
): RowDecision | null {
  if (!decision) return null
  if (decision.kind === 'none') return { kind: 'none', at }
  const offer = known ?? decision.offer
  return offer && { kind: 'offer', offerId: decision.offerId, offer, at }
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].reduce<[string | null, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [null, 0],
  )[0]
}
