import { getOffer } from '../../api/get-offer.ts'
import { requireProxy } from '../../api/settings.ts'
import { titleLanguage } from '../../api/title-language.ts'
import { limitConcurrency } from '../../async/limit-concurrency.ts'
import { changeBatch, changeBatchAndRows } from '../../db/batches.ts'
import { getOfferDetails, saveOfferDetails } from '../../db/offer-details.ts'
import { failureOf } from '../../model/failure.ts'
import type { OfferDetails } from '../../model/search.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'
import { mayHaveCounted } from '../run/retries.ts'

/** As many as of a batch's searches. */
const AT_ONCE = 3
/** A request that was sent counts as a search, so nothing ends it: its answer is stored for later. */
const UNENDED = new AbortController().signal

/**
 * Asks for the details of offers, each of which costs a search unless the worker has it, and stores them. They wait for
 * people's searches, and are counted before they leave: a closed tab has paid for them.
 *
 * @param onDetails called for each offer as it is asked for, and once it is answered
 * @returns whether the batch's limit allows so many; otherwise none is asked for
 * @throws StorageFullError, StorageClosedError if they could not be counted
 */
export async function loadDetails(
  batchId: string,
  offerIds: readonly string[],
  onDetails: (offerId: string, details: OfferDetails) => void,
): Promise<boolean> {
  if (!(await count(batchId, offerIds.length))) return false
  for (const offerId of offerIds) onDetails(offerId, { state: 'loading' })
  await limitConcurrency(UNENDED, AT_ONCE, [...offerIds], async (offerId) => {
    try {
      const answer = await getOffer(UNENDED, await requireProxy(), offerId, titleLanguage(), 'batch')
      if (answer.cached) await takeOff(batchId)
      await saveOfferDetails(answer).catch(() => {})
      onDetails(offerId, { state: 'done', offer: answer.offer })
    } catch (error) {
      const failure = failureOf(error)
      if (!mayHaveCounted(failure.code)) await takeOff(batchId)
      onDetails(offerId, { state: 'failed', failure })
    }
  })
  return true
}

/** What is stored of the offers' own pages. Where that cannot be read, all else is known all the same. */
export async function storedDetails(offerIds: readonly string[]): Promise<DetailsOf> {
  const found = offerIds.length === 0 ? [] : await getOfferDetails(offerIds).catch(() => [])
  const byId = new Map(found.map((offer) => [offer.offerId, { state: 'done', offer } as const]))
  return (offerId) => byId.get(offerId)
}

async function count(batchId: string, searches: number): Promise<boolean> {
  let isAllowed = false
  await changeBatchAndRows(batchId, [], (batch) => {
    const { maxSearches } = batch.settings
    const next = batch.searches + searches
    isAllowed = maxSearches === null || next <= maxSearches
    return isAllowed ? { batch: { ...batch, searches: next } } : undefined
  })
  return isAllowed
}

/** The count is of searches at most: where it cannot be written, it stays too high. */
async function takeOff(batchId: string): Promise<void> {
  await changeBatch(batchId, (batch) => ({ ...batch, searches: Math.max(0, batch.searches - 1) })).catch(
    () => {},
  )
}
