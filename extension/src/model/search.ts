import type { DetailedOffer, Mode, Offer, Provider, Regions, SearchAnswer } from '@find-on-1688/shared'
import type { Failure } from './failure.ts'
import type { Listing } from './listing.ts'
import type { Candidate, Source } from './picture.ts'
/**
 * What happens to a search that is under way, since `at` (ms since the epoch): its place in the queue (from 1) and the
 * wait that the worker expects; the attempt that is being made (from 1); or why it is tried again and after which wait.
 */
export type Progress =
  | { event: 'queued'; position: number; waitMs: number; at: number }
  | { event: 'searching'; attempt: number; at: number }
  | { event: 'retrying'; reason: string; waitMs: number; at: number }

/** One answer of the worker as it came, with its offers in their order: this is what its signature is about. */
export interface SignedAnswer extends Pick<SearchAnswer, 'searchId' | 'provider' | 'mode' | 'offers'> {
  query: { mode: Mode; page: number; pageSize: number; language: string; region?: string }
  /** SHA-256 in hex of the picture as the worker received it. */
  imageSha256: string | null
  /** A compact JWS; `null` where the worker signs nothing. */
  attestation: string | null
}

/** The offers of one mode, as far as they are loaded. */
export interface ResultList {
  state: 'loading' | 'done' | 'failed'
  offers: Offer[]
  /** The last page loaded; 0 before the first. */
  page: number
  total: number | null
  hasMore: boolean
  notes: string[]
  /** Whether the other mode is another search; where not, it would find the same. */
  modesDiffer: boolean
  /** Which API answered; missing before the first answer. */
  provider?: Provider
  /** What `offers` were made of, page by page. Missing in what older versions kept. */
  answers?: SignedAnswer[]
  /** Where the platform sees a subject in the picture that was sent, where it tells so. */
  regions?: Regions | null
  progress?: Progress
  failure?: Failure
}

/** What the offer's own page tells, asked for one offer at a time. */
export type OfferDetails =
  | { state: 'loading' }
  | { state: 'done'; offer: DetailedOffer }
  | { state: 'failed'; failure: Failure }

/** An earlier search with the same picture and mode, to tell what has changed since. */
export interface EarlierSearch {
  /** When it was made, ms since the epoch. */
  at: number
  mode: Mode
  /** How many pages were loaded then, and whether there were more. */
  page: number
  hasMore: boolean
  offers: Offer[]
}

/** Why a search could not be written to the history: no room, or a browser or history that is closed to us. */
export type HistoryFailure = 'storage_full' | 'storage_closed'

/** One search, from the click on. */
export interface Search {
  id: string
  startedAt: number
  source: Source
  /** `choosing` and `picking` wait for the person, and so does `ready`, before anything is sent. */
  reading: 'running' | 'choosing' | 'picking' | 'ready' | 'done' | 'failed'
  readFailure?: Failure
  choices?: Candidate[]
  mode: Mode
  /** The part of the sent picture that is searched, as the query has it; the platform chooses where it is missing. */
  region?: string
  lists: Partial<Record<Mode, ResultList>>
  /** The page's other pictures, once they were asked for. */
  gallery?: Gallery
  /** Further photos of the product; what all of them have found is one list, see `listOf`. */
  further?: AdditionalPhoto[]
  /** What the page says of the product; `null` where it says nothing. Stays in the browser. */
  listing?: Listing | null
  /** By offer id. */
  details?: Record<string, OfferDetails>
  earlier?: EarlierSearch
  /** It was written to the history. Where it is no longer there, somebody has removed it. */
  isKept?: true
  /** It is there for the browser session only. */
  keepFailure?: HistoryFailure
}

export const EMPTY_LIST: ResultList = {
  state: 'loading',
  offers: [],
  page: 0,
  total: null,
  hasMore: false,
  notes: [],
  modesDiffer: true,
}

export function isRunning({ reading, lists, further = [] }: Search): boolean {
  const isLoading = Object.values(lists).some((list) => list.state === 'loading')
  return reading === 'running' || isLoading || further.some(isPhotoRunning)
}

/** The photos of one search, its first one included: more would keep others in the worker's queue waiting for long. */
export const MAX_PHOTOS = 5

/** A further photo of the same product, which is read and searched on its own. */
export interface AdditionalPhoto {
  id: string
  source: Source
  /** What the screen shows of it, where it has no address that a view can show. */
  thumb?: string
  /** `ready` waits for the person, before anything of it is sent. */
  reading: 'running' | 'ready' | 'done' | 'failed'
  readFailure?: Failure
  lists: Partial<Record<Mode, ResultList>>
}

/** The page's other pictures; `gone` where the page cannot be looked at, or is no longer that of the picture. */
export type Gallery = { state: 'looking' | 'gone' } | { state: 'done'; choices: Candidate[] }

/** How many photos may still be added to a search. */
export function photosLeft({ further = [] }: Pick<Search, 'further'>): number {
  return MAX_PHOTOS - 1 - further.length
}

/** Whether something of it is under way. */
export function isPhotoRunning({ reading, lists }: AdditionalPhoto): boolean {
  return reading === 'running' || Object.values(lists).some(({ state }) => state === 'loading')
}
