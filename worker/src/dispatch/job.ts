import type { Priority, SearchQuery } from '@find-on-1688/shared'
import type { PictureSource } from '../providers/provider.ts'
import type { Failure } from './reply.ts'

/** Which app key makes the calls. */
export interface KeyChoice {
  appKey: string
  /** Whether there is no other app key. */
  isAlone: boolean
  /** Whether a call of another key has been paid for: a search is counted once. */
  isPaid: boolean
}

/** What a dispatcher is asked to do. */
export interface Job extends KeyChoice {
  /** Names the request for `leave`. */
  requestId: string
  /** Searches that the cache answered since the last job. */
  cacheHits: number
  /** Whose turn in the queue it takes. */
  client: string
  /** Requests with the same key at the same time share one answer. */
  cacheKey: string
  /** How long the answer may be cached; 0 does not cache it. */
  cacheSeconds: number
  /** How long the caller can still wait: a span, because the clocks of two machines differ. */
  budgetMs: number
  priority: Priority
  /** Of a batch search: names the answer for its client alone, which may have left when it comes. */
  ownKey: string | undefined
  /** Why no call may leave for it: it is given only what is known, or what others have paid for already. */
  refusal?: Failure | undefined
}

export interface SearchJob extends Job {
  source: PictureSource
  query: SearchQuery
}

export interface OfferJob extends Job {
  offerId: string
  language: SearchQuery['language']
}
