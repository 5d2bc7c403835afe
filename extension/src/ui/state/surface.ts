import { browser } from 'wxt/browser'
import { openPopup } from '../../background/popup.ts'
import { openSidePanel, sidebar } from '../../background/side-panel.ts'
import type { Surface } from '../../model/preferences.ts'
import { openInChangeItem, openInItem } from '../../model/stored-items.ts'
import { currentHash, type Route } from './route.ts'

/** Opens a view of the app in a new tab and closes this popup or panel. */
export function openInTab(route: Route, argument?: string): void {
  openTab(argument === undefined ? route : `${route}/${encodeURIComponent(argument)}`)
  window.close()
}

/** Opens the products of the page that this popup or panel is beside, in a new tab. */
export async function openPageProducts(): Promise<void> {
  const beside = { active: true, windowType: 'normal' } as const
  // A small window, where a browser opens no popup, is in front of its page.
  const [tab] = [
    ...(await browser.tabs.query({ ...beside, currentWindow: true })),
    ...(await browser.tabs.query(beside)),
  ]
  await openTab(tab?.id === undefined ? 'batch' : `batch/page-${tab.id}`)
  window.close()
}

async function openTab(hash: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/app.html#${hash}`) })
}

export function canOpenIn(surface: Surface): boolean {
  return surface !== 'panel' || browser.sidePanel !== undefined || sidebar() !== undefined
}

interface Places {
  /** Where this view is. */
  current: Surface
  /** Where results open so far. */
  openIn: Surface | undefined
}

/**
 * Continues on another surface, where results open from now on. Call it while handling the click: a browser opens its
 * panel at no other time, and a popup that loses the focus to it is closed before anything that is awaited.
 */
export function openIn(to: Surface, { current, openIn: from }: Places): void {
  const remembered = from && from !== to && rememberOpenIn(from, to)
  const opened = to === 'tab' ? openTab(currentHash()) : to === 'popup' ? openPopup() : openPanel()
  // A panel that stays open would get the results, and two views of the same are one too many.
  const isClosing = to !== 'popup' || current === 'panel'
  Promise.all([opened, remembered]).then(() => isClosing && window.close())
}

async function rememberOpenIn(from: Surface, to: Surface): Promise<void> {
  await Promise.all([openInItem.setValue(to), openInChangeItem.setValue({ from, to, at: Date.now() })])
}

/** In the window in front, where the click was made. Firefox must not wait until that window is known. */
function openPanel(): Promise<void> {
  const firefox = sidebar()
  if (firefox) return firefox.open()
  return new Promise((resolve, reject) => {
    browser.windows.getCurrent(({ id }) => {
      if (id !== undefined) openSidePanel(id).then(resolve, reject)
    })
  })
}

export function openOptions(): void {
  browser.runtime.openOptionsPage()
}
