import type { Offer } from '@find-on-1688/shared'
import { BATCH_LABELS } from '../../export/batch-labels.ts'
import { readRowId } from '../../export/batch-row-id.ts'
import { type CellOf, offerOfCells } from './offer-of-cells.ts'

/** A decision as an exported file has it. */
export type WrittenDecision =
  | { kind: 'none' }
  /** With what the cells say of the offer; `null` if it is in none of them. */
  | { kind: 'offer'; offerId: string; offer: Offer | null }

/** A file may be in one language and the person who decides write another. */
const WORDS = Object.values(BATCH_LABELS).map(({ decisions }) => decisions)
const TAKEN = WORDS.map(({ offer }) => offer.toLowerCase())
const NONE = [...WORDS.map(({ none }) => none.toLowerCase()), 'none', 'no', '无', '没有']

/** `2`, `2.0`, `2)`, `#2`, `Candidate 2`, `候选2` */
const NUMBERED = /^(?:#|(?:1688 )?(?:candidate|offer|候选|货源):?)? ?(\d{1,2})(?:\.0|[)、])?$/

/**
 * What a person may write: `Taken` beside an offer's id, `None fits`, the number of a candidate, or nothing. An id that was
 * changed is another choice.
 *
 * @returns `null` while it is undecided; `undefined` if it cannot be read
 */
export function writtenDecision(cellAsSaved: CellOf): WrittenDecision | null | undefined {
  const cell = withWholeIds(cellAsSaved)
  const text = cell('decision')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*[.。]?$/, '')
  const place = NUMBERED.exec(text)?.[1]
  if (text === '') return null
  if (NONE.includes(text) || Number(place) === 0) return { kind: 'none' }
  const offerId =
    place === undefined ? TAKEN.includes(text) && cell('offerId') : cell('offerId', Number(place) - 1)
  if (!offerId || !/^\d+$/.test(offerId)) return undefined
  return { kind: 'offer', offerId, offer: offerOfCells(offerId, cell) }
}

/** Excel opens an id of a CSV as a number and saves `6.47353E+11`. The address beside it stays whole, and so does the row's own id. */
function withWholeIds(cell: CellOf): CellOf {
  return (name, candidate) => {
    const text = cell(name, candidate)
    if (name !== 'offerId' || /^\d+$/.test(text)) return text
    const [, linked = ''] = /\boffer(?:\/|Id=)(\d+)/i.exec(cell('detailUrl', candidate)) ?? []
    if (text === '') return linked
    const exported = candidate === undefined ? (readRowId(cell('rowId'))?.decision ?? '') : ''
    return [linked, exported].find((id) => isRounded(text, id)) ?? text.replace(/\.0+$/, '')
  }
}

/** Whether a number in scientific notation may be that id; who has changed an id means another offer. */
function isRounded(text: string, id: string): boolean {
  const [, first, decimals = '', exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d\d?)$/i.exec(text) ?? []
  if (first === undefined || id === '') return false
  const difference = Math.abs(Number(id) - Number(`${first}.${decimals}e${exponent}`))
  return difference <= 0.5 * 10 ** (Number(exponent) - decimals.length)
}
