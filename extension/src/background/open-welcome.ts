import { browser } from 'wxt/browser'
import { proxyItem } from '../model/stored-items.ts'

/** Says what is needed, once, where somebody has installed the extension and it does not come set up. */
export function openWelcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return
    const { address, clientKey } = await proxyItem.getValue()
    if (address && clientKey) return
    await browser.tabs.create({ url: browser.runtime.getURL('/app.html#welcome') })
  })
}
