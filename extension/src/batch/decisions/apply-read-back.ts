import type { Offer } from '@find-on-1688/shared'
import { changeBatchRows, getBatch, getBatchAnswer, getBatchRows } from '../../db/batches.ts'
import { decisionCode, noteHash, type RowId, whose } from '../../export/batch-row-id.ts'
import type { BatchRow } from '../../model/batch.ts'
import { type ReadBack, type ReadBackProblem, type ReadBackRow, storedDecision } from './read-back.ts'

/** What a file has changed of its list. */
export interface AppliedReadBack {
  batchId: string
  /** Rows whose decision or note is now that of the file. */
  changed: number
  /** Rows that were changed here after the file was saved, and differ from it. */
  kept: number
  problems: ReadBackProblem[]
  /** Takes it back, but for rows that were changed since. */
  undo(): Promise<void>
}

/**
 * Takes decisions and notes of a file over into its list, which keeps all that was searched. What was changed in the file
 * is taken; where only the list was changed since, the list is right; and what the list has lost comes back.
 *
 * @returns `undefined` if the list is not in this browser
 * @throws StorageFullError, StorageClosedError
 */
export async function applyReadBack(
  { batchId, rows, problems: unreadable }: Pick<ReadBack, 'batchId' | 'rows' | 'problems'>,
  at = Date.now(),
): Promise<AppliedReadBack | undefined> {
  if (batchId === null || !(await getBatch(batchId))) return undefined
  const stored = new Map((await getBatchRows(batchId)).map((row) => [row.index, row]))
  const problems = [...unreadable]
  const written = new Map<number, Written>()
  for (const row of rows) {
    const { line, id } = row
    const of = id && stored.get(id.index)
    if (id && id.batchId !== batchId) problems.push({ line, code: 'row_of_other_list' })
    else if (!id || !of) problems.push({ line, code: 'row_not_in_list' })
    else if (written.has(id.index)) problems.push({ line, code: 'row_twice' })
    else written.set(id.index, { ...row, id, known: await knownOffer(of, row) })
  }

  const before = new Map<number, { from: BatchRow; to: BatchRow }>()
  let kept = 0
  await changeBatchRows(batchId, [...written.keys()], (row) => {
    const file = written.get(row.index)
    if (!file) return row
    const { next, differs, isUnknown } = merged(row, file, at)
    if (isUnknown) problems.push({ line: file.line, code: 'offer_unknown' })
    if (next !== row) before.set(row.index, { from: row, to: next })
    else if (differs) kept++
    return next
  })
  return {
    ...{ batchId, changed: before.size, kept },
    problems: problems.toSorted((one, other) => one.line - other.line),
    undo: () =>
      changeBatchRows(batchId, [...before.keys()], (row) => {
        const { from, to } = before.get(row.index) ?? {}
        if (!from || row.decision?.at !== to?.decision?.at || row.note !== to?.note) return row
        return { ...row, decision: from.decision, note: from.note }
      }),
  }
}

interface Written extends ReadBackRow {
  id: RowId
  known: Offer | undefined
}

/** The offer that a file names, from what was found for its row. */
async function knownOffer(
  { batchId, digest, decision }: BatchRow,
  { decision: written }: ReadBackRow,
): Promise<Offer | undefined> {
  if (written?.kind !== 'offer') return undefined
  if (decision?.kind === 'offer' && decision.offerId === written.offerId) return decision.offer
  const answer = digest === null ? undefined : await getBatchAnswer(batchId, digest)
  return answer?.offers.find(({ offerId }) => offerId === written.offerId)
}

function merged(row: BatchRow, { id, decision, note, known }: Written, at: number) {
  const code = decision === undefined ? id.decision : decisionCode(decision)
  const stored = storedDecision(decision, known, at)
  const isUnknown = decision?.kind === 'offer' && stored === null
  const takes = whose(code, id.decision, decisionCode(row.decision))
  const takesNote = note === undefined ? 'same' : whose(noteHash(note), id.noteHash, noteHash(row.note))
  const next = {
    ...row,
    ...(takes === 'file' && !isUnknown && decision !== undefined && { decision: stored }),
    ...(takesNote === 'file' && note !== undefined && { note }),
  }
  const isSame = next.decision === row.decision && next.note === row.note
  return {
    next: isSame ? row : next,
    differs: takes === 'list' || takesNote === 'list',
    isUnknown: isUnknown && takes === 'file',
  }
}
