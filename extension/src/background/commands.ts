import { browser } from 'wxt/browser'
import { copiedMessagesItem, searchItem } from '../model/stored-items.ts'
import type { SearchController } from '../session/search-controller.ts'
import type { Surfaces } from './surfaces.ts'

/** The commands of the manifest. */
const PICK_AREA = 'pick-area'
const SEARCH_POINTED = 'search-pointed'
const FIND_ALL = 'find-all'

/** Shortcuts, granted hosts and closed windows. */
export function listenToCommands(controller: SearchController, surfaces: Surfaces): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (!tab) return
    if (command === PICK_AREA) {
      surfaces.makeRoom(tab)
      controller.pickArea(tab)
    } else if (command === SEARCH_POINTED) {
      surfaces.openByKey(tab)
      controller.searchClick({ frameId: 0, pointed: true }, tab)
    } else if (command === FIND_ALL) browser.tabs.create({ url: `/app.html#batch/page-${tab.id}` })
  })
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (!origins?.length) return
    controller.readGranted(origins)
    surfaces.returnAfterGrant()
  })
  browser.windows.onRemoved.addListener(async () => {
    if (!(await searchItem.getValue())?.source.incognito) return
    const windows = await browser.windows.getAll()
    if (windows.some(({ incognito }) => incognito)) return
    // What was copied for suppliers names offers of the private search too.
    await Promise.all([controller.forget(), copiedMessagesItem.removeValue()])
  })
}
