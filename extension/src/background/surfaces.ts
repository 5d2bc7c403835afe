import type { Browser } from 'wxt/browser'
import type { Surface } from '../model/preferences.ts'
import type { Search } from '../model/search.ts'
import { grantRequestItem, isRecent, openInItem } from '../model/stored-items.ts'
import { ToolbarBadge } from './badge.ts'
import { cachedOpenIn, watchOpenIn } from './cached-open-in.ts'
import { OpenViews } from './open-views.ts'
import { openPopup, setButtonAction } from './popup.ts'
import { ResultsTab } from './results-tab.ts'
import { openSidePanel } from './side-panel.ts'
import { listenToToolbarButton } from './toolbar-button.ts'

/** For ten seconds: a busy machine gives the window its focus back late. */
const TRIES_AFTER_GRANT = 40
/** How often it is looked whether the popup is there, and how often it has to be seen to stay. */
const [LOOK_MS, MOST_LOOKS, ENOUGH_LOOKS] = [100, 20, 8]

type Tab = Pick<Browser.tabs.Tab, 'windowId' | 'incognito'>

/** Where results appear: the popup, panel or tab, and the badge until somebody looks. */
export class Surfaces {
  readonly #views = new OpenViews()
  readonly #badge = new ToolbarBadge(this.#views)
  readonly #tab = new ResultsTab()

  /** Call it when the background starts: later, events would be missed. */
  listen(): void {
    this.#views.listen(() => this.#badge.onView())
    listenToToolbarButton()
    watchOpenIn((surface) => setButtonAction(surface).catch(() => {}))
  }

  /** Is called with every step of a search. */
  onChange(search: Search | null): void {
    this.#badge.onChange(search)
    this.#tab.onChange(search)
  }

  /**
   * Opens the popup, panel or tab for a search that a click or shortcut starts, unless the window has an open panel. Call
   * it first: a browser opens them in the click alone. Where one does not open, the popup does. A private search gets no
   * tab: Chrome would open it in another window.
   */
  open(surface: Surface, { windowId, incognito }: Tab): void {
    if (this.#views.hasPanel(windowId)) return
    if (surface === 'panel') openSidePanel(windowId).catch(() => openPopup())
    else if (surface === 'tab' && !incognito) this.#tab.want(windowId)
    else openPopup()
  }

  /** For a shortcut, which unlike a menu item does not say where results open. */
  openByKey(tab: Tab): void {
    const surface = cachedOpenIn()
    if (surface) this.open(surface, tab)
    else openInItem.getValue().then((learned) => this.open(learned, tab))
  }

  /**
   * Opens the popup again that asked for a website: the browser's question has closed it. A browser that opens
   * none without a click has the badge show the results.
   */
  async returnAfterGrant(): Promise<void> {
    const request = await grantRequestItem.getValue()
    if (!request || !isRecent(request) || this.#views.hasPopup()) return
    await this.#openAfterGrant()
    if (!(await this.#closesAtOnce())) return
    // The popup that was closed has taken the request along.
    await grantRequestItem.setValue(request)
    await this.#openAfterGrant()
  }

  #openAfterGrant(): Promise<void> {
    return openPopup(() => this.#views.hasPopup() || this.#badge.markUnseen(), TRIES_AFTER_GRANT)
  }

  /** On a busy machine the window gets its focus back only after the popup has opened, which closes it again. */
  async #closesAtOnce(): Promise<boolean> {
    for (let looks = 0, openLooks = 0; looks < MOST_LOOKS && openLooks < ENOUGH_LOOKS; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      const isOpen = this.#views.hasPopup()
      if (openLooks > 0 && !isOpen) return true
      if (isOpen) openLooks++
    }
    return false
  }

  /** Before an area is drawn: a panel that opens later would move the page under the drawing. */
  makeRoom(tab: Tab): void {
    if (cachedOpenIn() === 'panel') openSidePanel(tab.windowId).catch(() => {})
  }

  /** After an area was drawn: a click in the page, which cannot open a panel. */
  async openForArea(tab: Tab): Promise<void> {
    const surface = await openInItem.getValue()
    this.open(surface === 'panel' ? 'popup' : surface, tab)
  }
}
