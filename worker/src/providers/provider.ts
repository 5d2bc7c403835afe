import type { DetailedOffer, Offer, Regions, SearchQuery } from '@find-on-1688/shared'
import type { SendCall } from '../gateway/call.ts'
import type { Params } from '../gateway/signing.ts'

/** A picture's bytes. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>
  /** In pixels, from the header. */
  width: number
  height: number
  /** Hex. */
  sha256: string
}

/** An address that goes to the platform as it is. */
interface PictureAddress {
  url: string
  /** Of the address, in hex. */
  sha256: string
}

export type PictureSource = Picture | PictureAddress

/** How the APIs under `com.alibaba.product` take a picture. */
export function imageParams(source: PictureSource): Params {
  return 'bytes' in source ? { imgBase64: source.bytes.toBase64() } : { imgUrl: source.url }
}

/** What a search at a provider returns. */
export interface ProviderAnswer {
  /** The platform's count; `null` if it gives none. */
  total: number | null
  hasMore: boolean
  offers: Offer[]
  notes: string[]
  /** Whether everything the platform sent could be read. */
  isComplete: boolean
  /** Where the platform sees a subject; `null` if it does not say. */
  regions: Regions | null
}

/** What a provider may use. */
export interface Upstream {
  gatewayUrl: string
  call: SendCall
  imageIds: ImageIds
}

/** The platform's ids of recently uploaded pictures, by digest. */
export interface ImageIds {
  get(sha256: string): string | undefined
  put(sha256: string, imageId: string): void
  forget(sha256: string): void
}

export interface SearchProvider {
  search(source: PictureSource, query: SearchQuery, upstream: Upstream): Promise<ProviderAnswer>
  /** How many calls a search makes if all goes well. */
  callsFor(source: PictureSource, imageIds: ImageIds): number
}

export interface OfferProvider {
  /** An offer with the details that only its own page has. */
  read(offerId: string, language: SearchQuery['language'], upstream: Upstream): Promise<DetailedOffer>
}
