import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import { changeBatchRows } from '../../db/batches.ts'
import type { BatchRow, RowDecision } from '../../model/batch.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { withDetails } from '../../pricing/offer-with-details.ts'

/** What a person says of a row. */
type Said = Pick<BatchRow, 'decision' | 'note'>

/** Takes back one change. */
export interface Undo {
  index: number
  /** @returns whether it did: not if the row has been changed since, here or in another tab */
  run(): Promise<boolean>
}

/**
 * Decides a row, or makes it undecided again with `null`.
 *
 * @returns what takes it back; `undefined` if there was nothing to change
 * @throws StorageFullError, StorageClosedError, like everything here
 */
export function decide(
  batchId: string,
  index: number,
  decision: RowDecision | null,
): Promise<Undo | undefined> {
  return change(batchId, index, (row) => (isSame(row.decision, decision) ? row : { ...row, decision }))
}

/** @returns as `decide` */
export function setNote(batchId: string, index: number, note: string): Promise<Undo | undefined> {
  return change(batchId, index, (row) => (row.note === note ? row : { ...row, note }))
}

/** With the prices, minimum and weight that were known, but without what makes details of a page large. */
export function takeOffer(known: KnownOffer, at = Date.now()): RowDecision {
  const { images, attributes, variants, certificates, match, ...offer } = known as Partial<DetailedOffer> &
    KnownOffer
  return { kind: 'offer', offerId: offer.offerId, offer: offer as Offer, at }
}

/** Rows that took the offer know it as its page says by now. It is the same act: what takes that back still does. */
export function renewTaken(batchId: string, indexes: readonly number[], page: DetailedOffer): Promise<void> {
  return changeBatchRows(batchId, indexes, (row) => {
    const { decision } = row
    if (decision?.kind !== 'offer' || decision.offerId !== page.offerId) return row
    const offer = withDetails(decision.offer, { state: 'done', offer: page })
    return { ...row, decision: takeOffer(offer, decision.at) }
  })
}

export function takeNone(at = Date.now()): RowDecision {
  return { kind: 'none', at }
}

/** The database runs writes in the order of the calls, however fast keys come. */
async function change(
  batchId: string,
  index: number,
  changed: (row: BatchRow) => BatchRow,
): Promise<Undo | undefined> {
  const states = await write(batchId, index, changed)
  if (!states) return undefined
  const { before, after } = states
  const isAsLeft = (row: BatchRow) => isSame(row.decision, after.decision, true) && row.note === after.note
  return {
    index,
    run: async () => {
      const undone = await write(batchId, index, (row) =>
        isAsLeft(row) ? { ...row, decision: before.decision, note: before.note } : row,
      )
      return undone !== undefined
    },
  }
}

async function write(
  batchId: string,
  index: number,
  changed: (row: BatchRow) => BatchRow,
): Promise<{ before: Said; after: Said } | undefined> {
  let states: { before: Said; after: Said } | undefined
  await changeBatchRows(batchId, [index], (row) => {
    const next = changed(row)
    if (next !== row) states = { before: row, after: next }
    return next
  })
  return states
}

/** @param sameTime whether it must be the same act, not only the same choice */
function isSame(one: RowDecision | null, other: RowDecision | null, sameTime = false): boolean {
  if (one === null || other === null) return one === other
  const isSameChoice =
    one.kind === other.kind &&
    (one.kind !== 'offer' || (other.kind === 'offer' && one.offerId === other.offerId))
  return isSameChoice && (!sameTime || one.at === other.at)
}
