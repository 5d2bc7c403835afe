import { browser } from 'wxt/browser'
import { openPopup } from '../../background/popup.ts'
import type { Surface } from '../../model/preferences.ts'
import type { Route } from './route.ts'
import { openApp } from './surface.ts'

/** Firefox alone has it, and knows no `sidePanel`. */
const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } }

export function canOpenIn(surface: Surface): boolean {
  return surface !== 'panel' || browser.sidePanel !== undefined || sidebarAction !== undefined
}

/** Goes on in another place. In the click itself: a browser opens its panel for nothing else. */
export function openIn(surface: Surface, route: Route): void {
  if (surface === 'tab') openApp(route)
  else if (surface === 'popup') openPopup()
  else if (sidebarAction) sidebarAction.open().then(() => window.close())
  else openSidePanel()
}

/** In the window that is in front: the click was made there. */
function openSidePanel(): void {
  browser.windows.getCurrent((window) => {
    if (window.id === undefined) return
    browser.sidePanel.open({ windowId: window.id }).then(() => globalThis.close())
  })
}
