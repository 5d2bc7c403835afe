import { browser } from 'wxt/browser'

/** Where the browser opens no popup (an older Firefox, a window without focus), a small window shows the same. */
export function openPopup(): void {
  const url = browser.runtime.getURL('/popup.html')
  const inWindow = () => browser.windows.create({ url, type: 'popup', width: 476, height: 640 })
  try {
    browser.action.openPopup().catch(inWindow)
  } catch {
    inWindow()
  }
}
