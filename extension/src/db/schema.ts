import type { DetailedOffer, Mode, Offer, PhotoVerdict, Provider } from '@find-on-1688/shared'
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { ProductFigures } from '../model/assumptions.ts'
import type { Batch, BatchAnswer, BatchPicture, BatchRow } from '../model/batch.ts'
import type { Listing } from '../model/listing.ts'
import type { SentPicture } from '../model/picture.ts'
import type { OfferDetails, Refinement, ResultList } from '../model/search.ts'
import type { VariantMatch } from '../model/variant-match.ts'
import type { OfferWatch, SearchThen, SignedOffer } from '../model/watch.ts'

/** Stores and indexes, as the last migration leaves them. */
interface Schema extends DBSchema {
  searches: { key: string; value: SearchRecord; indexes: { at: number; digest: string } }
  pictures: { key: string; value: Pick<SavedSearch, 'id' | 'picture' | 'photoPictures'> }
  shortlist: { key: string; value: ShortlistEntry; indexes: { at: number } }
  products: { key: string; value: ProductEntry; indexes: { at: number; keys: string } }
  offerDetails: { key: string; value: KeptDetails; indexes: { until: number } }
  batches: { key: string; value: Batch; indexes: { createdAt: number } }
  batchRows: { key: [batchId: string, index: number]; value: BatchRow }
  batchPictures: { key: [batchId: string, digest: string]; value: BatchPicture }
  batchAnswers: { key: [batchId: string, digest: string]; value: BatchAnswer }
}

export type StoreName =
  | 'searches'
  | 'pictures'
  | 'shortlist'
  | 'products'
  | 'offerDetails'
  | 'batches'
  | 'batchRows'
  | 'batchPictures'
  | 'batchAnswers'

export type Database = IDBPDatabase<Schema>

export type Reading = IDBPTransaction<Schema, StoreName[], 'readonly'>

export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>

export const DECISIONS = ['none', 'sample', 'ask', 'negotiate', 'reject'] as const
export type Decision = (typeof DECISIONS)[number]

/** An offer to come back to, as it was when it was last seen. */
export interface ShortlistEntry {
  offerId: string
  offer: Offer
  /** When it was added, ms since the epoch. */
  at: number
  note: string
  decision: Decision
  /** From the offer's own page, if that was loaded. */
  details?: DetailedOffer
  /** Which of its variants are the product that it was found for. */
  match?: VariantMatch
  /** The saved search that found it, if that is still there. */
  searchId?: string | null
  /** Missing until it is checked again. */
  watched?: OfferWatch
  /** When the supplier was written to about it, as the user noted; the latest last. */
  contacted?: Contact[]
}

export interface Contact {
  /** When it was noted, ms since the epoch. */
  at: number
  /** The message in Chinese, as it was copied; `null` if none was copied here before. */
  message: string | null
}

/** What an offer's own page said, which cost a search. */
export interface KeptDetails {
  offerId: string
  /** Ms since the epoch: as long as the worker would give the same answer. */
  until: number
  offer: DetailedOffer
  signed?: SignedOffer
}

/** A saved search without its picture. It has no address of the page or of its pictures. */
export interface SearchRecord {
  /** That of the search, or of the one that it repeats: see `savedIdOf`. */
  id: string
  /** When its latest results were asked for, ms since the epoch. */
  at: number
  /** Pieces: what prices were looked at for; missing in older searches. */
  quantity?: number
  /** The page's title or else its host, only where neither a listing nor an offer names what was searched. */
  origin?: string
  /** SHA-256 of the sent JPEG in hex; `null` if the picture could not be read. */
  digest: string | null
  /** A `data:` address of a JPEG of at most 96 pixels a side; empty if none could be made. */
  thumb: string
  sent: Omit<SentPicture, 'dataUrl'>
  listing: Listing | null
  /** What 1688 was asked to narrow the search by; missing if nothing, and in older searches. */
  refinement?: Refinement
  /** The part of the picture that was searched; missing for all of it, and in older searches. */
  region?: string
  /** The one that was viewed last. */
  mode: Mode
  /** As far as they were loaded; each is `done`. */
  lists: Partial<Record<Mode, ResultList>>
  /** Additional photos; missing if there were none. */
  photos?: SavedPhoto[]
  /** By offer id. */
  details: Record<string, LoadedDetails>
  /** What the comparison of photos said, by offer id; missing for what was not compared, and in older searches. */
  verdicts?: Record<string, PhotoVerdict>
  /** Which API answered; `null` if that is not known. */
  provider: Provider | null
  /** It is checked again along with the saved offers. */
  isWatched?: true
  /** When it was last checked again, ms since the epoch; then it is also its `at`. */
  checkedAt?: number
  /** As it was when its user last looked, if it was checked since and `lists` is newer. */
  before?: SearchThen
  /** The text that a search of the history matches, lower case. */
  words: string
}

export interface SavedSearch extends SearchRecord {
  /** The JPEG that was sent. */
  picture: Blob
  /** Of `photos`, in their order. */
  photoPictures?: Blob[]
}

/** A saved additional photo, without its picture. */
export interface SavedPhoto {
  id: string
  sent: Omit<SentPicture, 'dataUrl'>
  lists: Partial<Record<Mode, ResultList>>
}

/** A saved search as the history lists it, in the mode that was viewed last. */
export interface SearchSummary {
  id: string
  /** When it was started, ms since the epoch. */
  at: number
  thumb: string
  mode: Mode
  /** How many offers there are, as the platform said; `null` if it did not. */
  total: number | null
  first: Offer | null
  /** Pieces: what `lowest` is for. */
  quantity: number
  /** With the lowest price at the quantity among all loaded offers; `null` if no price is known. */
  lowest: Offer | DetailedOffer | null
  photoMatches: PhotoMatches
  /** The product's name in the page. */
  title: string | null
  /** See `SearchRecord`. */
  origin: string | null
  isWatched: boolean
}

/** What the comparison of photos said of the loaded offers. */
export interface PhotoMatches {
  offers: number
  /** How many of them could be compared. */
  compared: number
  same: number
  likely: number
  /** With the lowest price at the quantity among the same, or without any among the likely ones; with its details if they are known. */
  lowest: Offer | DetailedOffer | null
}

/** What the user typed for one product, which is known by several keys: see `productKeys`. */
export interface ProductEntry {
  id: string
  /** The newest last. */
  keys: string[]
  /** When it was last changed, ms since the epoch. */
  at: number
  /** Those that hold in every shop. */
  figures: ProductFigures
  /** The other figures and the selling price, of listings in one currency each; the latest last. */
  inCurrency: { currency: string; figures: ProductFigures; sellingPrice?: string }[]
}

export type LoadedDetails = Extract<OfferDetails, { state: 'done' }>
