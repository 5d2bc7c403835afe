import type { DetailedOffer, Offer, Provider } from '@find-on-1688/shared'
import type { Failure } from './failure.ts'
import type { EarlierSearch, SignedAnswer } from './search.ts'

/** What is asked of 1688 again: saved offers, and saved searches with the picture that was sent. By their ids. */
export interface WatchList {
  offerIds: string[]
  searchIds: string[]
}

/** The latest check of saved offers and searches. What has not been answered yet is still in its lists. */
export interface Watch extends WatchList {
  /** Ms since the epoch. */
  startedAt: number
  /** How many there were at first. */
  total: number
  /**
   * How many searches of the day it has taken, at most: the worker had the other answers. Of an answer that it had for somebody else
   * it does not say so.
   */
  searches: number
  /** While it is `stopping`, requests that are under way finish. */
  state: 'running' | 'stopping' | 'stopped' | 'done'
  /** What could not be checked, by the id of the offer or search. */
  failures: Record<string, Failure>
  /** Why it was stopped, if not by the user. */
  failure?: Failure
}

/** An offer as the worker answered, with its signature, which covers nothing but these very members. */
export interface SignedOffer {
  offer: object
  /** A compact JWS. */
  attestation: string
}

/** An offer as it was at some time. */
export interface OfferThen {
  /** When 1688 said so, ms since the epoch. */
  at: number
  offer: Offer | DetailedOffer
  /** Missing if the worker signed nothing. */
  signed?: SignedOffer
}

/** What checking a saved offer again has brought; the new values are the entry's `details`. */
export interface OfferWatch {
  /** When it was last checked, ms since the epoch. */
  at: number
  /** Until then the worker would give the same answer, ms since the epoch. */
  until: number
  /** Of `details`; missing if the worker signed nothing. */
  signed?: SignedOffer
  /** 1688 did not know it any more then: `details`, if there are any, are from before. */
  isGone?: true
  /** As it was when its user last looked; missing if nothing differs from that. */
  before?: OfferThen
}

/** A saved search as it was before it was checked again, with the answers behind it. */
export interface SearchThen extends EarlierSearch {
  answers?: SignedAnswer[]
}

/** Whether saved offers can be checked with the API that answered last; where none has, it may be one that can. */
export function hasOfferPages(provider: Provider | null): boolean {
  return provider === null || provider === 'crossborder'
}

export function isChecking(watch: Watch | null | undefined): boolean {
  return watch?.state === 'running' || watch?.state === 'stopping'
}
