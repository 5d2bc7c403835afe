import { slices } from '../../async/serialize.ts'
import { getBatchAnswer, getBatchPicture } from '../../db/batches.ts'
import type { BatchTableRow } from '../../export/batch-table.ts'
import type { Progress } from '../../export/table.ts'
import type { Batch, BatchAnswer, BatchRow } from '../../model/batch.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'
import { offerThumbnails, type ThumbnailOptions } from '../pictures/offer-thumbnails.ts'
import { candidatesOf, chosenOf, type PriceContext } from './candidates.ts'
import { storedDetails } from './load-details.ts'

export interface ExportedParts {
  /** How many candidates each row shows, at most. */
  candidates: number
  withPictures: boolean
}

/**
 * What a file says of rows: what was chosen, and what 1688 found for them, priced as in the desk. Answers are
 * read one after the other, since those of a long list do not fit into memory.
 *
 * @throws StorageClosedError
 */
export async function exportRows(
  batch: Batch,
  rows: readonly BatchRow[],
  context: PriceContext,
  { candidates, withPictures }: ExportedParts,
  { signal = new AbortController().signal, onRows }: Progress = {},
  options: ThumbnailOptions = {},
): Promise<BatchTableRow[]> {
  const { rest } = slices()
  const { settings } = batch
  const jpegs = new Map<string, Uint8Array<ArrayBuffer> | null>()
  const exported: BatchTableRow[] = []
  // Reading pictures takes as long as all else: each counts half a row.
  const steps = withPictures ? 0.5 : 1
  const addresses = withPictures ? rows.flatMap((row) => pictureOf(row) ?? []) : []
  const thumbnails = await offerThumbnails(signal, addresses, (done) => onRows?.(done * steps), options)
  for (const row of rows) {
    signal.throwIfAborted()
    const { digest } = row
    const answer = digest === null ? undefined : await getBatchAnswer(batch.id, digest)
    const detailsOf = await detailsFor(row, answer)
    if (withPictures && digest !== null && !jpegs.has(digest))
      jpegs.set(digest, bytesOf((await getBatchPicture(batch.id, digest))?.thumb))
    exported.push({
      row,
      chosen: chosenOf(row, settings, context, answer, detailsOf),
      candidates: answer ? candidatesOf(answer, row, settings, context, detailsOf, candidates) : [],
      ...(withPictures && {
        jpeg: jpegs.get(digest ?? '') ?? null,
        chosenJpeg: thumbnails.get(pictureOf(row) ?? '') ?? null,
      }),
    })
    await rest()
    onRows?.(rows.length * (1 - steps) + exported.length * steps)
  }
  return exported
}

/** Of the offer that was chosen. */
export function pictureOf({ decision }: BatchRow): string | null {
  return decision?.kind === 'offer' ? decision.offer.imageUrl : null
}

/** Of all that a row shows. */
function detailsFor({ decision }: BatchRow, answer: BatchAnswer | undefined): Promise<DetailsOf> {
  const chosen = decision?.kind === 'offer' ? [decision.offerId] : []
  return storedDetails([...new Set([...chosen, ...(answer?.offers.map(({ offerId }) => offerId) ?? [])])])
}

/** Of a `data:` address. */
function bytesOf(address: string | undefined): Uint8Array<ArrayBuffer> | null {
  const base64 = /^data:image\/jpeg;base64,(.+)$/.exec(address ?? '')?.[1]
  return base64 === undefined ? null : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
