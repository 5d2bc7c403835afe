import { type Browser, browser } from 'wxt/browser'
import { renewRates } from '../api/rates.ts'
import type { Wish } from '../model/messages.ts'
import type { AreaPicked } from '../model/page-script.ts'
import { searchItem } from '../model/search.ts'
import type { Searcher } from '../session/search-controller.ts'
import type { Places } from './surfaces.ts'

export function listenToViews(searcher: Searcher, places: Places): void {
  browser.runtime.onMessage.addListener((wish: Wish | AreaPicked, sender) => {
    if (wish.type !== 'area') return fulfil(searcher, wish, sender.tab)
    // A page script speaks of its own tab, whatever it says; everything else comes from views.
    if (sender.tab && sender.id === browser.runtime.id) picked(searcher, places, wish, sender.tab)
  })
}

async function picked(
  searcher: Searcher,
  places: Places,
  { place }: AreaPicked,
  tab: Browser.tabs.Tab,
): Promise<void> {
  if (place) await places.openForArea(tab)
  await searcher.picked(place, tab)
}

/** @param own the tab that the view is in; a popup or panel is in none */
function fulfil(searcher: Searcher, wish: Wish, own: Browser.tabs.Tab | undefined): void {
  switch (wish.type) {
    case 'mode':
      return void searcher.setMode(wish.mode)
    case 'choose':
      return void searcher.choose(wish.index)
    case 'address':
      return void searcher.address(wish.address, wish.incognito)
    case 'given':
      return void searcher.given(wish.picture, wish.incognito, wish.file)
    case 'steps':
      return void searcher.steps(wish.offerId)
    case 'reopen':
      return void searcher.reopen(wish.id)
    case 'region':
      return void searcher.region(wish.region)
    case 'gallery':
    case 'further':
    case 'furtherGiven':
    case 'furtherSend':
    case 'furtherRetry':
    case 'without':
      return void searcher.gallery(wish)
    case 'rates':
      return void renewRates()
    case 'pick':
      return void pickBeside(searcher, own)
    case 'more':
    case 'retry':
    case 'send':
    case 'forget':
    case 'again':
      return void searcher[wish.type]()
  }
}

/** In the page that a popup or panel is beside; a view in a tab of its own goes back to the page of its search. */
async function pickBeside(searcher: Searcher, own: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = own ? await pageOfSearch() : await activeTab()
  if (tab) await searcher.pick(tab)
}

async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  return tab
}

async function pageOfSearch(): Promise<Browser.tabs.Tab | undefined> {
  const { tabId, windowId } = (await searchItem.getValue())?.source ?? { tabId: -1, windowId: -1 }
  if (tabId < 0) return undefined
  await browser.windows.update(windowId, { focused: true }).catch(() => {})
  return browser.tabs.update(tabId, { active: true }).catch(() => undefined)
}
