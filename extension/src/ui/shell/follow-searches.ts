import { browser } from 'wxt/browser'
import { searchItem } from '../../model/stored-items.ts'

/** A panel that shows something else turns to the results when a search begins in its window: nothing else opens for it. */
export async function followSearches(): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent()
  searchItem.watch((search, before) => {
    if (search && search.id !== before?.id && search.source.windowId === windowId) location.hash = 'results'
  })
}
