import type { DetailedOffer, Mode, Offer, Provider } from '@find-on-1688/shared'
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { Listing } from '../model/listing.ts'
import type { SentPicture } from '../model/picture.ts'
import type { OfferDetails, ResultList } from '../model/search.ts'

/** Stores and indexes, as the last migration leaves them. */
interface Schema extends DBSchema {
  searches: { key: string; value: SearchRecord; indexes: { at: number; digest: string } }
  pictures: { key: string; value: Pick<SavedSearch, 'id' | 'picture' | 'photoPictures'> }
  shortlist: { key: string; value: ShortlistEntry; indexes: { at: number } }
}

export type StoreName = 'searches' | 'pictures' | 'shortlist'

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
  /** The saved search that found it, if that is still there. */
  searchId?: string | null
}

/** A saved search without its picture. It has no address of the page or of its pictures. */
export interface SearchRecord {
  id: string
  /** When it was started, ms since the epoch. */
  at: number
  /** SHA-256 of the sent JPEG in hex; `null` if the picture could not be read. */
  digest: string | null
  /** A `data:` address of a JPEG of at most 96 pixels a side; empty if none could be made. */
  thumb: string
  sent: Omit<SentPicture, 'dataUrl'>
  listing: Listing | null
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
  /** Which API answered; `null` if that is not known. */
  provider: Provider | null
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

/** A saved search as the history lists it. */
export interface SearchSummary {
  id: string
  /** When it was started, ms since the epoch. */
  at: number
  thumb: string
  mode: Mode
  /** Offers loaded in that mode. */
  count: number
  /** Yuan, the lowest price among them that is known. */
  cheapest: string | null
  /** The product's name in the page. */
  title: string | null
}
export type LoadedDetails = Extract<OfferDetails, { state: 'done' }>
