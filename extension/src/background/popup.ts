import { browser } from 'wxt/browser'
import { openInItem } from '../model/stored-items.ts'
import { setButtonAction } from './set-button-action.ts'

const PAGE = '/popup.html'

/** Where the browser opens no popup (an older Firefox, a window without focus), a small window shows the same. */
export function openPopup(): void {
  // Where the button opens something else it has no popup, and without one nothing would open.
  browser.action.setPopup({ popup: PAGE }).catch(() => {})
  open()
    .catch(openSmallWindow)
    .then(() => openInItem.getValue())
    .then(setButtonAction)
    .catch(() => {})
}

/** What is missing throws in some browsers and rejects in others. */
async function open(): Promise<void> {
  await browser.action.openPopup()
}

async function openSmallWindow(): Promise<void> {
  const url = browser.runtime.getURL(PAGE)
  await browser.windows.create({ url, type: 'popup', width: 476, height: 640 })
}
