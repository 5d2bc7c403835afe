import type { Mode } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import type { Version } from './page-picture.ts'
import type { SentPicture, SourceFile } from './picture.ts'
import type { Refinement } from './search.ts'
import type { VariantMatch } from './variant-match.ts'
import type { WatchList } from './watch.ts'

/** What a view asks of the background. The answer appears in the session's storage. */
export type ViewMessage =
  | { type: 'mode'; mode: Mode }
  | { type: 'more' | 'retry' | 'pickArea' | 'screen' | 'send' | 'forget' }
  | { type: 'choose'; index: number }
  | { type: 'address'; address: string; larger?: Version[]; incognito: boolean }
  /** A picture that a view has read already, and the file it came from. */
  | { type: 'uploaded'; picture: SentPicture; file?: SourceFile; incognito: boolean }
  | DetailsMessage
  | WatchMessage
  /** Which currency the mark of the listing's price means; `null` if that is not known after all. */
  | { type: 'listingCurrency'; currency: string | null }
  /** Makes a saved search the current one. */
  | { type: 'reopen'; id: string }
  /** Searches again with the same picture; the results so far become `Search.earlier`. */
  | { type: 'refresh' }
  /** Searches the same picture again with these, and without any others: a search. */
  | { type: 'refine'; refinement: Refinement }
  /** Searches a region of the picture, or all of it: `null`. */
  | { type: 'region'; region: string | null }
  | PhotoMessage
  /** Loads the day's exchange rates into storage. */
  | { type: 'rates' }

export function sendToBackground(message: ViewMessage): void {
  browser.runtime.sendMessage(message).catch(() => {})
}

/** What a view asks of the background about the offers' own pages; the answers appear in `Search.details`. */
export type DetailsMessage =
  /** Of one offer; `again` even if they are known. */
  | { type: 'offerDetails'; offerId: string; again?: true }
  /** Of these offers, as far as they are stored: without a request. */
  | { type: 'storedDetails'; offerIds: string[] }
  /** Of those of these offers that are not known, in the background. */
  | { type: 'detailsBatch'; offerIds: string[] }
  /** Requests that are under way still finish. */
  | { type: 'stopDetailsBatch' }
  /** Which variants are the searched product, by offer id; `null` to compare their photos again. With the search that they were compared for. */
  | { type: 'matchVariants'; matches: Record<string, VariantMatch | null>; searchId?: string }

/** What a view asks of the background about saved offers and searches; progress appears in `session:watch`. */
export type WatchMessage =
  /** Asks 1688 for them again. A check that is running goes on instead. */
  | ({ type: 'watch' } & WatchList)
  /** Requests that are under way still finish. */
  | { type: 'stopWatch' }

/** What a view asks of the background about additional photos. */
export type PhotoMessage =
  /** Finds the page's other pictures, into `Search.gallery`. */
  | { type: 'gallery' }
  /** Adds some of them, by their indexes there. */
  | { type: 'addPhotos'; indexes: number[] }
  /** Adds a picture that a view has read already. */
  | { type: 'addUploadedPhoto'; picture: SentPicture }
  /** Sends the photos that wait for the user's consent. */
  | { type: 'sendPhotos' }
  /** Reads or searches one photo again, or takes it out of the search. */
  | { type: 'retryPhoto' | 'removePhoto'; id: string }
