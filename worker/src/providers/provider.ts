import type { DetailedOffer, Offer, Regions, SearchQuery } from '@find-on-1688/shared'
import type { SendCall } from '../gateway/call.ts'

/** What is searched: a picture's bytes, or an address that goes to the platform as it is. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>
  /** In pixels, as its header says. */
  width: number
  height: number
  /** Hex. */
  sha256: string
}

export interface PictureAddress {
  url: string
  /** Of the address, in hex. */
  sha256: string
}

export type Subject = Picture | PictureAddress

export interface Found {
  /** As the platform counts; `null` where it does not. */
  total: number | null
  hasMore: boolean
  offers: Offer[]
  notes: string[]
  /** Whether everything that the platform sent could be read. */
  isComplete: boolean
  /** Where the platform sees a subject; `null` where it does not say. */
  regions: Regions | null
}

/** What a provider may use. */
export interface Upstream {
  gatewayUrl: string
  call: SendCall
  imageIds: ImageIds
}

/** The platform's ids of pictures uploaded a short while ago, by digest. */
export interface ImageIds {
  get(sha256: string): string | undefined
  put(sha256: string, imageId: string): void
  forget(sha256: string): void
}

export interface SearchProvider {
  search(subject: Subject, query: SearchQuery, upstream: Upstream): Promise<Found>
  /** How many calls a search makes, if all goes well. */
  callsFor(subject: Subject, imageIds: ImageIds): number
}

/** An offer with what only its own page tells. */
export interface OfferProvider {
  read(offerId: string, language: SearchQuery['language'], upstream: Upstream): Promise<DetailedOffer>
}
