import { PHOTO_METHOD } from '@find-on-1688/shared'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Candidate, candidatesOf, inOrder, type PriceContext } from '../../batch/decisions/candidates.ts'
import { storedDetails } from '../../batch/decisions/load-details.ts'
import { getBatchAnswer } from '../../db/batches.ts'
import type { Batch, BatchAnswer, BatchRow } from '../../model/batch.ts'
import type { OfferDetails } from '../../model/search.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'

export interface LoadedCandidates {
  /** `undefined` until they were read. They keep their places as long as the row is open. */
  candidates: Candidate[] | undefined
  /** Puts them into the order that photos compared meanwhile give them; `undefined` if that is theirs. */
  reorder: (() => void) | undefined
  /** What comparing the photos said, by offer id. */
  matches: Readonly<Record<string, OfferPhotoVerdict>>
  detailsOf: DetailsOf
  /** What is known of offers' own pages, or that it was asked for. */
  putDetails(offerId: string, details: OfferDetails): void
}

interface Answered {
  answer: BatchAnswer
  /** What was stored of the offers' own pages. */
  storedOf: DetailsOf
}

/** Of the rows around the current one, so that moving shows at once what is known. */
const MAX_KEPT = 12
const kept = new Map<string, Promise<Answered | undefined>>()

/** What 1688 found for a row, priced. */
export function useCandidates(
  batch: Batch,
  row: BatchRow | undefined,
  nextRow: BatchRow | undefined,
  context: PriceContext,
): LoadedCandidates {
  const key = row && keyOf(row)
  const [read, setRead] = useState<Answered>()
  const [asked, setAsked] = useState<Record<string, OfferDetails>>({})
  useEffect(() => {
    if (!row || !key) return
    let isWanted = true
    readAnswer(row, key).then(
      (answered) => {
        if (isWanted) setRead(answered)
        const nextKey = nextRow && keyOf(nextRow)
        if (nextRow && nextKey) readAnswer(nextRow, nextKey).catch(() => {})
      },
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [key])
  // Of this picture, if not the latest: it stays while what photos say of it is read.
  const current =
    key && read?.answer.batchId === row?.batchId && read?.answer.digest === row?.digest ? read : undefined
  const detailsOf = useCallback<DetailsOf>(
    (offerId) => asked[offerId] ?? current?.storedOf(offerId),
    [current, asked],
  )
  const { settings } = batch
  const { assumptions, rates, currency } = context
  const terms =
    row && [row.price, row.priceTo, row.isFrom, row.currency, row.quantity, row.weightKg, row.link].join('\n')
  const ranked = useMemo(
    () => row && current && candidatesOf(current.answer, row, settings, context, detailsOf),
    [current, terms, settings.quantity, settings.currency, assumptions, rates, currency, detailsOf],
  )
  const matches = useMemo(() => matchesOf(current?.answer), [current])
  const { candidates, reorder } = useKeptOrder(row && JSON.stringify([row.index, row.digest]), ranked)
  return {
    candidates,
    reorder,
    matches,
    detailsOf,
    putDetails: (offerId, details) => setAsked((before) => ({ ...before, [offerId]: details })),
  }
}

/**
 * Verdicts come seconds after the answer. What has a key keeps it meanwhile: pressed, it shall take what was seen beside it.
 *
 * @param opened changes with the row that is open
 */
function useKeptOrder(
  opened: string | undefined,
  ranked: Candidate[] | undefined,
): Pick<LoadedCandidates, 'candidates' | 'reorder'> {
  const order = useRef<{ opened: string | undefined; offerIds: string[] }>(undefined)
  const [, setReordered] = useState(0)
  if (order.current?.opened !== opened) order.current = undefined
  if (!order.current && ranked) order.current = { opened, offerIds: ranked.map(offerIdOf) }
  const kept = order.current
  const candidates = useMemo(() => ranked && kept && inOrder(ranked, kept.offerIds), [ranked, kept])
  const isRanked = candidates?.every((candidate, place) => candidate === ranked?.[place]) ?? true
  const reorder = () => {
    order.current = undefined
    setReordered((count) => count + 1)
  }
  return { candidates, reorder: isRanked ? undefined : reorder }
}

function offerIdOf({ priced }: Candidate): string {
  return priced.offer.offerId
}

/** `undefined` for a row without an answer. Verdicts change an answer and its outcome together. */
function keyOf({ batchId, digest, outcome }: BatchRow): string | undefined {
  return digest && outcome ? JSON.stringify([batchId, digest, outcome]) : undefined
}

function readAnswer({ batchId, digest }: BatchRow, key: string): Promise<Answered | undefined> {
  const known = kept.get(key)
  // The latest last.
  kept.delete(key)
  const answered = known ?? readOnce(batchId, digest ?? '')
  kept.set(key, answered)
  answered.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest)
  return answered
}

async function readOnce(batchId: string, digest: string): Promise<Answered | undefined> {
  const answer = await getBatchAnswer(batchId, digest)
  if (!answer) return undefined
  return { answer, storedOf: await storedDetails(answer.offers.map(({ offerId }) => offerId)) }
}

function matchesOf(answer: BatchAnswer | undefined): Record<string, OfferPhotoVerdict> {
  const { verdicts = {}, reasons } = answer ?? {}
  const matches: Record<string, OfferPhotoVerdict> = {}
  for (const [offerId, kind] of Object.entries(verdicts))
    matches[offerId] = { kind, reasons: reasons?.[offerId] ?? [], distance: null, method: PHOTO_METHOD }
  return matches
}
