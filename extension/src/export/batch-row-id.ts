import type { BatchRow } from '../model/batch.ts'

/** Names a row of a product list, and what was decided and noted when it was exported. */
export interface RowId {
  batchId: string
  index: number
  /** An offer's id, `none`, or empty while it was undecided. */
  decision: string
  /** Of the note. */
  noteHash: string
}

/** Begins with letters, so that no spreadsheet takes it for a number, a date or a formula. */
export function rowIdOf({ batchId, index, decision, note }: BatchRow): string {
  return ['f1688', batchId, index, decisionCode(decision), noteHash(note)].join(':')
}

export function readRowId(text: string): RowId | null {
  const [, batchId, index, decision, hash] =
    /^f1688:([\w-]{1,64}):(\d{1,6}):(\d{1,20}|none|):([0-9a-z]*)$/.exec(text.trim()) ?? []
  if (batchId === undefined || decision === undefined || hash === undefined) return null
  return { batchId, index: Number(index), decision, noteHash: hash }
}

export function decisionCode(decision: { kind: 'offer'; offerId: string } | { kind: 'none' } | null): string {
  return decision?.kind === 'offer' ? decision.offerId : (decision?.kind ?? '')
}

/** FNV-1a over UTF-16: tells whether a note was changed in the file. Programs change its line breaks and its end. */
export function noteHash(note: string): string {
  let hash = 0x811c9dc5
  for (const letter of note.replace(/\s+/g, ' ').trim())
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return note.trim() && (hash >>> 0).toString(36)
}

/** Of three states of a cell: in the file, when it was exported, and in the list. Empty is nothing decided, or no note. */
export function whose(file: string, exported: string, list: string): 'file' | 'list' | 'same' {
  if (file === list) return 'same'
  if (file !== exported || list === '') return 'file'
  // An empty cell that was never filled says nothing against what was decided since.
  return file === '' ? 'same' : 'list'
}
