import type { Browser } from 'wxt/browser'
import type { Surface } from '../model/preferences.ts'
import type { Search } from '../model/search.ts'
import { openInItem } from '../model/stored-items.ts'
import { ToolbarBadge } from './badge.ts'
import { cachedOpenIn, watchOpenIn } from './cached-open-in.ts'
import { OpenViews } from './open-views.ts'
import { openPopup, setButtonAction } from './popup.ts'
import { ResultsTab } from './results-tab.ts'
import { openSidePanel } from './side-panel.ts'
import { listenToToolbarButton } from './toolbar-button.ts'

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
   * Opens the popup, panel or tab for a search that a click or shortcut starts. Call it first: a browser opens them in the
   * click alone. Where one does not open, the popup does. A private search gets no tab: Chrome would open it in another
   * window.
   */
  open(surface: Surface, { windowId, incognito }: Tab): void {
    if (surface === 'panel') openSidePanel(windowId).catch(openPopup)
    else if (surface === 'tab' && !incognito) this.#tab.want(windowId)
    else openPopup()
  }

  /** For a shortcut, which unlike a menu item does not say where results open. */
  openByKey(tab: Tab): void {
    const surface = cachedOpenIn()
    if (surface) this.open(surface, tab)
    else openInItem.getValue().then((learned) => this.open(learned, tab))
  }

  /** Before an area is drawn: a panel that opens later would move the page under the drawing. */
  makeRoom(tab: Tab): void {
    if (cachedOpenIn() === 'panel') openSidePanel(tab.windowId).catch(() => {})
  }

  /** After an area was drawn: a click in the page, which cannot open a panel. */
  async openForArea(tab: Tab): Promise<void> {
    const surface = await openInItem.getValue()
    if (surface !== 'panel') this.open(surface, tab)
    else if (!this.#views.hasPanel()) openPopup()
  }
}
