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
 * Opens the popup, or a small window with the same view where the browser opens none: in an older Firefox, or without
 * focus.
 */
export function openPopup(): void {
  // The button has no popup while results open elsewhere, and without one nothing would open.
  browser.action.setPopup({ popup: POPUP }).catch(() => {})
  open()
    .catch(openSmallWindow)
    .then(() => openInItem.getValue())
    .then(setButtonAction)
    .catch(() => {})
}

/** A missing method throws in some browsers and rejects in others. */
async function open(): Promise<void> {
  await browser.action.openPopup()
}

async function openSmallWindow(): Promise<void> {
  const url = browser.runtime.getURL(POPUP)
  await browser.windows.create({ url, type: 'popup', width: 476, height: 640 })
}
