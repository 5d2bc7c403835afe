import type { SentPicture } from './search.ts'

/** What a view may ask of the background about the further photos of a search. */
export type PhotoMessage =
  /** The page's other pictures, into `Search.gallery`. */
  | { type: 'gallery' }
  /** Those of them to search with, by their places there. */
  | { type: 'further'; indexes: number[] }
  /** One that a view has read already. */
  | { type: 'furtherGiven'; picture: SentPicture }
  /** To send those that the person has looked at. */
  | { type: 'furtherSend' }
  /** To read or search one again, or to search on without it. */
  | { type: 'furtherRetry' | 'without'; id: string }
