import { type Browser, browser } from 'wxt/browser'
import { texts } from '../text/index.ts'

const ID = 'find-on-1688'

export interface Click {
  address: string
  frameId: number
}

/** One item on every picture. The popup is opened first: a browser allows it in the click itself only. */
export function offerMenuItem(onClick: (click: Click, tab: Browser.tabs.Tab) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      browser.contextMenus.create({ id: ID, title: texts().menuItem, contexts: ['image'] })
    })
  })
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== ID || !tab || !info.srcUrl) return
    openPopup()
    onClick({ address: info.srcUrl, frameId: info.frameId ?? 0 }, tab)
  })
}

/** Where the browser opens no popup (an older Firefox, a window without focus), a small window shows the same. */
function openPopup(): void {
  const url = browser.runtime.getURL('/popup.html')
  const inWindow = () => browser.windows.create({ url, type: 'popup', width: 476, height: 640 })
  try {
    browser.action.openPopup().catch(inWindow)
  } catch {
    inWindow()
  }
}
