import { type AdditionalPhoto, isUnderWay, type OfferDetails, type Search } from '../model/search.ts'

const failure = { code: 'interrupted' } as const

/**
 * Marks as failed whatever an ended background left running, so that it can be retried. Nothing is repeated by itself.
 *
 * @returns whether anything was running
 */
export function markInterrupted(search: Search): boolean {
  let isAny = search.reading === 'running'
  if (isAny) {
    search.reading = 'failed'
    search.readFailure = failure
  }
  if (markListsInterrupted(search.lists)) isAny = true
  if (markPhotosInterrupted(search.further)) isAny = true
  if (search.gallery?.state === 'looking') {
    isAny = true
    delete search.gallery
  }
  for (const [offerId, details] of Object.entries(search.details ?? {})) {
    const ended = endedDetails(details)
    if (!ended) continue
    isAny = true
    search.details = { ...search.details, [offerId]: ended }
  }
  if (search.detailsBatch && isUnderWay(search.detailsBatch)) {
    isAny = true
    search.detailsBatch = { ...search.detailsBatch, state: 'stopped', failure }
  }
  return isAny
}

function endedDetails(details: OfferDetails): OfferDetails | undefined {
  if (details.state === 'loading') return { state: 'failed', failure }
  return details.state === 'done' && details.renewing
    ? { state: 'done', offer: details.offer, ...(details.match && { match: details.match }), failure }
    : undefined
}

/** @returns as `markInterrupted` */
export function markPhotosInterrupted(photos: AdditionalPhoto[] = []): boolean {
  let isAny = false
  for (const photo of photos) {
    if (markListsInterrupted(photo.lists)) isAny = true
    if (photo.reading !== 'running') continue
    isAny = true
    photo.reading = 'failed'
    photo.readFailure = failure
  }
  return isAny
}

function markListsInterrupted(lists: Search['lists']): boolean {
  const running = Object.values(lists).filter(({ state }) => state === 'loading')
  for (const list of running) {
    list.state = 'failed'
    list.failure = failure
    delete list.progress
  }
  return running.length > 0
}
