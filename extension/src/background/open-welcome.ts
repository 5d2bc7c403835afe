import { browser } from 'wxt/browser'
import { proxyItem } from '../model/stored-items.ts'

/** Shows the set-up page once after installing, unless the build comes with settings. */
export function openWelcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return
    const { address, clientKey } = await proxyItem.getValue()
    if (address && clientKey) return
    await browser.tabs.create({ url: browser.runtime.getURL('/app.html#welcome') })
  })
}
