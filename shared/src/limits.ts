import type { Provider } from './provider.ts'

/** Limits that both sides of the interface keep. Sizes in bytes, sides in pixels, times in milliseconds. */
export const LIMITS = {
  pictureBytes: 5 * 1024 * 1024,
  /** 1688 recommends at least this on both sides; a smaller picture is searched with a note. */
  recommendedSidePx: 300,
  /** No picture beyond this is worth decoding: a canvas is silently blank above it. */
  pictureSidePx: 16_384,
  /** The extension reduces to this before sending. */
  sentSidePx: 800,
  sentQuality: 0.85,
  /** A picture with more pixels than this takes more memory than a search is worth. */
  picturePixels: 150_000_000,
  pageSize: 50,
  defaultPageSize: 20,
  /** 1688 reaches about this many offers of one search, whatever its total says. */
  reachableOffers: 2000,
  /** From the first byte of a request to its answer. Chrome ends a service worker whose fetch takes 30 s. */
  searchDeadlineMs: 25_000,
  clientNameLength: 80,
  addressLength: 2000,
} as const

/** Largest picture that each of the platform's APIs takes, in bytes. */
export const PLATFORM_PICTURE_BYTES: Record<Provider, number> = {
  crossborder: 300 * 1000,
  dropship: 3 * 1000 * 1000,
  'image-search': 5 * 1024 * 1024,
}
