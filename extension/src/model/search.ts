import type {
  DetailedOffer,
  Mode,
  Offer,
  Provider,
  Regions,
  SearchAnswer,
  Service,
} from '@find-on-1688/shared'
import type { Failure } from './failure.ts'
import type { Listing } from './listing.ts'
import type { Candidate, Source } from './picture.ts'
import type { VariantMatch } from './variant-match.ts'

/**
 * Progress of a running search, since `at` (ms since the epoch): its position in the queue (from 1) and the expected wait;
 * the current attempt (from 1); or why it will be retried, and after which wait.
 */
export type Progress =
  | { event: 'queued'; position: number; waitMs: number; at: number }
  | { event: 'searching'; attempt: number; at: number }
  | { event: 'retrying'; reason: string; waitMs: number; at: number }

/** An answer of the worker with its offers as they came: this is what its signature covers. */
export interface SignedAnswer extends Pick<SearchAnswer, 'searchId' | 'provider' | 'mode' | 'offers'> {
  query: {
    mode: Mode
    page: number
    pageSize: number
    language: string
    region?: string
    keyword?: string
    filter?: Service[]
  }
  /** SHA-256 in hex of the picture as the worker received it. */
  imageSha256: string | null
  /** A compact JWS; `null` if the worker signs nothing. */
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
  /** Whether the other mode is another search; if not, it would find the same. */
  modesDiffer: boolean
  /** Which API answered; missing before the first answer. */
  provider?: Provider
  /** The answers behind `offers`, page by page. Missing in lists saved by older versions. */
  answers?: SignedAnswer[]
  /** Where the platform sees a subject in the sent picture, if it says so. */
  regions?: Regions | null
  progress?: Progress
  failure?: Failure
}

/**
 * From the offer's own page, which counts as a search. Known details can be asked for again: `renewing` meanwhile, and
 * `failure` if that failed.
 */
export type OfferDetails =
  | { state: 'loading' }
  | { state: 'done'; offer: DetailedOffer; match?: VariantMatch; renewing?: true; failure?: Failure }
  | { state: 'failed'; failure: Failure }

/** What the user said of an offer's variants; photos are compared again. */
export function chosenMatch(details: OfferDetails | undefined): { match?: VariantMatch } {
  return details?.state === 'done' && details.match?.by === 'hand' ? { match: details.match } : {}
}

/**
 * The details that a search that follows this one need not ask for again.
 *
 * @param isSameProduct whether that is of the same product: only then are the chosen variants those of its product too
 */
export function knownDetails(
  { details = {} }: Pick<Search, 'details'>,
  isSameProduct: boolean,
): Pick<Search, 'details'> {
  const known = Object.entries(details).flatMap(([offerId, each]) =>
    each.state === 'done'
      ? [[offerId, { state: 'done', offer: each.offer, ...(isSameProduct && chosenMatch(each)) }] as const]
      : [],
  )
  return known.length > 0 ? { details: Object.fromEntries(known) } : {}
}

/** Whether asking for an offer's details may bring something new. */
export function isAskable(details: OfferDetails | undefined): boolean {
  if (!details) return true
  return details.state === 'failed' && details.failure.code !== 'not_supported'
}

/** The details of several offers, asked for at once. Those asked so far are `done` or `failed` in `Search.details`. */
export interface DetailsBatch {
  offerIds: string[]
  /** While it is `stopping`, requests that are under way finish. */
  state: 'running' | 'stopping' | 'stopped' | 'done'
  /** Why it was stopped, if not by the user. */
  failure?: Failure
}

export function isUnderWay(batch: DetailsBatch | undefined): boolean {
  return batch?.state === 'running' || batch?.state === 'stopping'
}

/** An earlier search with the same picture and mode, to show what has changed since. */
export interface EarlierSearch {
  /** When it was made, ms since the epoch. */
  at: number
  mode: Mode
  /** The last page loaded then, and whether there were more. */
  page: number
  hasMore: boolean
  offers: Offer[]
}

/** Why a search could not be saved to the history. */
export type HistoryFailure = 'storage_full' | 'storage_closed'

/** A keyword and services that 1688 searches for along with the picture. What it could not do is in `ResultList.notes`. */
export interface Refinement {
  keyword?: string
  filter?: Service[]
}

/** One search, from the click on. */
export interface Search {
  id: string
  startedAt: number
  /** The search that this one and any in between repeat, with a picture of the same product. */
  repeats?: string
  source: Source
  /** `choosing` and `picking` wait for the user, and so does `ready`, before anything is sent. */
  reading: 'running' | 'choosing' | 'picking' | 'ready' | 'done' | 'failed'
  readFailure?: Failure
  choices?: Candidate[]
  mode: Mode
  /** What 1688 was asked to narrow the search by. */
  refinement?: Refinement
  /** The searched region of the sent picture, as in the query; without it the platform chooses. */
  region?: string
  lists: Partial<Record<Mode, ResultList>>
  /** The page's other pictures, once requested. */
  gallery?: Gallery
  /** Additional photos of the product; `resultListOf` makes one list of all results. */
  further?: AdditionalPhoto[]
  /** What the page says about the product; `null` if it says nothing. Stays in the browser. */
  listing?: Listing | null
  /** By offer id. */
  details?: Record<string, OfferDetails>
  /** The latest; missing if there was none. */
  detailsBatch?: DetailsBatch
  earlier?: EarlierSearch
  /** It was saved to the history. If it is no longer there, the user has removed it. */
  isKept?: true
  /** It exists for the browser session only. */
  keepFailure?: HistoryFailure
}

/**
 * Under which a search is in the history: whatever repeats a search, with a region or once more of the same picture, is one
 * entry with the latest results.
 */
export function savedIdOf({ id, repeats = id }: Pick<Search, 'id' | 'repeats'>): string {
  return repeats
}

/** The host of the page whose product is searched; `null` for a picture of the user's own, and in searches from the history. */
export function shopOf({ listing, source }: Pick<Search, 'listing' | 'source'>): string | null {
  return listing?.shop ?? (source.page ? (URL.parse(source.page.address)?.host ?? null) : null)
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

/** Of all lists of all its photos. */
export function offerIdsOf({ lists, further = [] }: Search): string[] {
  const all = [lists, ...further.map((photo) => photo.lists)].flatMap((each) => Object.values(each))
  return [...new Set(all.flatMap(({ offers }) => offers.map(({ offerId }) => offerId)))]
}

export function isRunning({ reading, lists, further = [] }: Search): boolean {
  const isLoading = Object.values(lists).some((list) => list.state === 'loading')
  return reading === 'running' || isLoading || further.some(isPhotoRunning)
}

/** Including the first: more would keep others in the worker's queue waiting for too long. */
const MAX_PHOTOS = 5

/** Another photo of the same product, read and searched on its own. */
export interface AdditionalPhoto {
  id: string
  source: Source
  /** A screenshot, if it has no address that a view can show. */
  thumb?: string
  /** `ready` waits for the user before it is sent. */
  reading: 'running' | 'ready' | 'done' | 'failed'
  readFailure?: Failure
  lists: Partial<Record<Mode, ResultList>>
}

/** The page's other pictures; `gone` if the page cannot be entered, or is no longer that of the picture. */
type Gallery = { state: 'looking' | 'gone' } | { state: 'done'; choices: Candidate[] }

/** How many photos can still be added to a search. */
export function photosLeft({ further = [] }: Pick<Search, 'further'>): number {
  return MAX_PHOTOS - 1 - further.length
}

function isPhotoRunning({ reading, lists }: AdditionalPhoto): boolean {
  return reading === 'running' || Object.values(lists).some(({ state }) => state === 'loading')
}
