import { type Browser, browser } from 'wxt/browser'

/**
 * Keeps a port to the background open while the view is in sight, named after its window. When the background ends,
 * reconnecting wakes it again. Chrome keeps a panel that another one covers, so a view that is merely loaded does not count.
 */
export function keepConnected(): () => void {
  let port: Browser.runtime.Port | undefined
  let attached = true
  const follow = async () => {
    const { id } = await browser.windows.getCurrent()
    if (!attached || document.hidden) {
      port?.disconnect()
      port = undefined
    } else if (!port) {
      port = browser.runtime.connect({ name: `${id}` })
      port.onDisconnect.addListener(() => {
        port = undefined
        setTimeout(follow, 200)
      })
    }
  }
  document.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    attached = false
    document.removeEventListener('visibilitychange', follow)
    follow()
  }
}
