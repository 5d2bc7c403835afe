import { type Browser, browser } from 'wxt/browser'

/** The views that are open: each keeps a line to the background. */
export class OpenViews {
  readonly #lines = new Set<Browser.runtime.Port>()

  /**
   * A view that comes also wakes a background that was ended, and the new one finds what the last left unfinished.
   *
   * @param onCome is called with each one that comes
   */
  listen(onCome: () => void): void {
    browser.runtime.onConnect.addListener((line) => {
      this.#lines.add(line)
      line.onDisconnect.addListener(() => this.#lines.delete(line))
      onCome()
    })
  }

  isAny(): boolean {
    return this.#lines.size > 0
  }

  hasPanel(): boolean {
    return [...this.#lines].some(({ sender }) => sender?.url?.includes('/sidepanel.html'))
  }
}
