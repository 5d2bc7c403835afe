import type { Mode } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import type { SentPicture, SourceFile } from './picture.ts'

/** What a view asks of the background. The answer appears in the session's storage. */
export type ViewMessage =
  | { type: 'mode'; mode: Mode }
  | { type: 'more' | 'retry' | 'pickArea' | 'screen' | 'send' | 'forget' }
  | { type: 'choose'; index: number }
  | { type: 'address'; address: string; incognito: boolean }
  /** A picture that a view has read already, and the file it came from. */
  | { type: 'uploaded'; picture: SentPicture; file?: SourceFile; incognito: boolean }
  | DetailsMessage
  /** Which currency the mark of the listing's price means; `null` if that is not known after all. */
  | { type: 'listingCurrency'; currency: string | null }
  /** Makes a saved search the current one. */
  | { type: 'reopen'; id: string }
  /** Searches again with the same picture; the results so far become `Search.earlier`. */
  | { type: 'refresh' }
  /** Searches a region of the picture, or all of it: `null`. */
  | { type: 'region'; region: string | null }
  | PhotoMessage
  /** Loads the day's exchange rates into storage. */
  | { type: 'rates' }

const PORT = 'view'

export function sendToBackground(message: ViewMessage): void {
  browser.runtime.sendMessage(message).catch(() => {})
}

/** Keeps a port to the background open. When the background ends, reconnecting wakes it again. */
export function keepConnected(): () => void {
  let attached = true
  const connect = () => {
    const port = browser.runtime.connect({ name: PORT })
    port.onDisconnect.addListener(() => {
      if (attached) setTimeout(connect, 200)
    })
    return port
  }
  connect()
  return () => {
    attached = false
  }
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
