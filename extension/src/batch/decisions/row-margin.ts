import { getBatchAnswer } from '../../db/batches.ts'
import type { BatchRow, BatchSettings } from '../../model/batch.ts'
import type { Margin } from '../../pricing/margin.ts'
import { candidatesOf, chosenOf, type PriceContext } from './candidates.ts'
import { storedDetails } from './load-details.ts'

/**
 * The margin of a row, a fraction at the low end: of the offer that was chosen, or else the best of those with the row's photo.
 * `null` if there is no such offer, or if its margin is not known.
 */
export async function marginOfRow(
  row: BatchRow,
  settings: BatchSettings,
  context: PriceContext,
): Promise<number | null> {
  const { digest, outcome, decision } = row
  if (decision?.kind === 'offer') {
    const detailsOf = await storedDetails([decision.offerId])
    return lowEnd(chosenOf(row, settings, context, undefined, detailsOf)?.margin ?? null)
  }
  if (decision || digest === null || !outcome || outcome.same + outcome.likely === 0) return null
  const answer = await getBatchAnswer(row.batchId, digest)
  if (!answer) return null
  const hasPhoto = ({ offerId }: { offerId: string }) =>
    answer.verdicts[offerId] === 'same' || answer.verdicts[offerId] === 'probably'
  const withPhoto = { ...answer, offers: answer.offers.filter(hasPhoto) }
  const detailsOf = await storedDetails(withPhoto.offers.map(({ offerId }) => offerId))
  const candidates = candidatesOf(withPhoto, row, settings, context, detailsOf)
  const margins = candidates.flatMap(({ margin }) => lowEnd(margin) ?? [])
  return margins.length > 0 ? Math.max(...margins) : null
}

/** Of a margin that can only be lower, the high end is all that is known. */
function lowEnd(margin: Margin | null): number | null {
  if (!margin?.margin) return null
  return Number(margin.bound === 'atMost' ? margin.margin.high : margin.margin.low)
}
