import type { DetailedOffer, Mode, Offer, Provider, Regions, SearchAnswer } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import type { Reduced } from '../image/reduce.ts'
import type { Size } from '../image/resize.ts'
import type { Listing } from '../listing/listing.ts'
import type { Failure } from './failure.ts'
import { type AdditionalPhoto, type Gallery, isPhotoRunning } from './further-photo.ts'
import type { PictureKind, VisibleBox } from './page-script.ts'

/** Where the picture came from. Stays in the browser. */
export interface Source {
  /** Where its bytes may be, the largest first and the one that is shown last; without those too long to keep. */
  addresses: string[]
  /** -1 where it came from no page. */
  tabId: number
  windowId: number
  frameId: number
  /** From a private window: forgotten when the last of them closes. */
  incognito: boolean
  /** The page that the click was on, as its tab tells it. Never written to the history. */
  page?: { address: string; title: string }
  /** Its name in the page script. */
  pictureId?: number
  /** Its size as the page shows it, in its own pixels. */
  shown?: Size
  /** What a person drew around it. */
  area?: VisibleBox
  /** The frame that it stands in, where that may not be looked into. */
  frameUrl?: string
}

/** A picture of several that the click may have meant. */
export interface Candidate {
  source: Source
  kind: PictureKind
  width: number
  height: number
  /** What the screen shows of it, where it has no address that a view can show. */
  thumb?: string
}

/**
 * Which way to the picture worked: its own bytes, the page's reading of them, what the screen shows of it, of its frame
 * or of an area that a person drew, the person gave it, or it was cut out of a picture that was sent before.
 */
export type AcquiredBy = 'original' | 'page' | 'capture' | 'frame' | 'area' | 'given' | 'part'

/** What leaves the browser: a JPEG, sizes in pixels and bytes, and how its bytes were come by. */
export interface SentPicture extends Reduced {
  how: AcquiredBy
  /** A capture of a picture that was partly out of sight. */
  partly: boolean
  /** What it was cut out of, and which part of that it is; the history keeps neither. */
  cut?: { from: SentPicture; region: string }
}

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

/** Both end with the browser session, and survive the popup and the background. Only the background writes them. */
export const searchItem = storage.defineItem<Search | null>('session:search', { fallback: null })
export const sentItem = storage.defineItem<(SentPicture & { searchId: string }) | null>('session:sent', {
  fallback: null,
})

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

/** Whether a picture is shown to the person before it is sent. */
export const askFirstItem = storage.defineItem<boolean>('local:askFirst', { fallback: false })
