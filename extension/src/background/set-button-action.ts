import { browser } from 'wxt/browser'
import type { Surface } from '../model/preferences.ts'

/** Makes the toolbar's button open results where they open. Without a popup its click is an event. */
export async function setButtonAction(surface: Surface): Promise<void> {
  await browser.action.setPopup({ popup: surface === 'popup' ? '/popup.html' : '' })
  // Chrome opens its panel for the button by itself, which works while the background sleeps, too.
  await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: surface === 'panel' })
}
