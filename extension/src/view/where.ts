import { browser } from 'wxt/browser'

/** The popup, which belongs to the page beside it, or a tab of its own. */
export type Where = 'popup' | 'tab'

export function openApp(): void {
  browser.tabs.create({ url: browser.runtime.getURL('/app.html') })
  window.close()
}
