import { type Browser, browser } from 'wxt/browser'
import { renewRates } from '../api/rates.ts'
import type { ViewMessage } from '../model/messages.ts'
import type { AreaPicked } from '../model/page-script.ts'
import { searchItem } from '../model/stored-items.ts'
import type { SearchController } from '../session/search-controller.ts'
import type { Surfaces } from './surfaces.ts'

export function handleMessages(controller: SearchController, surfaces: Surfaces): void {
  browser.runtime.onMessage.addListener((message: ViewMessage | AreaPicked, sender) => {
    if (message.type !== 'area') return route(controller, message, sender.tab)
    // A page script reports for its own tab, whatever the message says; all other messages come from views.
    if (sender.tab && sender.id === browser.runtime.id) searchArea(controller, surfaces, message, sender.tab)
  })
}

async function searchArea(
  controller: SearchController,
  surfaces: Surfaces,
  { box }: AreaPicked,
  tab: Browser.tabs.Tab,
): Promise<void> {
  if (box) await surfaces.openForArea(tab)
  await controller.searchArea(box, tab)
}

/** @param own the tab that the view is in; a popup or panel is in none */
function route(controller: SearchController, message: ViewMessage, own: Browser.tabs.Tab | undefined): void {
  switch (message.type) {
    case 'mode':
      return void controller.setMode(message.mode)
    case 'choose':
      return void controller.choose(message.index)
    case 'address':
      return void controller.searchAddress(message.address, message.incognito, message.larger)
    case 'uploaded':
      return void controller.searchUploaded(message.picture, message.incognito, message.file)
    case 'offerDetails':
    case 'storedDetails':
    case 'detailsBatch':
    case 'stopDetailsBatch':
    case 'matchVariants':
      return void controller.loadDetails(message)
    case 'watch':
    case 'stopWatch':
      return void controller.watch.handle(message)
    case 'listingCurrency':
      return void controller.chooseListingCurrency(message.currency)
    case 'reopen':
      return void controller.reopen(message.id)
    case 'region':
      return void controller.searchRegion(message.region)
    case 'refine':
      return void controller.refine(message.refinement)
    case 'gallery':
    case 'addPhotos':
    case 'addUploadedPhoto':
    case 'sendPhotos':
    case 'retryPhoto':
    case 'removePhoto':
      return void controller.changePhotos(message)
    case 'rates':
      return void renewRates()
    case 'pickArea':
      return void pickBeside(controller, own)
    case 'more':
      return void controller.loadMore()
    case 'retry':
    case 'screen':
    case 'send':
    case 'forget':
    case 'refresh':
      return void controller[message.type]()
  }
}

/** In the page that a popup or panel is beside; a view in a tab of its own goes back to the page of its search. */
async function pickBeside(controller: SearchController, own: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = own ? await pageOfSearch() : await activeTab()
  if (tab) await controller.pickArea(tab)
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
