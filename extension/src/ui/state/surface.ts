import { browser } from 'wxt/browser'

/** The popup, which belongs to the page beside it; the browser's side panel or sidebar; or a tab of its own. */
export type Where = 'popup' | 'panel' | 'tab'

/** Opens a part of the app in a tab of its own, and leaves this place where it is in front of the page. */
export function openApp(section = 'results'): void {
  browser.tabs.create({ url: browser.runtime.getURL(`/app.html#${section}`) })
  window.close()
}
