import { browser } from 'wxt/browser'
import type { Surface } from '../model/preferences.ts'
import { openInItem } from '../model/stored-items.ts'

const POPUP = '/popup.html'

/** Makes the toolbar's button open results where they open. Without a popup its click is an event. */
export async function setButtonAction(surface: Surface): Promise<void> {
  await browser.action.setPopup({ popup: surface === 'popup' ? POPUP : '' })
  // Chrome itself opens its panel for the button, even while the background sleeps.
  await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: surface === 'panel' })
}

/**
 * Opens the popup. Where the browser opens none, as an older Firefox or without focus, a small window with the same view
 * opens, or whatever else `instead` does. While the browser's own question closes, its window has no focus, so there may be
 * several `tries`.
 */
export async function openPopup(instead: () => unknown = openSmallWindow, tries = 1): Promise<void> {
  // The button has no popup while results open elsewhere, and without one nothing would open.
  browser.action.setPopup({ popup: POPUP }).catch(() => {})
  await open(tries)
    .catch(instead)
    .then(() => openInItem.getValue())
    .then(setButtonAction)
    .catch(() => {})
}

const PAUSE_MS = 250

/** A missing method throws in some browsers and rejects in others. */
async function open(tries: number): Promise<void> {
  try {
    await browser.action.openPopup()
  } catch (error) {
    if (tries <= 1) throw error
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    await open(tries - 1)
  }
}

async function openSmallWindow(): Promise<void> {
  const url = browser.runtime.getURL(POPUP)
  await browser.windows.create({ url, type: 'popup', width: 476, height: 640 })
}
