import type { Mode } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import type { SentPicture, SourceFile } from './picture.ts'

/** What a view may ask of the background. The answer is what then stands in the session's storage. */
export type ViewMessage =
  | { type: 'mode'; mode: Mode }
  | { type: 'more' | 'retry' | 'pick' | 'send' | 'forget' }
  | { type: 'choose'; index: number }
  | { type: 'address'; address: string; incognito: boolean }
  /** One that a view has read already, and what is to be known of the file that it was. */
  | { type: 'given'; picture: SentPicture; file?: SourceFile; incognito: boolean }
  /** What the offer's own page tells, into `Search.details`. */
  | { type: 'steps'; offerId: string }
  /** A search of the history, by its id, in place of that of the moment. */
  | { type: 'reopen'; id: string }
  /** The same picture anew, with what was found before as `Search.earlier`. */
  | { type: 'again' }
  /** A part of it anew, as a query's `region`, or all of it again. */
  | { type: 'region'; region: string | null }
  | PhotoMessage
  /** The day's exchange rates, into storage. */
  | { type: 'rates' }

const PORT = 'view'

export function sendToBackground(wish: ViewMessage): void {
  browser.runtime.sendMessage(wish).catch(() => {})
}

/** Keeps a line to the background and renews it when the background ends, which wakes it again. */
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
