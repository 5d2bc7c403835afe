import type { Provider } from './provider.ts'

/** Limits that both sides of the interface respect. Sizes in bytes, sides in pixels, times in milliseconds. */
export const LIMITS = {
  pictureBytes: 5 * 1024 * 1024,
  /** 1688 recommends at least this for both sides; a smaller picture is searched with a note. */
  recommendedSidePx: 300,
  /** A larger picture is not decoded: a canvas of that size is silently blank. */
  pictureSidePx: 16_384,
  /** The extension reduces to this before sending. */
  sentSidePx: 800,
  sentQuality: 0.85,
  /** Decoding a picture with more pixels takes more memory than a search is worth. */
  picturePixels: 150_000_000,
  pageSize: 50,
  defaultPageSize: 20,
  /** 1688 serves about this many offers per search, whatever the total. */
  reachableOffers: 2000,
  /** From the first byte of a request to its answer. Chrome stops a service worker whose fetch takes 30 s. */
  searchDeadlineMs: 25_000,
  clientNameLength: 80,
  keywordLength: 100,
  addressLength: 2000,
} as const

/** The largest picture that each of the platform's APIs accepts, in bytes. */
export const PLATFORM_PICTURE_BYTES: Record<Provider, number> = {
  crossborder: 300_000,
  dropship: 3_000_000,
  'image-search': 5_242_880,
}
