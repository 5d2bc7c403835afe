import type { Mode } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import type { AreaPicked } from '../page/api.ts'
import { openPopup } from './open-popup.ts'
import type { Searcher } from './searcher.ts'
import type { Picture } from './state.ts'

/** What a view may ask of the background. The answer is what then stands in the session's storage. */
export type Wish =
  | { type: 'mode'; mode: Mode }
  | { type: 'more' | 'retry' | 'pick' | 'send' | 'forget' }
  | { type: 'choose'; index: number }
  | { type: 'address'; address: string }
  | { type: 'given'; picture: Picture; incognito: boolean }

const PORT = 'view'

export function ask(wish: Wish): void {
  browser.runtime.sendMessage(wish).catch(() => {})
}

export function listenToViews(searcher: Searcher): void {
  browser.runtime.onMessage.addListener((wish: Wish | AreaPicked, sender) => {
    // A page script speaks of its own tab, whatever it says; everything else comes from views.
    if (wish.type === 'area') {
      if (!sender.tab || sender.id !== browser.runtime.id) return
      if (wish.place) openPopup()
      searcher.picked(wish.place, sender.tab)
    } else fulfil(searcher, wish)
  })
  // A view that attaches wakes a background that was ended, and the new one finds what the last left unfinished.
  browser.runtime.onConnect.addListener(() => {})
}

function fulfil(searcher: Searcher, wish: Wish): void {
  switch (wish.type) {
    case 'mode':
      return void searcher.setMode(wish.mode)
    case 'choose':
      return void searcher.choose(wish.index)
    case 'address':
      return void searcher.address(wish.address)
    case 'given':
      return void searcher.given(wish.picture, wish.incognito)
    case 'pick':
      return void pickInActiveTab(searcher)
    case 'more':
    case 'retry':
    case 'send':
    case 'forget':
      return void searcher[wish.type]()
  }
}

async function pickInActiveTab(searcher: Searcher): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  if (tab) await searcher.pick(tab)
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
