import { browser } from 'wxt/browser'
import { openPopup } from '../../background/popup.ts'
import { openSidePanel, sidebar } from '../../background/side-panel.ts'
import type { Surface } from '../../model/preferences.ts'
import type { Route } from './route.ts'

/** Opens a view of the app in a new tab and closes this popup or panel. */
export function openInTab(route: Route): void {
  browser.tabs.create({ url: browser.runtime.getURL(`/app.html#${route}`) })
  window.close()
}

export function canOpenIn(surface: Surface): boolean {
  return surface !== 'panel' || browser.sidePanel !== undefined || sidebar() !== undefined
}

/** Continues on another surface. Call it while handling the click: a browser opens its panel at no other time. */
export function openIn(surface: Surface, route: Route): void {
  if (surface === 'tab') openInTab(route)
  else if (surface === 'popup') openPopup()
  else openPanel()
}

/** In the window in front, where the click was made. Firefox must not wait until that window is known. */
function openPanel(): void {
  const firefox = sidebar()
  if (firefox) firefox.open().then(() => window.close())
  else
    browser.windows.getCurrent(({ id }) => {
      if (id !== undefined) openSidePanel(id).then(() => window.close())
    })
}

export function openOptions(): void {
  browser.runtime.openOptionsPage()
}
