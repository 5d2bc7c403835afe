import { browser } from 'wxt/browser'

/** Opens a part of the app in a tab of its own, and leaves this place where it is in front of the page. */
export function openApp(route = 'results'): void {
  browser.tabs.create({ url: browser.runtime.getURL(`/app.html#${route}`) })
  window.close()
}
