import { browser } from 'wxt/browser'
import { rememberedOpenIn } from './open-in-memory.ts'
import { openPopup } from './popup.ts'
import { openResultsTab } from './results-tab.ts'
import { sidebar } from './side-panel.ts'

/** The toolbar's button without a popup. Chrome opens its panel by itself, so there this is about the tab only. */
export function listenToToolbarButton(): void {
  browser.action.onClicked.addListener(({ windowId, incognito }) => {
    const panel = rememberedOpenIn() === 'panel' ? sidebar() : undefined
    if (panel) panel.toggle().catch(openPopup)
    else if (incognito) openPopup()
    else openResultsTab(windowId).catch(openPopup)
  })
}
