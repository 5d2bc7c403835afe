import { browser } from 'wxt/browser'
import { cachedOpenIn } from './cached-open-in.ts'
import { openPopup } from './popup.ts'
import { openResultsTab } from './results-tab.ts'
import { sidebar } from './side-panel.ts'

/** The toolbar's button without a popup. Chrome opens its panel by itself, so there this is about the tab only. */
export function listenToToolbarButton(): void {
  browser.action.onClicked.addListener(({ windowId, incognito }) => {
    const panel = cachedOpenIn() === 'panel' ? sidebar() : undefined
    if (panel) panel.toggle().catch(() => openPopup())
    else if (incognito) openPopup()
    else openResultsTab(windowId).catch(() => openPopup())
  })
}
