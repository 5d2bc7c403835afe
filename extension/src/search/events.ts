import { browser } from 'wxt/browser'
import type { Searcher } from './searcher.ts'
import { searchItem } from './state.ts'

/** The command of the manifest. */
const PICK_AREA = 'pick-area'

/** What happens in the browser, outside of any view of ours. */
export function listenToBrowser(searcher: Searcher): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === PICK_AREA && tab) searcher.pick(tab)
  })
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (origins?.length) searcher.readAgain()
  })
  browser.windows.onRemoved.addListener(async () => {
    if (!(await searchItem.getValue())?.source.incognito) return
    const windows = await browser.windows.getAll()
    if (!windows.some(({ incognito }) => incognito)) await searcher.forget()
  })
}
