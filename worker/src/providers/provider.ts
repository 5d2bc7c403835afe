import type { Offer, SearchQuery } from '@find-on-1688/shared'
import type { Answer } from '../gateway/post.ts'
import type { Params } from '../gateway/signing.ts'
import type { UpstreamSettings } from '../settings.ts'

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>
  /** Hex. */
  sha256: string
}

export interface Found {
  /** As the platform counts; `null` where it does not. */
  total: number | null
  hasMore: boolean
  offers: Offer[]
  notes: string[]
}

/** One call as it goes out; made when its turn is near, so that its time is fresh. */
export type PrepareCall = (nowMs: number) => Promise<{ url: string; params: Params }>

/** What a provider may use. */
export interface Upstream {
  settings: UpstreamSettings
  /**
   * Sends a call in a slot of its own and repeats it in another where that may help.
   *
   * @param read takes the answer apart; throws GatewayFailure
   */
  call<T>(prepare: PrepareCall, read: (answer: Answer) => T): Promise<T>
  imageIds: ImageIds
}

/** The platform's ids of pictures uploaded a short while ago, by digest. */
export interface ImageIds {
  get(sha256: string): string | undefined
  put(sha256: string, imageId: string): void
  forget(sha256: string): void
}

export type SearchProvider = (picture: Picture, query: SearchQuery, upstream: Upstream) => Promise<Found>
