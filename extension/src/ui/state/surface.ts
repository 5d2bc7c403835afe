import { browser } from 'wxt/browser'
import { openPopup } from '../../background/popup.ts'
import type { Surface } from '../../model/preferences.ts'
import type { Route } from './route.ts'

/** Firefox only, which in turn has no `sidePanel`. */
const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } }

/** Opens a view of the app in a new tab and closes this popup or panel. */
export function openInTab(route: Route): void {
  browser.tabs.create({ url: browser.runtime.getURL(`/app.html#${route}`) })
  window.close()
}

export function canOpenIn(surface: Surface): boolean {
  return surface !== 'panel' || browser.sidePanel !== undefined || sidebarAction !== undefined
}

/** Continues on another surface. Call it in the click itself: a browser opens its panel at no other time. */
export function openIn(surface: Surface, route: Route): void {
  if (surface === 'tab') openInTab(route)
  else if (surface === 'popup') openPopup()
  else if (sidebarAction) sidebarAction.open().then(() => window.close())
  else openSidePanel()
}

/** In the window in front, where the click was made. */
function openSidePanel(): void {
  browser.windows.getCurrent((window) => {
    if (window.id === undefined) return
    browser.sidePanel.open({ windowId: window.id }).then(() => globalThis.close())
  })
}
