import type { Mode } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import type { Searcher } from './searcher.ts'

/** What a view may ask of the background. The answer is what then stands in the session's storage. */
export type Wish = { type: 'mode'; mode: Mode } | { type: 'more' } | { type: 'retry' }

const PORT = 'view'

export function ask(wish: Wish): void {
  browser.runtime.sendMessage(wish).catch(() => {})
}

export function listenToViews(searcher: Searcher): void {
  browser.runtime.onMessage.addListener((wish: Wish) => {
    if (wish.type === 'mode') searcher.setMode(wish.mode)
    else if (wish.type === 'more') searcher.more()
    else if (wish.type === 'retry') searcher.retry()
  })
  // A view that attaches wakes a background that was ended, and the new one finds what the last left unfinished.
  browser.runtime.onConnect.addListener(() => {})
}

/** Keeps a line to the background and renews it when the background ends, which wakes it again. */
export function attach(): () => void {
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
