import { type Browser, browser } from 'wxt/browser'
import { renewRates } from '../api/rates.ts'
import type { ViewMessage } from '../model/messages.ts'
import type { AreaPicked } from '../model/page-script.ts'
import { searchItem } from '../model/stored-items.ts'
import type { SearchController } from '../session/search-controller.ts'
import type { Surfaces } from './surfaces.ts'

export function handleMessages(controller: SearchController, surfaces: Surfaces): void {
  browser.runtime.onMessage.addListener((wish: ViewMessage | AreaPicked, sender) => {
    if (wish.type !== 'area') return fulfil(controller, wish, sender.tab)
    // A page script speaks of its own tab, whatever it says; everything else comes from views.
    if (sender.tab && sender.id === browser.runtime.id) picked(controller, surfaces, wish, sender.tab)
  })
}

async function picked(
  controller: SearchController,
  surfaces: Surfaces,
  { box }: AreaPicked,
  tab: Browser.tabs.Tab,
): Promise<void> {
  if (box) await surfaces.openForArea(tab)
  await controller.picked(box, tab)
}

/** @param own the tab that the view is in; a popup or panel is in none */
function fulfil(controller: SearchController, wish: ViewMessage, own: Browser.tabs.Tab | undefined): void {
  switch (wish.type) {
    case 'mode':
      return void controller.setMode(wish.mode)
    case 'choose':
      return void controller.choose(wish.index)
    case 'address':
      return void controller.address(wish.address, wish.incognito)
    case 'given':
      return void controller.given(wish.picture, wish.incognito, wish.file)
    case 'steps':
      return void controller.steps(wish.offerId)
    case 'reopen':
      return void controller.reopen(wish.id)
    case 'region':
      return void controller.region(wish.region)
    case 'gallery':
    case 'further':
    case 'furtherGiven':
    case 'furtherSend':
    case 'furtherRetry':
    case 'without':
      return void controller.gallery(wish)
    case 'rates':
      return void renewRates()
    case 'pick':
      return void pickBeside(controller, own)
    case 'more':
    case 'retry':
    case 'send':
    case 'forget':
    case 'again':
      return void controller[wish.type]()
  }
}

/** In the page that a popup or panel is beside; a view in a tab of its own goes back to the page of its search. */
async function pickBeside(controller: SearchController, own: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = own ? await pageOfSearch() : await activeTab()
  if (tab) await controller.pick(tab)
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
