import { type Browser, browser } from 'wxt/browser'

/** The views that are in sight: each keeps a port to the background, named after its window. */
export class OpenViews {
  readonly #ports = new Set<Browser.runtime.Port>()

  /**
   * A view that connects also wakes a background that was ended, which then recovers what the last one left.
   *
   * @param onConnect is called for each view
   */
  listen(onConnect: () => void): void {
    browser.runtime.onConnect.addListener((port) => {
      this.#ports.add(port)
      port.onDisconnect.addListener(() => this.#ports.delete(port))
      onConnect()
    })
  }

  isAny(): boolean {
    return this.#ports.size > 0
  }

  hasPopup(): boolean {
    return [...this.#ports].some(({ sender }) => sender?.url?.includes('/popup.html'))
  }

  /** Known without waiting, as a popup may be opened only within a click. */
  hasPanel(windowId: number): boolean {
    return [...this.#ports].some(
      ({ name, sender }) => name === `${windowId}` && sender?.url?.includes('/sidepanel.html'),
    )
  }
}
